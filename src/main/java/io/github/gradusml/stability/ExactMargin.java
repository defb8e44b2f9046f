package io.github.gradusml.stability;

import io.github.gradusml.internal.Vectors;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The lowest {@code yᵢ·(w·xᵢ + b)} of all rows, by arithmetic that cannot lie: where rounding could
 * decide which row it is, or on which side, it is computed to all digits.
 *
 * <p>Source of the bound: N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd
 * edition, section 3.1.
 */
final class ExactMargin {
  private static final double UNIT = 0x1p-53;

  private final SignedRows rows;
  private final double[] theta;
  private double lowest = Double.POSITIVE_INFINITY;
  private BigDecimal exact;

  /** Rows by their value, as there may be many that are one. */
  private final Map<Double, Integer> compared = new HashMap<>();

  private ExactMargin(SignedRows rows, double[] theta) {
    this.rows = rows;
    this.theta = theta;
  }

  /**
   * Returns the lowest, in units of the line's length.
   *
   * @param radius the length of the longest row
   * @return the margin: positive only if the line separates, to the last digit
   */
  static double of(SignedRows rows, double[] theta, double radius) {
    return new ExactMargin(rows, theta).margin(radius);
  }

  private double margin(double radius) {
    rows.visit(theta, (row, z) -> lowest = Math.min(lowest, z));
    double length = Vectors.norm(theta, 0, theta.length);
    double error = error(radius * length);
    if (lowest < -error) {
      return lowest / length;
    }
    rows.visit(
        theta,
        (row, z) -> {
          // Written so that a bound that overflowed lets all rows in.
          if (!(z - error > lowest + error)) {
            compare(row, z, lowest + error);
          }
        });
    // A double may be too coarse for it, but the sign is right.
    double value = exact.doubleValue() / length;
    return exact.signum() > 0 ? Math.max(Double.MIN_VALUE, value) : value;
  }

  /** What rounding may do to a sum of products that are this large together. */
  private double error(double size) {
    return (theta.length + 4) * (UNIT * size + Double.MIN_VALUE);
  }

  private void compare(int row, double z, double limit) {
    int[] columns = rows.indices(row);
    double[] x = rows.values(row);
    double bias = rows.biased() ? theta[rows.features()] : 0;
    double size = Math.abs(bias);
    for (int at = 0; at < x.length; at++) {
      size += Math.abs(x[at] * theta[columns[at]]);
    }
    if (z - error(size) > limit || isOneOfThoseBefore(row, z, columns, x)) {
      return;
    }
    BigDecimal sum = new BigDecimal(bias);
    for (int at = 0; at < x.length; at++) {
      if (theta[columns[at]] != 0) {
        sum = sum.add(new BigDecimal(x[at]).multiply(new BigDecimal(theta[columns[at]])));
      }
    }
    BigDecimal signed = rows.sign(row) < 0 ? sum.negate() : sum;
    exact = exact == null || signed.compareTo(exact) < 0 ? signed : exact;
  }

  private boolean isOneOfThoseBefore(int row, double z, int[] columns, double[] x) {
    Integer before = compared.putIfAbsent(z, row);
    return before != null
        && rows.sign(before) == rows.sign(row)
        && Arrays.equals(columns, rows.indices(before))
        && Arrays.equals(x, rows.values(before));
  }
}
