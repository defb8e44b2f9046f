package io.github.gradusml.metric;

import io.github.gradusml.internal.Checks;

/**
 * A point of a {@link PrecisionRecallCurve}: what becomes of rows if those are taken for a class
 * whose score reaches a threshold.
 *
 * @param threshold the smallest {@linkplain Scores#score score} that is taken for the class
 * @param precision the share of the rows taken for the class that are of it, from 0 to 1
 * @param recall the share of the rows of the class that are taken for it, from 0 to 1
 */
public record PrecisionRecallPoint(double threshold, double precision, double recall) {
  /**
   * Checks that precision and recall are shares.
   *
   * @param threshold any number, or an infinity
   * @param precision from 0 to 1
   * @param recall from 0 to 1
   * @throws IllegalArgumentException if one is not, or the threshold is NaN
   */
  public PrecisionRecallPoint {
    Checks.within("threshold", threshold, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    Checks.within("precision", precision, 0, 1);
    Checks.within("recall", recall, 0, 1);
  }
}
