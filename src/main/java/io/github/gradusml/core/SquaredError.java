package io.github.gradusml.core;

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
  public String toString() {
    return "squared error";
  }
}
