package io.github.gradusml.metric;

/**
 * How far the classes found agree with the true ones beyond chance: see {@link
 * ConfusionMatrix#matthewsCorrelation()} and {@link ConfusionMatrix#cohensKappa()}.
 */
final class Agreement {
  private final double[][] share;
  private final double[] actual;
  private final double[] predicted;

  /** Of counts in any unit, and their sum. */
  Agreement(double[][] counts, double all) {
    int k = counts.length;
    share = new double[k][k];
    actual = new double[k];
    predicted = new double[k];
    for (int a = 0; a < k; a++) {
      for (int p = 0; p < k; p++) {
        share[a][p] = counts[a][p] / all;
        actual[a] += share[a][p];
        predicted[p] += share[a][p];
      }
    }
  }

  double matthewsCorrelation() {
    double spread =
        Math.sqrt(disagreement(actual, actual)) * Math.sqrt(disagreement(predicted, predicted));
    return quotient(covariance(), spread);
  }

  double cohensKappa() {
    return quotient(covariance(), disagreement(actual, predicted));
  }

  /** 0/0 is 0; rounding may lead beyond ±1. */
  private static double quotient(double covariance, double largest) {
    return largest == 0 ? 0 : Math.max(-1, Math.min(1, covariance / largest));
  }

  /**
   * How often two classes differ that are drawn by chance: Σ p·(1 − q), where 1 − q is the sum of
   * the others: no digit of a rare class is lost.
   */
  private static double disagreement(double[] p, double[] q) {
    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      double others = 0;
      for (int other = 0; other < q.length; other++) {
        others += other == k ? 0 : q[other];
      }
      sum += p[k] * others;
    }
    return sum;
  }

  /** How much more often the classes agree than by chance. */
  private double covariance() {
    if (share.length == 2) { // the same as below, without its cancellation
      return 2 * (share[0][0] * share[1][1] - share[0][1] * share[1][0]);
    }
    double covariance = 0;
    for (int k = 0; k < actual.length; k++) {
      covariance += share[k][k] - actual[k] * predicted[k];
    }
    return covariance;
  }
}
