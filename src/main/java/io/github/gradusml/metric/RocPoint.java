package io.github.gradusml.metric;

import io.github.gradusml.internal.Checks;

/**
 * A point of a {@link RocCurve}: what becomes of the rows of two classes if those are taken for
 * class 1 whose net input reaches a threshold.
 *
 * @param threshold the smallest net input that is taken for class 1; of two outputs, the smallest
 *     z₁ − z₀; +∞ where no row is
 * @param falsePositiveRate the share of the rows of class 0 that are taken for class 1, from 0 to 1
 * @param truePositiveRate the share of the rows of class 1 that are, the recall, from 0 to 1
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
