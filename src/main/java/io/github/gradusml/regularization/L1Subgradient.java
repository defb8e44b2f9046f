package io.github.gradusml.regularization;

import java.util.List;

/**
 * See {@link Regularizer#l1Subgradient}.
 *
 * @param l1 the penalty
 */
record L1Subgradient(L1 l1) implements Regularizer {
  @Override
  public double value(double[] theta, int from, int to) {
    return l1.value(theta, from, to);
  }

  @Override
  public void addGradient(double[] theta, double[] gradient, int from, int to) {
    for (int j = from; j < to; j++) {
      gradient[j] += l1.alpha() * Math.signum(theta[j]);
    }
  }

  @Override
  public List<String> formulas() {
    return List.of("g ← g + " + l1.alpha() + "·sign(w)");
  }

  @Override
  public String toString() {
    return "L1 by subgradient(alpha " + l1.alpha() + ")";
  }
}
