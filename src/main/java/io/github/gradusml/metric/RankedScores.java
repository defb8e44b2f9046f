package io.github.gradusml.metric;

import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Ordering;

/**
 * Rows of two classes that count, by ascending score, and what those of one score weigh together.
 *
 * <p>Weights of a class are in a unit of their own, so that no product of two vanishes or
 * overflows.
 */
final class RankedScores {
  private final Scores scores;
  private final double[] z;
  private final int[] order;
  private final double unitOfPositives;
  private final double unitOfNegatives;

  private RankedScores(Scores scores) {
    this.scores = scores;
    this.z = new double[scores.rows()];
    for (int i = 0; i < z.length; i++) {
      z[i] = score(scores, i);
    }
    this.order = Ordering.ascending(z);
    this.unitOfPositives = unit(scores, true);
    this.unitOfNegatives = unit(scores, false);
  }

  static RankedScores of(Scores scores) {
    check(scores.output(), scores.data());
    return new RankedScores(scores);
  }

  /** Checks that there are rows of two classes that count. */
  static void check(Output output, Dataset data) {
    ActualClasses.checkTwo(output, data);
    double[] kinds = data.targetKinds();
    if (kinds.length == 1) {
      throw new IllegalArgumentException(
          "data must have rows of both classes for the ROC AUC, but all have target " + kinds[0]);
    }
  }

  /** Of two outputs, how far class 1 is ahead; 0 where both are the same infinity. */
  private static double score(Scores scores, int row) {
    if (scores.outputs() == 1) {
      return scores.netInput(row, 0);
    }
    double one = scores.netInput(row, 1);
    double zero = scores.netInput(row, 0);
    return one == zero ? 0 : one - zero;
  }

  /** A power of two, so that no digit is lost. */
  private static double unit(Scores scores, boolean positive) {
    double largest = 0;
    for (int i = 0; i < scores.rows(); i++) {
      if ((scores.target(i) == 1) == positive) {
        largest = Math.max(largest, scores.weight(i));
      }
    }
    return Math.max(Double.MIN_NORMAL, Math.scalb(1.0, Math.getExponent(largest)));
  }

  /** Rows that have one score, and what those of either class weigh. */
  interface Ties {
    void take(double score, double positives, double negatives);
  }

  /** Hands out all scores, each once, in ascending order. */
  void forEach(Ties ties) {
    for (int from = 0, to = 0; from < order.length; from = to) {
      double positives = 0;
      double negatives = 0;
      do { // at least one row, also where a row of weight 0 has no number
        int row = order[to++];
        if (scores.target(row) == 1) {
          positives += scores.weight(row) / unitOfPositives;
        } else {
          negatives += scores.weight(row) / unitOfNegatives;
        }
      } while (to < order.length && z[order[to]] == z[order[from]]);
      if (positives > 0 || negatives > 0) {
        ties.take(z[order[from]], positives, negatives);
      }
    }
  }

  /** See {@link Metric#rocAuc()}. */
  double area() {
    Area area = new Area();
    forEach(area);
    return area.pairs / (area.positives * area.negatives);
  }

  /** Counts pairs in the right order, and half of those that tie. */
  private static final class Area implements Ties {
    private double pairs;
    private double positives;
    private double negatives;

    @Override
    public void take(double score, double positivesHere, double negativesHere) {
      pairs += positivesHere * (negatives + negativesHere / 2);
      positives += positivesHere;
      negatives += negativesHere;
    }
  }
}
