package io.github.gradusml.rows;

import java.util.Arrays;

/**
 * Steps of gradient descent on one sparse row after the other, which touch the weights of its
 * columns and no others.
 *
 * <pre>{@code
 * z = s·v·x + b        δ = slope(z)        s ← (1 − η·a)·s        v ← v − (η·δ/s)·x        b ← b − η·δ
 * }</pre>
 */
final class SparseSteps {
  private SparseSteps() {}

  /** Takes the steps of some rows; see {@link Rows#descend}. */
  static void take(
      SparseRows rows, int from, int to, RestingWeights weights, double[] eta, RowSlope slope) {
    if (weights.units() == 1) {
      takeOne(rows, from, to, weights, eta, slope);
    } else {
      takeSeveral(rows, from, to, weights, eta, slope);
    }
  }

  private static void takeOne(
      SparseRows rows, int from, int to, RestingWeights weights, double[] eta, RowSlope slope) {
    int[] indices = rows.indices();
    double[] values = rows.values();
    int columns = weights.size();
    double[] v = weights.kept();
    double[] sums = new double[4];
    boolean biased = v.length > columns;
    for (int i = from; i < to; i++) {
      int begin = rows.start(i);
      int end = rows.start(i + 1);
      double product =
          weights.paid() == null
              ? SparseProducts.dot(indices, values, begin, end, 0, v, sums)
              : payAndMultiply(indices, values, begin, end, v, weights.paid(), weights.due(), sums);
      double z = weights.scale() * product + (biased ? v[columns] : 0);
      double delta = slope.at(i, z);
      double rate = eta[i - from];
      double moved = rate * delta;
      weights.step(rate);
      double share = 1 / weights.scale(); // does not wait for δ
      SparseProducts.addScaled(-moved * share, indices, values, begin, end, 0, v);
      if (biased) {
        v[columns] -= moved;
      }
    }
  }

  /**
   * Takes from the weights of a row what L1 has taken from all since they were met; returns v·x, in
   * the order of {@link SparseProducts#dot}.
   */
  private static double payAndMultiply(
      int[] indices,
      double[] values,
      int from,
      int to,
      double[] v,
      double[] paid,
      double due,
      double[] sums) {
    Arrays.fill(sums, 0);
    for (int at = from; at < to; at++) {
      int j = indices[at];
      double weight = RestingWeights.soft(v[j], due - paid[j]);
      paid[j] = due;
      v[j] = weight;
      sums[j & SparseProducts.SUM] += values[at] * weight;
    }
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
  }

  private static void takeSeveral(
      SparseRows rows, int from, int to, RestingWeights weights, double[] eta, RowSlope slope) {
    int[] indices = rows.indices();
    double[] values = rows.values();
    double[] v = weights.kept();
    int units = weights.units();
    int above = weights.size();
    double[] z = new double[units];
    double[] delta = new double[units];
    for (int i = from; i < to; i++) {
      int begin = rows.start(i);
      int end = rows.start(i + 1);
      weights.pay(indices, begin, end);
      SparseProducts.multiply(indices, values, begin, end, 0, v, units, z, 0);
      for (int u = 0; u < units; u++) {
        z[u] = weights.scale() * z[u] + (v.length > above ? v[above + u] : 0);
      }
      slope.at(i, z, delta);
      double rate = eta[i - from];
      weights.step(rate);
      subtract(rate / weights.scale(), indices, values, begin, end, delta, v);
      for (int u = 0; u < units && v.length > above; u++) {
        v[above + u] -= rate * delta[u];
      }
    }
  }

  /** V ← V − a·x·δᵀ. */
  private static void subtract(
      double a, int[] indices, double[] values, int from, int to, double[] delta, double[] v) {
    for (int at = from; at < to; at++) {
      int w0 = indices[at] * delta.length;
      double x = values[at];
      for (int u = 0; u < delta.length; u++) {
        v[w0 + u] -= a * (x * delta[u]);
      }
    }
  }
}
