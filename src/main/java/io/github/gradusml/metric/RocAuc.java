package io.github.gradusml.metric;

import io.github.gradusml.internal.Ordering;

/** See {@link Metric#rocAuc()}. */
final class RocAuc {
  private RocAuc() {}

  static double of(Scores scores) {
    scores.checkTwoClasses();
    int last = scores.outputs() - 1;
    double[] z = new double[scores.rows()];
    for (int i = 0; i < z.length; i++) {
      // Of two outputs, how far class 1 is ahead.
      z[i] = scores.netInput(i, last) - (last == 0 ? 0 : scores.netInput(i, 0));
    }
    int[] order = Ordering.ascending(z);
    double pairs = 0;
    double positives = 0;
    double negatives = 0;
    for (int from = 0, to = 0; from < z.length; from = to) {
      double positivesHere = 0;
      double negativesHere = 0;
      do { // at least one row, also where ∞ − ∞ is no number
        int row = order[to++];
        if (scores.target(row) == 1) {
          positivesHere += scores.weight(row);
        } else {
          negativesHere += scores.weight(row);
        }
      } while (to < z.length && z[order[to]] == z[order[from]]);
      pairs += positivesHere * (negatives + negativesHere / 2);
      positives += positivesHere;
      negatives += negativesHere;
    }
    if (positives == 0 || negatives == 0) {
      throw new IllegalArgumentException(
          "data must have rows of both classes for the ROC AUC, but all have target "
              + scores.target(0));
    }
    return pairs / (positives * negatives);
  }
}
