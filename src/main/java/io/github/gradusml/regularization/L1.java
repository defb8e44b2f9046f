package io.github.gradusml.regularization;

import io.github.gradusml.internal.Checks;
import java.util.List;

/**
 * See {@link Regularizer#l1}.
 *
 * @param alpha the strength
 */
record L1(double alpha) implements Regularizer {
  L1 {
    Checks.notNegative("alpha", alpha);
  }

  @Override
  public double value(double[] theta, int from, int to) {
    double sum = 0;
    for (int j = from; j < to; j++) {
      sum += Math.abs(theta[j]);
    }
    return alpha * sum;
  }

  /** Nothing: all of L1 is in the proximal step. */
  @Override
  public void addGradient(double[] theta, double[] gradient, int from, int to) {}

  @Override
  public void proximalStep(double[] theta, int from, int to, double eta) {
    double threshold = eta * alpha;
    for (int j = from; j < to; j++) {
      // sign(w)·max(|w| − t, 0), in the form that gives no −0.0.
      theta[j] = Math.max(theta[j] - threshold, 0) - Math.max(-theta[j] - threshold, 0);
    }
  }

  @Override
  public boolean shrinks() {
    return alpha > 0;
  }

  @Override
  public double curvature() {
    return 0;
  }

  @Override
  public double shrinkage() {
    return alpha;
  }

  @Override
  public List<String> formulas() {
    return List.of("w ← sign(w)·max(|w| − η·" + alpha + ", 0)");
  }

  @Override
  public String toString() {
    return "L1(alpha " + alpha + ")";
  }
}
