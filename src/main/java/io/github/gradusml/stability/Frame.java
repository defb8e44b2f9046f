package io.github.gradusml.stability;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Standardizer;
import java.util.Arrays;

/**
 * Units for rows and lines, in which the numbers of all features are about as large.
 *
 * <pre>{@code
 * pᵢ = yᵢ·((xᵢ − c)/s, 1)/u        a line ω there is w = ω/s, b = ω₀ − Σⱼ cⱼ·wⱼ here
 * }</pre>
 *
 * <p>Whether a line separates is the same in all units; how large its margin is, is not.
 */
final class Frame {
  /** From here up, the difference of two doubles may be none. */
  private static final double HUGE = 0x1p960;

  private final SignedRows rows;
  private final double[] center;
  private final double[] scale;
  private final double unit;

  private Frame(SignedRows rows, double[] center, double[] scale, double unit) {
    this.rows = rows;
    this.center = center;
    this.scale = scale;
    this.unit = unit;
  }

  /** The user's own units, but for a power of two, which changes no digit. */
  static Frame own(SignedRows rows, double radius) {
    double[] ones = new double[rows.features()];
    Arrays.fill(ones, 1);
    double unit = Math.scalb(1.0, Math.min(Double.MAX_EXPONENT, Math.getExponent(radius) + 1));
    return new Frame(rows, new double[ones.length], ones, unit);
  }

  /** Each feature in units of its standard deviation, or of its size where there is no bias. */
  static Frame standardized(SignedRows rows, Dataset data) {
    double[] center = new double[rows.features()];
    double[] scale;
    if (rows.biased()) {
      Standardizer standardizer = Standardizer.fit(data);
      center = standardizer.means();
      scale = standardizer.scales();
      for (int j = 0; j < scale.length; j++) {
        // 1 stands for a deviation of 0: where it is that only for a double, all may hang on it.
        scale[j] = scale[j] == 1 ? rows.largestDistance(j, center[j]) : scale[j];
      }
    } else {
      scale = rows.sizes();
    }
    // A row is about as long as the root of the number of its features.
    int half = (33 - Integer.numberOfLeadingZeros(scale.length)) / 2;
    return new Frame(rows, center, scale, Math.scalb(1.0, half));
  }

  int dimension() {
    return rows.parameters();
  }

  /** pᵢ. */
  double[] point(int row) {
    double[] x = rows.row(row);
    double[] point = Arrays.copyOf(x, dimension());
    double sign = rows.sign(row) / unit;
    for (int j = 0; j < x.length; j++) {
      double part = Math.max(Math.abs(center[j]), scale[j]) > HUGE ? 0.5 : 1;
      point[j] = (part * x[j] - part * center[j]) / (part * scale[j]) * sign;
    }
    if (rows.biased()) {
      point[x.length] = sign;
    }
    return point;
  }

  /**
   * A line in the user's units, (w, b), up to the factor {@link #exponent}: of a size that keeps
   * its products with rows from overflowing.
   */
  double[] line(double[] omega) {
    int exponent = exponent(omega);
    double[] theta = new double[omega.length];
    if (rows.biased()) {
      theta[scale.length] = Math.scalb(omega[scale.length], exponent);
    }
    for (int j = 0; j < scale.length; j++) {
      theta[j] = quotient(omega[j], scale[j], exponent);
      if (rows.biased() && center[j] != 0) {
        theta[scale.length] -= center[j] * theta[j];
      }
    }
    return theta;
  }

  /** pᵢ·ω = z·2⁻ᵏ/u, where z is that of {@link #line} and k this. */
  int exponent(double[] omega) {
    int largest = rows.biased() ? Math.getExponent(omega[scale.length]) : Double.MIN_EXPONENT;
    for (int j = 0; j < scale.length; j++) {
      if (omega[j] != 0) {
        int size = Math.max(0, Math.getExponent(center[j]));
        largest = Math.max(largest, Math.getExponent(omega[j]) - Math.getExponent(scale[j]) + size);
      }
    }
    return -largest;
  }

  double unit() {
    return unit;
  }

  /** In two steps, so that neither the quotient nor the power of two overflows. */
  private static double quotient(double value, double scale, int exponent) {
    int shift = Math.getExponent(scale);
    return Math.scalb(value / Math.scalb(scale, -shift), exponent - shift);
  }
}
