package io.github.gradusml.diagnosis;

import io.github.gradusml.data.Dataset;
import java.util.Random;

/** Rows for trainings that fall ill by their rate, their length or their penalty. */
final class DescentRows {
  private final Random random;
  private final double[][] x;
  private final double[] z;

  /** Columns that share a part, as large as is said beside the own part of each, which is 1. */
  DescentRows(Random random, int n, int d, double shared) {
    this.random = random;
    this.x = new double[n][d];
    this.z = new double[n];
    double[] w = weights(d);
    for (int i = 0; i < n; i++) {
      double common = shared * random.nextGaussian();
      for (int j = 0; j < d; j++) {
        x[i][j] = common + random.nextGaussian();
        z[i] += w[j] * x[i][j];
      }
    }
  }

  /** Of length 1, and at a right angle to what the columns share. */
  private double[] weights(int d) {
    double[] w = random.doubles(d, 0.5, 1).toArray();
    for (int j = 0; j < d; j++) {
      w[j] *= j % 2 == 0 ? 1 : -1;
    }
    double mean = 0;
    for (double each : w) {
      mean += each / d;
    }
    double squares = 0;
    for (int j = 0; j < d; j++) {
      w[j] -= d > 1 ? mean : 0;
      squares += w[j] * w[j];
    }
    for (int j = 0; j < d; j++) {
      w[j] /= Math.sqrt(squares);
    }
    return w;
  }

  /** What a line says, of variance 1, and noise. */
  Dataset numbers(double noise) {
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = z[i] + noise * random.nextGaussian();
    }
    return Dataset.of(x, y);
  }

  /** Two classes: the side of a line, with noise; so many of ten are then left to a coin. */
  Dataset sides(double low, double noise, int ofTen) {
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      boolean isAbove = z[i] + noise * random.nextGaussian() > 0;
      boolean isLeft = random.nextInt(10) < ofTen;
      y[i] = (isLeft ? random.nextBoolean() : isAbove) ? 1 : low;
    }
    y[0] = 1;
    y[1] = low;
    return Dataset.of(x, y);
  }

  /** Three classes, by where between two parallel lines. */
  Dataset three(double noise) {
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      double at = z[i] + noise * random.nextGaussian();
      y[i] = at < -0.5 ? 0 : at < 0.5 ? 1 : 2;
    }
    for (int i = 0; i < 3; i++) {
      y[i] = i;
    }
    return Dataset.of(x, y);
  }

  /** Mean of ‖(x, 1)‖². */
  double meanSquare() {
    double sum = 0;
    for (double[] row : x) {
      for (double each : row) {
        sum += each * each;
      }
    }
    return 1 + sum / x.length;
  }

  /** The largest eigenvalue of 1/n·[X 1]ᵀ[X 1], by multiplying with it often. */
  double steepest() {
    int d = x[0].length;
    double[] v = random.doubles(d + 1, 0.5, 1).toArray();
    double length = 1;
    for (int k = 0; k < 1000; k++) {
      double[] next = new double[d + 1];
      for (double[] row : x) {
        double dot = v[d];
        for (int j = 0; j < d; j++) {
          dot += v[j] * row[j];
        }
        for (int j = 0; j <= d; j++) {
          next[j] += dot * (j < d ? row[j] : 1) / x.length;
        }
      }
      double squares = 0;
      for (double each : next) {
        squares += each * each;
      }
      length = Math.sqrt(squares);
      for (int j = 0; j <= d; j++) {
        v[j] = next[j] / length;
      }
    }
    return length;
  }

  Dataset scaled(Dataset data, double by) {
    double[][] larger = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      larger[i] = x[i].clone();
      for (int j = 0; j < larger[i].length; j++) {
        larger[i][j] *= by;
      }
    }
    return Dataset.of(larger, data.targets());
  }
}
