package io.github.gradusml.core;

import java.util.List;

/** See {@link Loss#squaredError()}. */
record SquaredError() implements Loss {
  @Override
  public double value(double prediction, double target) {
    double error = prediction - target;
    return 0.5 * error * error;
  }

  @Override
  public double derivative(double prediction, double target) {
    return prediction - target;
  }

  @Override
  public double curvature() {
    return 1;
  }

  @Override
  public boolean isQuadratic() {
    return true;
  }

  @Override
  public List<String> formulas() {
    return List.of("½·(ŷ − y)²", "ŷ − y");
  }

  @Override
  public String toString() {
    return "squared error";
  }
}
