package io.github.gradusml.benchmarks;

import java.util.List;

/**
 * Rows of uniform random features with variance 1, and the classes 0 and 1, or 0 … k−1, from a
 * noisy linear model.
 *
 * <pre>{@code
 * two classes:   y = 1 where v·x/√d + noise > 0
 * k classes:     y = argmax over c of v_c·x/√d + noise_c
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
  private static final long START = 1L << 42;

  static Synthetic of(Workload size) {
    int n = size.rows();
    int d = size.columns();
    double[][] x = new double[n][d];
    double[] y = new double[n];
    double[][] directions = new double[size.outputs()][d];
    for (int k = 0; k < directions.length * d; k++) {
      directions[k / d][k % d] = number(DIRECTION + k);
    }
    double[] scores = new double[directions.length];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        x[i][j] = number((long) i * d + j);
      }
      for (int c = 0; c < scores.length; c++) {
        double noise = number(NOISE + (long) i * scores.length + c);
        scores[c] = dot(directions[c], x[i]) / Math.sqrt(d) + noise;
      }
      y[i] = size.hasLayers() ? largest(scores) : scores[0] > 0 ? 1 : 0;
    }
    return new Synthetic(x, y);
  }

  /**
   * The start of layers: weights from [−√(3/inputs), √(3/inputs)), which keep the variance of what
   * goes through them, input by input, and biases 0 behind those of each layer.
   */
  static double[] start(Workload size) {
    int inputs = size.columns();
    int length = 0;
    double[] theta = new double[Math.toIntExact(size.weights()) + sum(size.units())];
    for (int units : size.units()) {
      for (int j = 0; j < inputs * units; j++) {
        theta[length + j] = number(START + length + j) / Math.sqrt(inputs);
      }
      length += (inputs + 1) * units;
      inputs = units;
    }
    return theta;
  }

  private static int sum(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).sum();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  private static int largest(double[] scores) {
    int best = 0;
    for (int c = 1; c < scores.length; c++) {
      best = scores[c] > scores[best] ? c : best;
    }
    return best;
  }

  private static double number(long k) {
    return (uniform(k) - 0.5) * SQRT_12;
  }

  /** The k-th random number, from [0, 1). */
  static double uniform(long k) {
    long bits = (k + 1) * 0x9E3779B97F4A7C15L;
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    bits ^= bits >>> 31;
    return (bits >>> 11) * 0x1p-53;
  }
}
