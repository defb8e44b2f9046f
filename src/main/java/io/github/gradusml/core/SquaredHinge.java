package io.github.gradusml.core;

import java.util.List;

/** See {@link Loss#squaredHinge()}. */
record SquaredHinge() implements Margin {
  @Override
  public double value(double prediction, double target) {
    double miss = Math.max(0, 1 - target * prediction);
    return miss * miss;
  }

  @Override
  public double derivative(double prediction, double target) {
    double miss = Math.max(0, 1 - target * prediction);
    // Without the branch, a row with margin enough would have slope −0.0.
    return miss == 0 ? 0 : -2 * target * miss;
  }

  @Override
  public double curvature() {
    return 2;
  }

  @Override
  public List<String> formulas() {
    return List.of("max(0, 1 − y·ŷ)²", "−2·y·max(0, 1 − y·ŷ)");
  }

  @Override
  public String toString() {
    return "squared hinge";
  }
}
