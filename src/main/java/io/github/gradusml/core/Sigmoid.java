package io.github.gradusml.core;

import io.github.gradusml.internal.ReproducibleMath;
import java.util.List;

/** See {@link Activation#sigmoid()}. */
record Sigmoid() implements Activation {
  @Override
  public double value(double z) {
    return ReproducibleMath.sigmoid(z);
  }

  @Override
  public double derivative(double z) {
    // σ(−z) instead of 1 − σ(z), which would be 0 from z ≈ 37 on.
    return ReproducibleMath.sigmoid(z) * ReproducibleMath.sigmoid(-z);
  }

  @Override
  public double lower() {
    return 0;
  }

  @Override
  public double upper() {
    return 1;
  }

  @Override
  public List<String> formulas() {
    return List.of("1/(1 + e^(−z))", "ŷ·(1 − ŷ)");
  }

  @Override
  public String toString() {
    return "sigmoid";
  }
}
