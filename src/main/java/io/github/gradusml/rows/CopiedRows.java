package io.github.gradusml.rows;

import io.github.gradusml.internal.Vectors;
import java.util.Arrays;

/**
 * A few rows, each copied into an array of its own, on their way through both products of one unit.
 *
 * <pre>{@code
 * z ← X·w        g ← g + Xᵀ·δ
 * }</pre>
 *
 * <p>Rows go through four at a time. On the way to z each weight is loaded once for four rows, and
 * the sums of a row need not wait for those of another. On the way back one index serves g and the
 * copies, five arrays, for which Java's compiler uses vector instructions; for rows that lie in one
 * array it does not. The order of every sum is that of {@link Rows}: columns in four interleaved
 * sums, rows one after the other.
 */
final class CopiedRows {
  /** So few that they are in the nearest cache, copies and all, until they are needed again. */
  static final int MOST_ROWS = 8;

  /** Of wider rows the copies cost as much as they save. */
  static final int MOST_COLUMNS = 256;

  /** How many go through together; to copy fewer would not pay. */
  static final int TOGETHER = 4;

  private double[][] rows = {};
  private double[] source;
  private int from;
  private int count;
  private int fill;

  /**
   * Copies rows, one behind the other.
   *
   * @param x holds them
   * @param from where the first begins
   * @param columns d
   * @param count how many, at most {@link #MOST_ROWS}
   * @param fill how often what x holds has changed
   */
  void fetch(double[] x, int from, int columns, int count, int fill) {
    if (rows.length == 0 || rows[0].length != columns) {
      rows = new double[MOST_ROWS][columns];
    }
    for (int i = 0; i < count; i++) {
      System.arraycopy(x, from + i * columns, rows[i], 0, columns);
    }
    this.source = x;
    this.from = from;
    this.count = count;
    this.fill = fill;
  }

  /** Whether these rows are the ones that were copied, and have not changed since. */
  boolean hold(double[] x, int from, int count, int fill) {
    return x == source && from == this.from && count == this.count && fill == this.fill;
  }

  void multiply(double[] w, double[] z) {
    int i = 0;
    for (; i <= count - TOGETHER; i += TOGETHER) {
      multiplyFour(rows[i], rows[i + 1], rows[i + 2], rows[i + 3], w, z, i);
    }
    for (; i < count; i++) {
      z[i] = Vectors.dot(rows[i], 0, w, 0, rows[i].length);
    }
  }

  private static void multiplyFour(
      double[] a, double[] b, double[] c, double[] d, double[] w, double[] z, int at) {
    double a0 = 0;
    double a1 = 0;
    double a2 = 0;
    double a3 = 0;
    double b0 = 0;
    double b1 = 0;
    double b2 = 0;
    double b3 = 0;
    double c0 = 0;
    double c1 = 0;
    double c2 = 0;
    double c3 = 0;
    double d0 = 0;
    double d1 = 0;
    double d2 = 0;
    double d3 = 0;
    int j = 0;
    for (; j < a.length - 3; j += 4) {
      double w0 = w[j];
      double w1 = w[j + 1];
      double w2 = w[j + 2];
      double w3 = w[j + 3];
      a0 += a[j] * w0;
      a1 += a[j + 1] * w1;
      a2 += a[j + 2] * w2;
      a3 += a[j + 3] * w3;
      b0 += b[j] * w0;
      b1 += b[j + 1] * w1;
      b2 += b[j + 2] * w2;
      b3 += b[j + 3] * w3;
      c0 += c[j] * w0;
      c1 += c[j + 1] * w1;
      c2 += c[j + 2] * w2;
      c3 += c[j + 3] * w3;
      d0 += d[j] * w0;
      d1 += d[j + 1] * w1;
      d2 += d[j + 2] * w2;
      d3 += d[j + 3] * w3;
    }
    z[at] = Vectors.total(a0, a1, a2, a3, a, j, w, j, a.length - j);
    z[at + 1] = Vectors.total(b0, b1, b2, b3, b, j, w, j, a.length - j);
    z[at + 2] = Vectors.total(c0, c1, c2, c3, c, j, w, j, a.length - j);
    z[at + 3] = Vectors.total(d0, d1, d2, d3, d, j, w, j, a.length - j);
  }

  /**
   * @param toZeros whether g counts as 0, whatever it holds
   */
  void addTransposed(double[] delta, double[] g, boolean toZeros) {
    int columns = rows[0].length;
    if (toZeros) {
      Arrays.fill(g, 0, columns, 0);
    }
    int i = 0;
    for (; i <= count - TOGETHER; i += TOGETHER) {
      addFour(rows[i], rows[i + 1], rows[i + 2], rows[i + 3], delta, i, g);
    }
    for (; i < count; i++) {
      Vectors.addScaled(delta[i], rows[i], 0, g, 0, columns);
    }
  }

  private static void addFour(
      double[] a, double[] b, double[] c, double[] d, double[] delta, int at, double[] g) {
    double ofA = delta[at];
    double ofB = delta[at + 1];
    double ofC = delta[at + 2];
    double ofD = delta[at + 3];
    for (int j = 0; j < a.length; j++) {
      g[j] = (((g[j] + ofA * a[j]) + ofB * b[j]) + ofC * c[j]) + ofD * d[j];
    }
  }
}
