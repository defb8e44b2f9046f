package io.github.gradusml.metric;

import io.github.gradusml.internal.Checks;

/**
 * What mistakes cost where rows are taken for class 1 from some prediction on: a point of {@link
 * CutCosts}.
 *
 * @param cut from which prediction on; what {@code Pipeline.withCut} takes
 * @param mean the mean cost of a row
 * @param falsePositiveShare the share of all rows that are of class 0 and taken for 1
 * @param falseNegativeShare the share of all rows that are of class 1 and taken for 0
 */
public record CutCost(
    double cut, double mean, double falsePositiveShare, double falseNegativeShare) {
  /**
   * Checks the numbers.
   *
   * @param cut finite
   * @param mean at least 0
   * @param falsePositiveShare from 0 to 1
   * @param falseNegativeShare from 0 to 1
   * @throws IllegalArgumentException if one is not
   */
  public CutCost {
    Checks.finite("cut", cut);
    Checks.notNegative("mean", mean);
    Checks.within("falsePositiveShare", falsePositiveShare, 0, 1);
    Checks.within("falseNegativeShare", falseNegativeShare, 0, 1);
  }
}
