package io.github.gradusml.diagnosis;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Standardizer;
import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Rows whose columns have nothing to do with each other, in an order left to chance, and weights
 * none of which says all.
 */
final class HealthyRows {
  private static final int VALIDATION = 600;

  private HealthyRows() {}

  /** Rows to train on, and others, standardized as these. */
  record Pair(Dataset train, Dataset validation) {
    static Pair standardized(Dataset train, Dataset validation) {
      Standardizer scaler = Standardizer.fit(train);
      return new Pair(scaler.apply(train), scaler.apply(validation));
    }
  }

  /** How many rows there are at least, so that so many parameters do not learn them by heart. */
  static int size(Random random, int parameters) {
    int least = Math.max(60, 25 * parameters);
    return (int) (least * Math.pow(Math.max(1, 2000.0 / least), random.nextDouble()));
  }

  static Pair of(Random random, int n, int d, ToDoubleFunction<double[]> target) {
    return Pair.standardized(rows(random, n, d, target), rows(random, VALIDATION, d, target));
  }

  private static Dataset rows(Random random, int n, int d, ToDoubleFunction<double[]> target) {
    double[][] x = new double[n][d];
    for (double[] row : x) {
      Arrays.setAll(row, j -> random.nextGaussian());
    }
    return Dataset.of(x, Arrays.stream(x).mapToDouble(target).toArray());
  }

  /**
   * Weights of a given length, of which the largest is no more than twice the smallest; where there
   * are as many, some are 0.
   */
  static double[] weights(Random random, int d, int zeros, double length) {
    double[] w = new double[d];
    for (int j = zeros; j < d; j++) {
      w[j] = (0.5 + 0.5 * random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
    }
    double norm = Math.sqrt(dot(w, w));
    return Arrays.stream(w).map(v -> v * length / norm).toArray();
  }

  static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(j -> a[j] * b[j]).sum();
  }

  static double probability(double z) {
    return 1 / (1 + Math.exp(-z));
  }
}
