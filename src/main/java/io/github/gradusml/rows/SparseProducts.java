package io.github.gradusml.rows;

import java.util.Arrays;

/**
 * Products of sparse rows, which read and write the weights of the columns that a row has, and no
 * others.
 *
 * <p>Each sum has the order that {@link Rows} defines, and what is left out of it is 0: net inputs
 * and gradients are those of the same rows with every number kept, to the last bit.
 */
final class SparseProducts {
  /** Picks the sum of a column, j mod 4. */
  static final int SUM = 3;

  /** By how many bits the place of a column is shifted where its sum is kept beside it. */
  static final int CODED = 2;

  private SparseProducts() {}

  /** Σ wⱼ·xⱼ, column j in sum j mod 4; {@code shift} leads from an index to its place in w. */
  static double dot(
      int[] indices, double[] values, int from, int to, int shift, double[] w, double[] sums) {
    sums[0] = 0;
    sums[1] = 0;
    sums[2] = 0;
    sums[3] = 0;
    for (int at = from; at < to; at++) {
      int j = indices[at];
      sums[j & SUM] += values[at] * w[j >> shift];
    }
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
  }

  /** Σ xⱼ², in the order of {@link #dot}. */
  static double squares(int[] indices, double[] values, int from, int to) {
    double[] sums = new double[SUM + 1];
    for (int at = from; at < to; at++) {
      sums[indices[at] & SUM] += values[at] * values[at];
    }
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
  }

  /** w ← w + a·x. */
  static void addScaled(
      double a, int[] indices, double[] values, int from, int to, int shift, double[] w) {
    for (int at = from; at < to; at++) {
      w[indices[at] >> shift] += a * values[at];
    }
  }

  /** The net inputs of a row of several units, column after column. */
  static void multiply(
      int[] indices,
      double[] values,
      int from,
      int to,
      int shift,
      double[] w,
      int units,
      double[] z,
      int zFrom) {
    Arrays.fill(z, zFrom, zFrom + units, 0);
    for (int at = from; at < to; at++) {
      int w0 = (indices[at] >> shift) * units;
      double x = values[at];
      for (int u = 0; u < units; u++) {
        z[zFrom + u] += x * w[w0 + u];
      }
    }
  }

  /** What a row adds to the gradients of the weights of its columns. */
  static void addTransposed(
      int[] indices,
      double[] values,
      int from,
      int to,
      int shift,
      double[] delta,
      int deltaFrom,
      int units,
      double[] gradient) {
    if (units == 1) {
      addScaled(delta[deltaFrom], indices, values, from, to, shift, gradient);
      return;
    }
    for (int at = from; at < to; at++) {
      int g0 = (indices[at] >> shift) * units;
      double x = values[at];
      for (int u = 0; u < units; u++) {
        gradient[g0 + u] += delta[deltaFrom + u] * x;
      }
    }
  }
}
