package io.github.gradusml.core;

import java.util.List;

/** See {@link Loss#absoluteError()}. */
record AbsoluteError() implements Loss {
  @Override
  public double value(double prediction, double target) {
    return Math.abs(prediction - target);
  }

  @Override
  public double derivative(double prediction, double target) {
    return Math.signum(prediction - target);
  }

  @Override
  public List<String> formulas() {
    return List.of("|ŷ − y|", "sign(ŷ − y)");
  }

  @Override
  public String toString() {
    return "absolute error";
  }
}
