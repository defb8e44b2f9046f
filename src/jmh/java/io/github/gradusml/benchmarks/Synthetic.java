package io.github.gradusml.benchmarks;

/**
 * Rows of uniform random features with variance 1, and the classes 0 and 1 from a noisy linear
 * model.
 *
 * <pre>{@code
 * y = 1 where v·x/√d + noise > 0
 * }</pre>
 *
 * <p>The k-th random number is a function of k alone, so that the C and Python programs can make
 * the same numbers, each in its own way.
 *
 * <p>Source: G. Steele, D. Lea and C. Flood, Fast splittable pseudorandom number generators, 2014,
 * doi:10.1145/2660193.2660195 (SplitMix64).
 *
 * @param x the features, row by row
 * @param y the classes
 */
record Synthetic(double[][] x, double[] y) {
  private static final double SQRT_12 = 3.4641016151377544;
  private static final long DIRECTION = 1L << 40;
  private static final long NOISE = 1L << 41;

  static Synthetic of(Workload size) {
    int n = size.rows();
    int d = size.columns();
    double[][] x = new double[n][d];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      double score = 0;
      for (int j = 0; j < d; j++) {
        x[i][j] = number((long) i * d + j);
        score += x[i][j] * number(DIRECTION + j);
      }
      y[i] = score / Math.sqrt(d) + number(NOISE + i) > 0 ? 1 : 0;
    }
    return new Synthetic(x, y);
  }

  private static double number(long k) {
    long bits = (k + 1) * 0x9E3779B97F4A7C15L;
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    bits ^= bits >>> 31;
    return ((bits >>> 11) * 0x1p-53 - 0.5) * SQRT_12;
  }
}
