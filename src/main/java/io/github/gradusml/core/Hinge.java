package io.github.gradusml.core;

import java.util.List;

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
  public List<String> formulas() {
    return List.of("max(0, 1 − y·ŷ)", "−y if y·ŷ < 1, else 0");
  }

  @Override
  public String toString() {
    return "hinge";
  }
}
