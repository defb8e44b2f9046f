package io.github.gradusml.reliability;

import io.github.gradusml.data.Dataset;
import java.util.Arrays;
import java.util.Random;

/**
 * Rows of two classes of which it is known, by how they were made, whether a line separates them.
 *
 * @param data the rows
 * @param biased whether lines may have a bias
 * @param line one that separates, (w, b); null if none does
 */
record SeparabilityProblem(Dataset data, boolean biased, double[] line) {
  /**
   * Weights of rows are so many sixteenths, and numbers multiples of that, so that all is exact.
   */
  private static final int PARTS = 16;

  private static final int MOST_FEATURES = 12;
  private static final int MOST_ROWS = 60;

  /** Rows on their sides of a random line, no nearer to it than a random distance. */
  static SeparabilityProblem separable(Random random) {
    Rows rows = new Rows(random);
    double[] w = random.doubles(rows.d, -1, 1).toArray();
    double bias = rows.biased ? random.nextGaussian() : 0;
    double squares = Arrays.stream(w).map(v -> v * v).sum();
    double gap = Math.pow(10, -6 * random.nextDouble()) * Math.sqrt(squares);
    for (int i = 0; i < rows.x.length; i++) {
      double z = bias;
      for (int j = 0; j < rows.d; j++) {
        rows.x[i][j] = random.nextGaussian();
        z += w[j] * rows.x[i][j];
      }
      double wanted = rows.y[i] * Math.max(Math.abs(z), gap);
      for (int j = 0; j < rows.d; j++) {
        rows.x[i][j] += (wanted - z) * w[j] / squares;
      }
    }
    double[] line = Arrays.copyOf(w, rows.d + 1);
    line[rows.d] = bias;
    return rows.problem(line);
  }

  /** Rows of which a weighted mean of one class is one of the other, to the last digit. */
  static SeparabilityProblem notSeparable(Random random) {
    Rows rows = new Rows(random);
    int n = rows.x.length;
    for (double[] x : rows.x) {
      Arrays.setAll(x, j -> PARTS * (random.nextInt(2001) - 1000));
    }
    int[] parts = new int[n];
    int ofEachClass = rows.biased ? PARTS : 1 + random.nextInt(PARTS);
    for (int k = 0; k < ofEachClass; k++) {
      parts[random.nextInt(n / 2) * 2]++; // of the class of row 0
      parts[k == 0 ? 1 : random.nextInt((n + 1) / 2 - (n % 2)) * 2 + 1]++; // of that of row 1
    }
    // Row 1 makes the two means one; where it counts so often, the others are that far apart.
    double[] balance = new double[rows.d];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < rows.d; j++) {
        balance[j] += i == 1 ? 0 : parts[i] * rows.y[i] * rows.x[i][j];
      }
    }
    // y₁ times parts₁ times x₁ is −balance: a multiple of parts₁, if the others are.
    for (int j = 0; j < rows.d; j++) {
      for (int i = 0; i < n; i++) {
        rows.x[i][j] *= i == 1 ? 0 : parts[1];
      }
      rows.x[1][j] = -rows.y[1] * balance[j];
    }
    return rows.problem(null);
  }

  /** What the two kinds have in common: sizes, classes, units, and rows that do not count. */
  private static final class Rows {
    private final Random random;
    private final int d;
    private final boolean biased;
    private final double[][] x;
    private final double[] y;

    Rows(Random random) {
      this.random = random;
      this.d = 1 + random.nextInt(MOST_FEATURES);
      this.biased = random.nextInt(4) > 0;
      this.x = new double[2 + random.nextInt(MOST_ROWS - 1)][d];
      this.y = new double[x.length];
      double first = random.nextBoolean() ? 1 : -1;
      Arrays.setAll(y, i -> i % 2 == 0 ? first : -first);
    }

    /** In units of powers of two, which change no digit; some with further rows of weight 0. */
    SeparabilityProblem problem(double[] line) {
      int size = random.nextInt(16) == 0 ? 400 * random.nextInt(2) - 200 : 0;
      for (int j = 0; j < d; j++) {
        int exponent = size + random.nextInt(31) - 15;
        for (double[] row : x) {
          row[j] = Math.scalb(row[j], exponent);
        }
        if (line != null) {
          line[j] = Math.scalb(line[j], -exponent);
        }
      }
      Dataset data = Dataset.of(x, y);
      return new SeparabilityProblem(random.nextInt(4) == 0 ? withOthers() : data, biased, line);
    }

    /** The rows once more, of the other class, without weight. */
    private Dataset withOthers() {
      int n = x.length;
      double[][] twice = new double[2 * n][];
      double[] targets = new double[2 * n];
      double[] weights = new double[2 * n];
      for (int i = 0; i < n; i++) {
        twice[2 * i] = x[i];
        twice[2 * i + 1] = x[i];
        targets[2 * i] = y[i];
        targets[2 * i + 1] = -y[i];
        weights[2 * i] = 1 + random.nextInt(3);
      }
      return Dataset.of(twice, targets).withWeights(weights);
    }
  }
}
