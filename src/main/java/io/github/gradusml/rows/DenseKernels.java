package io.github.gradusml.rows;

import io.github.gradusml.internal.Vectors;

/**
 * The hot loops over rows that lie one behind the other, each with one defined order of operations.
 *
 * <p>Sums over columns are those of {@link Vectors}, four interleaved, where there is one unit, and
 * go strictly from column to column where there are several. Sums over rows go strictly from row to
 * row. Row i is {@code x[start + i·columns] …}.
 */
final class DenseKernels {
  private DenseKernels() {}

  /**
   * Z ← X·w, one row after the other, on purpose: memory is then read strictly forwards. Four rows
   * at once gained little in cache, and cost almost twice the time where the rows come from memory.
   */
  static void multiply(double[] x, int start, int columns, int rows, double[] w, double[] z) {
    for (int i = 0; i < rows; i++) {
      z[i] = Vectors.dot(x, start + i * columns, w, 0, columns);
    }
  }

  /** Z ← X·W, with W column by column of X: the weights of column j are W[j·units] …. */
  static void multiply(
      double[] x, int start, int columns, int rows, double[] w, int units, double[] z) {
    for (int i = 0; i < rows; i++) {
      int row = start + i * columns;
      int zFrom = i * units;
      for (int u = 0; u < units; u++) {
        z[zFrom + u] = 0;
      }
      for (int j = 0; j < columns; j++) {
        double xj = x[row + j];
        int wFrom = j * units;
        for (int u = 0; u < units; u++) {
          z[zFrom + u] += xj * w[wFrom + u];
        }
      }
    }
  }

  /**
   * g ← g + Xᵀ·δ, the heart of a gradient over several rows.
   *
   * <p>Four rows go through together, which loads and stores g a quarter as often and leaves the
   * order, and so the bits, as they are. It pays if the rows are in cache, as they are just after
   * {@link #multiply} has read them.
   */
  static void addTransposed(
      double[] x, int start, int columns, int rows, double[] delta, double[] g) {
    int i = 0;
    for (; i < rows - 3; i += 4) {
      addFourRows(x, start + i * columns, columns, delta, i, g);
    }
    for (; i < rows; i++) {
      Vectors.addScaled(delta[i], x, start + i * columns, g, 0, columns);
    }
  }

  private static void addFourRows(
      double[] x, int row0, int columns, double[] delta, int from, double[] g) {
    double d0 = delta[from];
    double d1 = delta[from + 1];
    double d2 = delta[from + 2];
    double d3 = delta[from + 3];
    int row1 = row0 + columns;
    int row2 = row1 + columns;
    int row3 = row2 + columns;
    for (int j = 0; j < columns; j++) {
      g[j] = (((g[j] + d0 * x[row0 + j]) + d1 * x[row1 + j]) + d2 * x[row2 + j]) + d3 * x[row3 + j];
    }
  }

  /** G ← G + Xᵀ·Δ, with G laid out as W is. */
  static void addTransposed(
      double[] x, int start, int columns, int rows, double[] delta, int units, double[] g) {
    for (int i = 0; i < rows; i++) {
      int row = start + i * columns;
      int dFrom = i * units;
      for (int j = 0; j < columns; j++) {
        double xj = x[row + j];
        int gFrom = j * units;
        for (int u = 0; u < units; u++) {
          g[gFrom + u] += xj * delta[dFrom + u];
        }
      }
    }
  }

  /**
   * z = w·x + b, δ = slope(z), w ← w − η·(δ·x + α·w), b ← b − η·δ: a step of gradient descent on
   * one row, penalty included.
   *
   * <p>The row is copied, so that the weights are changed by a loop with one index for both arrays,
   * which the compiler turns into vector instructions; that costs less than it saves. A method of
   * its own, since the same lines inside the loop over the rows took a tenth longer on wide rows.
   */
  static void step(
      double[] x,
      int row,
      int columns,
      double[] theta,
      double eta,
      double alpha,
      RowSlope slope,
      double[] room) {
    int start = row * columns;
    double bias = theta.length > columns ? theta[columns] : 0;
    double z = Vectors.dot(x, start, theta, 0, columns) + bias;
    double delta = slope.at(row, z);
    System.arraycopy(x, start, room, 0, columns);
    for (int j = 0; j < columns; j++) {
      theta[j] -= eta * (delta * room[j] + alpha * theta[j]);
    }
    if (theta.length > columns) {
      theta[columns] = bias - eta * delta;
    }
  }
}
