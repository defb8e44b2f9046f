package io.github.gradusml.core;

import java.util.List;

/** See {@link Activation#step()}. */
record Step() implements Activation {
  @Override
  public double value(double z) {
    return z >= 0 ? 1 : 0;
  }

  @Override
  public double derivative(double z) {
    return 0;
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
  public boolean isThreshold() {
    return true;
  }

  @Override
  public List<String> formulas() {
    return List.of("1 if z ≥ 0, else 0", "0");
  }

  @Override
  public String toString() {
    return "step";
  }
}
