package io.github.gradusml.data;

import io.github.gradusml.rows.Rows;

/**
 * Mean and standard deviation of one column, however large or small its numbers are.
 *
 * <p>It counts in units of about the largest number, so that no square overflows or vanishes; of a
 * power of two, so that no digit is lost. One pass for the mean, one for the distances from it.
 *
 * @param mean μ
 * @param deviation σ; 0 if it is too small for a double
 */
record CarefulColumn(double mean, double deviation) {
  /**
   * Measures.
   *
   * @param column the numbers, of which not all that count are 0
   * @param shares how much each counts, 1 on average; null where all count the same
   */
  static CarefulColumn of(double[] column, double[] shares) {
    double unit = unit(column, shares);
    double[] one = new double[1];
    Rows inUnits =
        Rows.dense(
            column.length,
            1,
            i -> {
              one[0] = counts(shares, i) ? column[i] / unit : 0;
              return one;
            });
    Distances fromZero = Distances.ofAll(inUnits, shares, new double[1]);
    Distances fromMean = Distances.ofAll(inUnits, shares, fromZero.means());
    return new CarefulColumn(unit * fromMean.means()[0], unit * fromMean.deviations()[0]);
  }

  private static double unit(double[] column, double[] shares) {
    double largest = 0;
    for (int i = 0; i < column.length; i++) {
      largest = counts(shares, i) ? Math.max(largest, Math.abs(column[i])) : largest;
    }
    return Math.scalb(1.0, Math.getExponent(largest));
  }

  private static boolean counts(double[] shares, int row) {
    return shares == null || shares[row] > 0;
  }
}
