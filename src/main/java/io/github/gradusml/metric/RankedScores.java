package io.github.gradusml.metric;

import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Ordering;
import java.util.Set;

/**
 * Rows that count, from the largest score for a class to the smallest, and what those of one score
 * weigh together: the positives, which are of the class, and the negatives, which are not.
 *
 * <p>Weights of either are in a unit of their own, so that no product of two vanishes or overflows.
 */
final class RankedScores {
  private final Scores scores;
  private final int[] actual;
  private final int ofClass;
  private final double[] score;
  private final int[] ascending;
  private final double unitOfPositives;
  private final double unitOfNegatives;
  private final Totals totals = new Totals();

  private RankedScores(Scores scores, int ofClass) {
    this.scores = scores;
    this.actual = scores.actualClasses();
    this.ofClass = ofClass;
    this.score = new double[scores.rows()];
    for (int i = 0; i < score.length; i++) {
      score[i] = scores.score(i, ofClass);
    }
    this.ascending = Ordering.ascending(score);
    this.unitOfPositives = unit(true);
    this.unitOfNegatives = unit(false);
    forEach(totals);
  }

  /** For curves and areas above false positives: rows of the class and others must be there. */
  static RankedScores ofBoth(Scores scores, int ofClass) {
    checkBoth(scores.output(), scores.data(), ofClass);
    return new RankedScores(scores, ofClass);
  }

  /** For precision and recall: rows of the class must be there. */
  static RankedScores ofFound(Scores scores, int ofClass) {
    checkFound(scores.output(), scores.data(), ofClass);
    return new RankedScores(scores, ofClass);
  }

  static void checkBoth(Output output, Dataset data, int ofClass) {
    Checks.index("ofClass", ofClass, output.classes());
    Set<Integer> present = ActualClasses.present(output, data);
    boolean isPresent = present.contains(ofClass);
    int others = present.size() - (isPresent ? 1 : 0);
    if (isPresent && others > 0) {
      return;
    }
    String rule =
        output.classes() == 2
            ? "both classes"
            : ActualClasses.text(data, output, ofClass) + " and of others";
    throw new IllegalArgumentException(
        "data must have rows of " + rule + " for the ROC AUC, but " + what(data, others > 1));
  }

  static void checkFound(Output output, Dataset data, int ofClass) {
    Checks.index("ofClass", ofClass, output.classes());
    if (!ActualClasses.present(output, data).contains(ofClass)) {
      throw new IllegalArgumentException(
          "data must have rows of "
              + ActualClasses.text(data, output, ofClass)
              + " for its precision and recall, but "
              + what(data, data.targetKinds().length > 1));
    }
  }

  private static String what(Dataset data, boolean several) {
    return several ? "have none of it" : "all have target " + data.targetKinds()[0];
  }

  /** A power of two, so that no digit is lost. */
  private double unit(boolean positive) {
    double largest = 0;
    for (int i = 0; i < actual.length; i++) {
      if (isPositive(i) == positive) {
        largest = Math.max(largest, scores.weight(i));
      }
    }
    return Math.max(Double.MIN_NORMAL, Math.scalb(1.0, Math.getExponent(largest)));
  }

  private boolean isPositive(int row) {
    return actual[row] == ofClass;
  }

  /** Rows that have one score, and what the positives and the negatives of them weigh. */
  interface Ties {
    void take(double score, double positives, double negatives);
  }

  /** Hands out all scores, each once, from the largest to the smallest. */
  void forEach(Ties ties) {
    for (int from = ascending.length - 1, to = from; from >= 0; from = to) {
      double here = score[ascending[from]];
      double positives = 0;
      double negatives = 0;
      do { // at least one row, also where a row of weight 0 has no number
        int row = ascending[to--];
        if (isPositive(row)) {
          positives += scores.weight(row) / unitOfPositives;
        } else {
          negatives += scores.weight(row) / unitOfNegatives;
        }
      } while (to >= 0 && score[ascending[to]] == here);
      if (positives > 0 || negatives > 0) {
        ties.take(here + 0.0, positives, negatives); // −0.0 + 0.0 is 0.0
      }
    }
  }

  /** The share of the positives that a part of them is. */
  double ofPositives(double part) {
    return part / totals.positives;
  }

  /** The share of the negatives that a part of them is. */
  double ofNegatives(double part) {
    return part / totals.negatives;
  }

  /** The share of some rows, of either kind, that is positive; the two units may be far apart. */
  double precision(double positives, double negatives) {
    if (positives == 0 || negatives == 0) {
      return positives > 0 ? 1 : 0;
    }
    return positives / (positives + negatives * (unitOfNegatives / unitOfPositives));
  }

  /** See {@link Metric#rocAuc()}. */
  double area() {
    Area area = new Area();
    forEach(area);
    return Math.min(1, ofNegatives(ofPositives(area.pairs))); // rounding may lead beyond
  }

  /** See {@link Metric#averagePrecision()}. */
  double averagePrecision() {
    Precisions precisions = new Precisions();
    forEach(precisions);
    return ofPositives(precisions.sum);
  }

  /** All rows; in the order of the ties, so that the last share of a curve is 1 exactly. */
  private static final class Totals implements Ties {
    private double positives;
    private double negatives;

    @Override
    public void take(double score, double positivesHere, double negativesHere) {
      positives += positivesHere;
      negatives += negativesHere;
    }
  }

  /** Counts pairs in the right order, and half of those that tie. */
  private static final class Area implements Ties {
    private double pairs;
    private double positives;

    @Override
    public void take(double score, double positivesHere, double negativesHere) {
      pairs += negativesHere * (positives + positivesHere / 2);
      positives += positivesHere;
    }
  }

  /** Adds up the precision where each positive comes in. */
  private final class Precisions implements Ties {
    private double sum;
    private double positives;
    private double negatives;

    @Override
    public void take(double score, double positivesHere, double negativesHere) {
      positives += positivesHere;
      negatives += negativesHere;
      sum += positivesHere * precision(positives, negatives);
    }
  }
}
