package io.github.gradusml.metric;

/** See {@link ConfusionMatrix#matthewsCorrelation()}. */
final class MatthewsCorrelation {
  private MatthewsCorrelation() {}

  static double of(double[][] counts, double all) {
    int k = counts.length;
    double[][] share = new double[k][k];
    double[] actual = new double[k];
    double[] predicted = new double[k];
    for (int a = 0; a < k; a++) {
      for (int p = 0; p < k; p++) {
        share[a][p] = counts[a][p] / all;
        actual[a] += share[a][p];
        predicted[p] += share[a][p];
      }
    }
    double spread = Math.sqrt(spread(actual)) * Math.sqrt(spread(predicted));
    double covariance = k == 2 ? ofTwo(share) : ofSeveral(share, actual, predicted);
    return spread == 0 ? 0 : Math.max(-1, Math.min(1, covariance / spread));
  }

  /** Σ p·(1 − p), where 1 − p is the sum of the others: no digit of a rare class is lost. */
  private static double spread(double[] shares) {
    double spread = 0;
    for (int k = 0; k < shares.length; k++) {
      double others = 0;
      for (int other = 0; other < shares.length; other++) {
        others += other == k ? 0 : shares[other];
      }
      spread += shares[k] * others;
    }
    return spread;
  }

  /** The same as {@link #ofSeveral}, without its cancellation. */
  private static double ofTwo(double[][] share) {
    return 2 * (share[0][0] * share[1][1] - share[0][1] * share[1][0]);
  }

  private static double ofSeveral(double[][] share, double[] actual, double[] predicted) {
    double covariance = 0;
    for (int k = 0; k < actual.length; k++) {
      covariance += share[k][k] - actual[k] * predicted[k];
    }
    return covariance;
  }
}
