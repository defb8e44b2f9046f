package io.github.gradusml.diagnosis;

import io.github.gradusml.data.Dataset;
import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Rows at random, and targets that are some function of them. */
final class RandomRows {
  private RandomRows() {}

  /** The first numbers of seeds that follow each other are alike; those of this one are not. */
  static Random mixed(Random random) {
    return new Random(random.nextLong() * 0x9E3779B97F4A7C15L);
  }

  /** Features of mean 0 and deviation 1. */
  static double[][] standard(Random random, int rows, int columns) {
    double[][] x = new double[rows][columns];
    for (double[] row : x) {
      Arrays.setAll(row, j -> random.nextGaussian());
    }
    return x;
  }

  static Dataset numbers(double[][] x, ToDoubleFunction<double[]> target) {
    return Dataset.of(x, Arrays.stream(x).mapToDouble(target).toArray());
  }

  /** Two classes, each of about half of the rows, by whether a score is above its median. */
  static Dataset classes(double[][] x, ToDoubleFunction<double[]> score, double low) {
    double[] scores = Arrays.stream(x).mapToDouble(score).toArray();
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    double median = sorted[sorted.length / 2];
    return Dataset.of(x, Arrays.stream(scores).map(s -> s >= median ? 1 : low).toArray());
  }

  /** k classes, each of about as many rows, by the order of a score. */
  static Dataset manyClasses(double[][] x, ToDoubleFunction<double[]> score, int k) {
    double[] scores = Arrays.stream(x).mapToDouble(score).toArray();
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      int rank = Math.abs(Arrays.binarySearch(sorted, scores[i]));
      y[i] = Math.min(k - 1, rank * k / y.length);
    }
    return Dataset.of(x, y);
  }

  /** A weighted sum, with weights of a deviation of 1. */
  static ToDoubleFunction<double[]> linear(Random random, int columns) {
    double[] w = random.doubles(columns, 0.5, 1.5).toArray();
    for (int j = 0; j < columns; j++) {
      w[j] *= random.nextBoolean() ? 1 : -1;
    }
    return x -> {
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        sum += w[j] * x[j];
      }
      return sum;
    };
  }

  /** The first rows and the others. */
  static Dataset[] split(Dataset all, int first) {
    int[] rows = new int[all.rows()];
    Arrays.setAll(rows, i -> i);
    return new Dataset[] {
      all.select(Arrays.copyOf(rows, first)),
      all.select(Arrays.copyOfRange(rows, first, rows.length))
    };
  }
}
