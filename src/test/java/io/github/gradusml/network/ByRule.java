package io.github.gradusml.network;

import io.github.gradusml.data.Dataset;
import java.util.Arrays;

/** Numbers that any language makes to the last bit, and rows of them. */
final class ByRule {
  static final int FEATURES = 5;
  private static final int ROWS = 90;

  private ByRule() {}

  /** s ← (1103515245·s + 12345) mod 2³¹, and s/2³⁰ − 1, from s = seed on. */
  static double[] numbers(long seed, int count) {
    double[] numbers = new double[count];
    long s = seed;
    for (int k = 0; k < count; k++) {
      s = (1103515245L * s + 12345) % (1L << 31);
      numbers[k] = s / (double) (1 << 30) - 1;
    }
    return numbers;
  }

  /** Parameters of a training's start: half of them. */
  static double[] start(int count) {
    return Arrays.stream(numbers(2, count)).map(v -> 0.5 * v).toArray();
  }

  /** 90 rows of three classes. */
  static Dataset classes() {
    double[][] x = features();
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      y[i] = (x[i][0] + 0.5 * x[i][1] > -0.25 ? 1 : 0) + (x[i][0] - x[i][2] > 0.5 ? 1 : 0);
    }
    return Dataset.of(x, y);
  }

  /** The same rows with a number for a target. */
  static Dataset numbers() {
    double[][] x = features();
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      y[i] = x[i][0] * x[i][1] + 0.5 * x[i][2];
    }
    return Dataset.of(x, y);
  }

  private static double[][] features() {
    double[] all = numbers(1, ROWS * FEATURES);
    double[][] x = new double[ROWS][];
    Arrays.setAll(x, i -> Arrays.copyOfRange(all, i * FEATURES, (i + 1) * FEATURES));
    return x;
  }
}
