package io.github.gradusml.core;

import java.util.List;

/** See {@link Activation#sign()}. */
record Sign() implements Activation {
  @Override
  public double value(double z) {
    return z >= 0 ? 1 : -1;
  }

  @Override
  public double derivative(double z) {
    return 0;
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
  public boolean isThreshold() {
    return true;
  }

  @Override
  public List<String> formulas() {
    return List.of("1 if z ≥ 0, else −1", "0");
  }

  @Override
  public String toString() {
    return "sign";
  }
}
