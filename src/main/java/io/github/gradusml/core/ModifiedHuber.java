package io.github.gradusml.core;

import java.util.List;

/** See {@link Loss#modifiedHuber()}. */
record ModifiedHuber() implements Margin {
  @Override
  public double value(double prediction, double target) {
    double margin = target * prediction;
    double miss = Math.max(0, 1 - margin);
    return margin < -1 ? -4 * margin : miss * miss;
  }

  @Override
  public double derivative(double prediction, double target) {
    double miss = Math.max(0, 1 - target * prediction);
    // Without the branch, a row with margin enough would have slope −0.0.
    return miss == 0 ? 0 : -2 * target * Math.min(2, miss);
  }

  @Override
  public double curvature() {
    return 2;
  }

  @Override
  public List<String> formulas() {
    return List.of("max(0, 1 − y·ŷ)² if y·ŷ ≥ −1, else −4·y·ŷ", "−2·y·min(2, max(0, 1 − y·ŷ))");
  }

  @Override
  public String toString() {
    return "modified huber";
  }
}
