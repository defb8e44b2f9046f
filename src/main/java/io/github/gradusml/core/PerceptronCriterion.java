package io.github.gradusml.core;

import java.util.List;

/** See {@link Loss#perceptron()}. */
record PerceptronCriterion() implements Margin {
  @Override
  public double value(double prediction, double target) {
    return Math.max(0, -target * prediction);
  }

  @Override
  public double derivative(double prediction, double target) {
    return target * prediction <= 0 ? -target : 0;
  }

  @Override
  public List<String> formulas() {
    return List.of("max(0, −y·ŷ)", "−y if y·ŷ ≤ 0, else 0");
  }

  @Override
  public String toString() {
    return "perceptron criterion";
  }
}
