package io.github.gradusml.regularization;

import io.github.gradusml.internal.Checks;
import java.util.List;

/**
 * See {@link Regularizer#l2}.
 *
 * @param alpha the strength
 */
record L2(double alpha) implements Regularizer {
  L2 {
    Checks.notNegative("alpha", alpha);
  }

  @Override
  public double value(double[] theta, int from, int to) {
    double sum = 0;
    for (int j = from; j < to; j++) {
      sum += theta[j] * theta[j];
    }
    return alpha / 2 * sum;
  }

  @Override
  public void addGradient(double[] theta, double[] gradient, int from, int to) {
    for (int j = from; j < to; j++) {
      gradient[j] += alpha * theta[j];
    }
  }

  @Override
  public double curvature() {
    return alpha;
  }

  @Override
  public double shrinkage() {
    return 0;
  }

  @Override
  public List<String> formulas() {
    return List.of("g ← g + " + alpha + "·w");
  }

  @Override
  public String toString() {
    return "L2(alpha " + alpha + ")";
  }
}
