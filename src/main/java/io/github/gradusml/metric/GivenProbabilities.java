package io.github.gradusml.metric;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Ordering;

/**
 * The rows that count, from the smallest probability of a class to the largest.
 *
 * @param probability p of each
 * @param isOfClass whether each is of the class
 * @param share how much each counts, with sum 1
 */
record GivenProbabilities(double[] probability, boolean[] isOfClass, double[] share) {
  static GivenProbabilities of(Scores scores, int ofClass) {
    Checks.index("ofClass", ofClass, scores.output().classes());
    int[] actual = scores.actualClasses();
    double[] p = new double[scores.rows()];
    double sum = 0;
    int counting = 0;
    for (int i = 0; i < p.length; i++) {
      boolean counts = scores.weight(i) > 0;
      p[i] = counts ? probability(scores, i, ofClass) : Double.POSITIVE_INFINITY; // last
      sum += scores.share(i);
      counting += counts ? 1 : 0;
    }
    int[] order = Ordering.ascending(p);
    double[] probability = new double[counting];
    boolean[] isOfClass = new boolean[counting];
    double[] share = new double[counting];
    for (int i = 0; i < counting; i++) {
      int row = order[i];
      probability[i] = p[row];
      isOfClass[i] = actual[row] == ofClass;
      share[i] = scores.share(row) / sum;
    }
    return new GivenProbabilities(probability, isOfClass, share);
  }

  private static double probability(Scores scores, int row, int ofClass) {
    double p = scores.probabilities(row)[ofClass];
    if (Double.isNaN(p)) { // of net inputs that are infinite
      throw new IllegalArgumentException(
          "probability of row " + row + " must be a number, but " + scores.output() + " gave NaN");
    }
    return p;
  }

  int size() {
    return probability.length;
  }

  /** The first row whose probability is at least so much, or the number of rows. */
  int first(double least) {
    int below = 0;
    int end = size();
    while (below < end) {
      int middle = (below + end) >>> 1;
      if (probability[middle] < least) {
        below = middle + 1;
      } else {
        end = middle;
      }
    }
    return below;
  }

  /** Takes rows together, at least one. */
  ReliabilityBin bin(int begin, int end, double from, double to) {
    double all = 0;
    double sum = 0;
    double ofClass = 0;
    double variance = 0;
    for (int i = begin; i < end; i++) {
      double p = probability[i];
      all += share[i];
      sum += share[i] * p;
      ofClass += isOfClass[i] ? share[i] : 0;
    }
    for (int i = begin; i < end; i++) {
      double part = share[i] / all;
      variance += part * part * probability[i] * (1 - probability[i]);
    }
    double mean = Math.min(probability[end - 1], Math.max(probability[begin], sum / all));
    double observed = Math.min(1, ofClass / all);
    double share = Math.min(1, all);
    return new ReliabilityBin(from, to, mean, observed, Math.sqrt(variance), share, end - begin);
  }
}
