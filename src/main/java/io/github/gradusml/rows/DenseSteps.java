package io.github.gradusml.rows;

import io.github.gradusml.internal.Vectors;

/**
 * Steps of gradient descent on one row after the other, penalty included.
 *
 * <pre>{@code
 * z = w·x + b        δ = slope(z)        w ← (1 − η·α)·w − (η·δ)·x        b ← b − η·δ
 * }</pre>
 */
final class DenseSteps {
  private DenseSteps() {}

  /**
   * Takes the steps of some rows: one pass over the weights changes them by a row, and multiplies
   * them with the next while they are at hand.
   */
  static void take(
      double[] x,
      int from,
      int to,
      int columns,
      double[] theta,
      double[] eta,
      double alpha,
      RowSlope slope) {
    if (from == to) {
      return;
    }
    boolean biased = theta.length > columns;
    double bias = biased ? theta[columns] : 0;
    double product = Vectors.dot(x, from * columns, theta, 0, columns);
    for (int i = from; i < to; i++) {
      double delta = slope.at(i, product + bias);
      double rate = eta[i - from];
      int next = Math.min(i + 1, to - 1); // after the last, any: its product is not asked for
      double kept = 1 - rate * alpha;
      double moved = rate * delta;
      product = stepAndProduct(x, i * columns, next * columns, columns, theta, kept, moved);
      if (biased) {
        bias -= moved;
        theta[columns] = bias; // at once: a slope may be somebody's own, and fail
      }
    }
  }

  /** w ← k·w − c·x; returns w·next, in the order of {@link Vectors}. */
  private static double stepAndProduct(
      double[] x, int row, int next, int columns, double[] w, double k, double c) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int j = 0;
    for (; j < columns - 3; j += 4) {
      double w0 = k * w[j] - c * x[row + j];
      double w1 = k * w[j + 1] - c * x[row + j + 1];
      double w2 = k * w[j + 2] - c * x[row + j + 2];
      double w3 = k * w[j + 3] - c * x[row + j + 3];
      w[j] = w0;
      w[j + 1] = w1;
      w[j + 2] = w2;
      w[j + 3] = w3;
      s0 += w0 * x[next + j];
      s1 += w1 * x[next + j + 1];
      s2 += w2 * x[next + j + 2];
      s3 += w3 * x[next + j + 3];
    }
    if (j < columns) {
      w[j] = k * w[j] - c * x[row + j];
      s0 += w[j] * x[next + j];
    }
    if (j + 1 < columns) {
      w[j + 1] = k * w[j + 1] - c * x[row + j + 1];
      s1 += w[j + 1] * x[next + j + 1];
    }
    if (j + 2 < columns) {
      w[j + 2] = k * w[j + 2] - c * x[row + j + 2];
      s2 += w[j + 2] * x[next + j + 2];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
