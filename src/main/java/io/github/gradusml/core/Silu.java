package io.github.gradusml.core;

import io.github.gradusml.internal.ReproducibleMath;
import java.util.List;

/** See {@link Activation#silu()}. */
record Silu() implements Activation {
  /** A little below the minimum, −0.278464542761… at z = −1.27846…. */
  private static final double LOWER = -0.278464542762;

  @Override
  public double value(double z) {
    return z * ReproducibleMath.sigmoid(z);
  }

  @Override
  public double derivative(double z) {
    return ReproducibleMath.sigmoid(z) * (1 + z * ReproducibleMath.sigmoid(-z));
  }

  @Override
  public double lower() {
    return LOWER;
  }

  @Override
  public List<String> formulas() {
    return List.of("z·σ(z)", "σ(z)·(1 + z·σ(−z))");
  }

  @Override
  public String toString() {
    return "silu";
  }
}
