package io.github.gradusml.metric;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;

/**
 * What another cut than the usual one is expected to save on rows that it was not chosen on.
 *
 * @param mean per row, in the unit of the costs; below 0 where it costs more
 * @param standardError of the mean, at least 0
 * @param usualCost the mean cost of a row at the usual cut
 */
public record ExpectedSaving(double mean, double standardError, double usualCost) {
  /**
   * Checks the numbers.
   *
   * @param mean finite
   * @param standardError at least 0
   * @param usualCost at least 0
   * @throws IllegalArgumentException if one is not
   */
  public ExpectedSaving {
    Checks.finite("mean", mean);
    Checks.notNegative("standardError", standardError);
    Checks.notNegative("usualCost", usualCost);
  }

  /** Says the saving, its standard error, and what it is taken off. */
  @Override
  public String toString() {
    return "saves "
        + Texts.readable(mean, 4)
        + " ± "
        + Texts.readable(standardError, 2)
        + " of "
        + Texts.readable(usualCost, 4)
        + " a row";
  }
}
