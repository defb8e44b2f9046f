package io.github.gradusml.core;

import io.github.gradusml.internal.ReproducibleMath;
import java.util.List;

/** See {@link Activation#softplus()}. */
record Softplus() implements Activation {
  @Override
  public double value(double z) {
    return ReproducibleMath.softplus(z);
  }

  @Override
  public double derivative(double z) {
    return ReproducibleMath.sigmoid(z);
  }

  @Override
  public double lower() {
    return 0;
  }

  @Override
  public List<String> formulas() {
    return List.of("ln(1 + e^z)", "1/(1 + e^(−z))");
  }

  @Override
  public String toString() {
    return "softplus";
  }
}
