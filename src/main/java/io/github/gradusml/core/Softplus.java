package io.github.gradusml.core;

import io.github.gradusml.internal.ReproducibleMath;

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
  public String toString() {
    return "softplus";
  }
}
