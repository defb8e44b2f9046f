package io.github.gradusml.core;

import io.github.gradusml.internal.ReproducibleMath;
import java.util.List;

/** See {@link Activation#tanh()}. */
record Tanh() implements Activation {
  @Override
  public double value(double z) {
    return ReproducibleMath.tanh(z);
  }

  @Override
  public double derivative(double z) {
    // 1 − tanh²z would be 0 from |z| ≈ 19 on.
    return 4 * ReproducibleMath.sigmoid(2 * z) * ReproducibleMath.sigmoid(-2 * z);
  }

  @Override
  public double lower() {
    return -1;
  }

  @Override
  public double upper() {
    return 1;
  }

  @Override
  public List<String> formulas() {
    return List.of("tanh(z)", "1 − ŷ²");
  }

  @Override
  public String toString() {
    return "tanh";
  }
}
