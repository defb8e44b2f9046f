package io.github.gradusml.core;

import io.github.gradusml.internal.ReproducibleMath;
import java.util.List;

/** See {@link Activation#exponential()}. */
record Exponential() implements Activation {
  /** No ∞, for 0 · ∞ would make a NaN of the slope of a row that is right. */
  @Override
  public double value(double z) {
    return Math.min(ReproducibleMath.exp(z), Double.MAX_VALUE);
  }

  @Override
  public double derivative(double z) {
    return value(z);
  }

  @Override
  public double lower() {
    return 0;
  }

  @Override
  public List<String> formulas() {
    return List.of("e^z", "ŷ");
  }

  @Override
  public String toString() {
    return "exponential";
  }
}
