package io.github.gradusml.core;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.ReproducibleMath;
import java.util.List;

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
  public List<String> formulas() {
    return List.of(
        "z if z > 0, else " + scale + "·(e^z − 1)", "1 if z > 0, else " + scale + "·e^z");
  }

  @Override
  public String toString() {
    return "elu(scale " + scale + ")";
  }
}
