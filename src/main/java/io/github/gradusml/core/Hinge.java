package io.github.gradusml.core;

/** See {@link Loss#hinge()}. */
record Hinge() implements Margin {
  @Override
  public double value(double prediction, double target) {
    return Math.max(0, 1 - target * prediction);
  }

  @Override
  public double derivative(double prediction, double target) {
    return target * prediction < 1 ? -target : 0;
  }

  @Override
  public String toString() {
    return "hinge";
  }
}
