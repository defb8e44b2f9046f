package io.github.gradusml.regularization;

/** See {@link Regularizer#none()}. */
record None() implements Regularizer {
  @Override
  public double value(double[] theta, int from, int to) {
    return 0;
  }

  @Override
  public void addGradient(double[] theta, double[] gradient, int from, int to) {}

  @Override
  public double curvature() {
    return 0;
  }

  @Override
  public double shrinkage() {
    return 0;
  }

  @Override
  public String toString() {
    return "none";
  }
}
