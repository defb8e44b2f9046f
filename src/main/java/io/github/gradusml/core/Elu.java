package io.github.gradusml.core;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.ReproducibleMath;

/**
 * See {@link Activation#elu}.
 *
 * @param scale minus the limit on the left
 */
record Elu(double scale) implements Activation {
  Elu {
    Checks.positive("scale", scale);
  }

  @Override
  public double value(double z) {
    return z > 0 ? z : scale * ReproducibleMath.expm1(z);
  }

  @Override
  public double derivative(double z) {
    return z > 0 ? 1 : scale * ReproducibleMath.exp(z);
  }

  @Override
  public double lower() {
    return -scale;
  }

  @Override
  public String toString() {
    return "elu(scale " + scale + ")";
  }
}
