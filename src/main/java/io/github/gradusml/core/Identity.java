package io.github.gradusml.core;

import java.util.List;

/** See {@link Activation#identity()}. */
record Identity() implements Activation {
  @Override
  public double value(double z) {
    return z;
  }

  @Override
  public double derivative(double z) {
    return 1;
  }

  @Override
  public List<String> formulas() {
    return List.of("z", "1");
  }

  @Override
  public String toString() {
    return "identity";
  }
}
