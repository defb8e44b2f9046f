package io.github.gradusml.metric;

import io.github.gradusml.internal.Checks;

/**
 * A point of a {@link RocCurve}: what becomes of rows if those are taken for a class whose score
 * reaches a threshold.
 *
 * @param threshold the smallest {@linkplain Scores#score score} that is taken for the class; +∞
 *     where no row is
 * @param falsePositiveRate the share of the rows of other classes that are taken for it, from 0 to
 *     1
 * @param truePositiveRate the share of the rows of the class that are, the recall, from 0 to 1
 */
public record RocPoint(double threshold, double falsePositiveRate, double truePositiveRate) {
  /**
   * Checks that the rates are shares.
   *
   * @param threshold any number, or an infinity
   * @param falsePositiveRate from 0 to 1
   * @param truePositiveRate from 0 to 1
   * @throws IllegalArgumentException if one is not, or the threshold is NaN
   */
  public RocPoint {
    Checks.within("threshold", threshold, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    Checks.within("falsePositiveRate", falsePositiveRate, 0, 1);
    Checks.within("truePositiveRate", truePositiveRate, 0, 1);
  }
}
