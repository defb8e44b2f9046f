package io.github.gradusml.internal;

/** The Euclidean length of an array, also where the squares would overflow or underflow. */
final class EuclideanNorm {
  /** From here up, squares that underflowed are too small to change the sum of squares. */
  private static final double SMALLEST_SAFE_SQUARES = 0x1p-900;

  private EuclideanNorm() {}

  /**
   * Returns the length.
   *
   * <pre>{@code √(Σⱼ xⱼ²)}</pre>
   *
   * @param x the numbers
   * @param from where they start
   * @param n how many
   * @return the length; ∞ only if an element or the length itself is beyond the doubles, NaN if an
   *     element is NaN
   */
  static double of(double[] x, int from, int n) {
    double squares = Vectors.squaredNorm(x, from, n);
    if (squares >= SMALLEST_SAFE_SQUARES && squares <= Double.MAX_VALUE) {
      return Math.sqrt(squares);
    }
    return scaled(x, from, n);
  }

  /** The same after dividing by a power of two near the largest element, which is exact. */
  private static double scaled(double[] x, int from, int n) {
    double largest = 0;
    for (int j = from; j < from + n; j++) {
      largest = Math.max(largest, Math.abs(x[j])); // NaN if either is
    }
    if (!(largest > 0 && largest <= Double.MAX_VALUE)) {
      return largest;
    }
    int exponent = Math.getExponent(largest);
    double[] sums = new double[4];
    for (int j = 0; j < n; j++) {
      double value = Math.scalb(x[from + j], -exponent);
      sums[j & 3] += value * value;
    }
    return Math.scalb(Math.sqrt((sums[0] + sums[1]) + (sums[2] + sums[3])), exponent);
  }
}
