package io.github.gradusml.core;

import io.github.gradusml.internal.ReproducibleMath;
import java.util.List;
import org.apache.commons.math3.special.Erf;

/** See {@link Activation#gelu()}. */
record Gelu() implements Activation {
  /** A little below the minimum, −0.169971207479… at z = −0.75179…. */
  private static final double LOWER = -0.16997120748;

  private static final double SQRT_2 = Math.sqrt(2);
  private static final double SQRT_2_PI = Math.sqrt(2 * Math.PI);

  @Override
  public double value(double z) {
    return z * normalDistribution(z);
  }

  @Override
  public double derivative(double z) {
    return normalDistribution(z) + z * (ReproducibleMath.exp(-z * z / 2) / SQRT_2_PI);
  }

  @Override
  public double lower() {
    return LOWER;
  }

  /** Φ(z) by erfc, which keeps its digits in the left tail, where 1 + erf would lose them. */
  private static double normalDistribution(double z) {
    return Erf.erfc(-z / SQRT_2) / 2;
  }

  @Override
  public List<String> formulas() {
    return List.of("z·Φ(z)", "Φ(z) + z·e^(−z²/2)/√(2·π)");
  }

  @Override
  public String toString() {
    return "gelu";
  }
}
