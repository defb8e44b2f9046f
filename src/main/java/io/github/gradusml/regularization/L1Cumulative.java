package io.github.gradusml.regularization;

import java.util.List;

/**
 * See {@link Regularizer#l1Cumulative}.
 *
 * @param l1 the penalty
 */
record L1Cumulative(L1 l1) implements Regularizer {
  @Override
  public double value(double[] theta, int from, int to) {
    return l1.value(theta, from, to);
  }

  @Override
  public void addGradient(double[] theta, double[] gradient, int from, int to) {}

  @Override
  public void proximalStep(double[] theta, int from, int to, double eta) {
    l1.proximalStep(theta, from, to, eta);
  }

  @Override
  public boolean shrinks() {
    return l1.shrinks();
  }

  @Override
  public double curvature() {
    return l1.curvature();
  }

  /** None: what a weight is due is remembered, and paid when it is met. */
  @Override
  public double shrinkage() {
    return 0;
  }

  /** What each weight has received, and, at the first weight, what each could have. */
  @Override
  public int stateVectors() {
    return 2;
  }

  @Override
  public void afterStep(double[] theta, int from, int to, double eta, double[][] state) {
    double[] received = state[0];
    state[1][from] += eta * l1.alpha();
    double due = state[1][from];
    for (int j = from; j < to; j++) {
      double before = theta[j];
      if (before > 0) {
        theta[j] = Math.max(0, before - (due + received[j]));
      } else if (before < 0) {
        // 0 + … turns −0.0 into 0.
        theta[j] = 0 + Math.min(0, before + (due - received[j]));
      }
      received[j] += theta[j] - before;
    }
  }

  @Override
  public List<String> formulas() {
    return List.of(
        "u₀ ← u₀ + η·" + l1.alpha(),
        "w ← max(0, w − (u₀ + q)) if w > 0, min(0, w + (u₀ − q)) if w < 0, else 0",
        "q ← q + change");
  }

  @Override
  public List<String> memory() {
    return List.of("q", "u");
  }

  @Override
  public String toString() {
    return "cumulative L1(alpha " + l1.alpha() + ")";
  }
}
