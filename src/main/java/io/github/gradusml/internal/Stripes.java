package io.github.gradusml.internal;

import java.util.Arrays;

/**
 * Rows or columns of a part of a matrix, each copied into an array of its own.
 *
 * <p>Java's compiler uses vector instructions for a loop in which one index serves several arrays,
 * up to five of them, and not for one over a single array with several offsets. So what is
 * multiplied often is copied first. A matrix lies row after row; {@code stride} is how far its rows
 * are apart, {@code n} how long the copies are.
 */
final class Stripes {
  /** Numbers of a cache line: columns are copied so many at a time, and each line is read once. */
  private static final int LINE = 8;

  private static final double[][] NONE = {};
  private static final double[] NOTHING = {};

  private double[][] stripes = NONE;
  private double[] spare = NOTHING;

  /** Makes room for sums; what they hold is no matter where {@link #add} begins with zeros. */
  void makeRoom(int count, int n) {
    int had = stripes.length;
    if (had < count) {
      stripes = Arrays.copyOf(stripes, count);
      Arrays.fill(stripes, had, count, NOTHING);
    }
    for (int k = 0; k < count; k++) { // each on its own: few are long, and many are short
      if (stripes[k].length < n) {
        stripes[k] = new double[n];
      }
    }
    if (spare.length < n) {
      spare = new double[n];
    }
  }

  /** Fetches {@code count} rows, the first of which begins at {@code from}. */
  void fetchRows(double[] matrix, int from, int stride, int count, int n) {
    makeRoom(count, n);
    for (int k = 0; k < count; k++) {
      System.arraycopy(matrix, from + k * stride, stripes[k], 0, n);
    }
  }

  /** Puts them back. */
  void storeRows(double[] matrix, int from, int stride, int count, int n) {
    for (int k = 0; k < count; k++) {
      System.arraycopy(stripes[k], 0, matrix, from + k * stride, n);
    }
  }

  /** Fetches {@code count} columns, the first of which begins at {@code from}. */
  void fetchColumns(double[] matrix, int from, int stride, int count, int n) {
    makeRoom(count, n);
    int k = 0;
    for (; k <= count - LINE; k += LINE) {
      fetchLine(matrix, from + k, stride, k, n);
    }
    for (; k < count; k++) {
      double[] column = stripes[k];
      for (int j = 0, at = from + k; j < n; j++, at += stride) {
        column[j] = matrix[at];
      }
    }
  }

  private void fetchLine(double[] matrix, int from, int stride, int first, int n) {
    double[] c0 = stripes[first];
    double[] c1 = stripes[first + 1];
    double[] c2 = stripes[first + 2];
    double[] c3 = stripes[first + 3];
    double[] c4 = stripes[first + 4];
    double[] c5 = stripes[first + 5];
    double[] c6 = stripes[first + 6];
    double[] c7 = stripes[first + 7];
    for (int j = 0, at = from; j < n; j++, at += stride) {
      c0[j] = matrix[at];
      c1[j] = matrix[at + 1];
      c2[j] = matrix[at + 2];
      c3[j] = matrix[at + 3];
      c4[j] = matrix[at + 4];
      c5[j] = matrix[at + 5];
      c6[j] = matrix[at + 6];
      c7[j] = matrix[at + 7];
    }
  }

  /** Puts them back. */
  void storeColumns(double[] matrix, int from, int stride, int count, int n) {
    int k = 0;
    for (; k <= count - LINE; k += LINE) {
      storeLine(matrix, from + k, stride, k, n);
    }
    for (; k < count; k++) {
      double[] column = stripes[k];
      for (int j = 0, at = from + k; j < n; j++, at += stride) {
        matrix[at] = column[j];
      }
    }
  }

  private void storeLine(double[] matrix, int from, int stride, int first, int n) {
    double[] c0 = stripes[first];
    double[] c1 = stripes[first + 1];
    double[] c2 = stripes[first + 2];
    double[] c3 = stripes[first + 3];
    double[] c4 = stripes[first + 4];
    double[] c5 = stripes[first + 5];
    double[] c6 = stripes[first + 6];
    double[] c7 = stripes[first + 7];
    for (int j = 0, at = from; j < n; j++, at += stride) {
      matrix[at] = c0[j];
      matrix[at + 1] = c1[j];
      matrix[at + 2] = c2[j];
      matrix[at + 3] = c3[j];
      matrix[at + 4] = c4[j];
      matrix[at + 5] = c5[j];
      matrix[at + 6] = c6[j];
      matrix[at + 7] = c7[j];
    }
  }

  /**
   * Adds to each of these sums p the multiples of all vectors q, one vector after the other.
   *
   * <pre>
   * {@code sumₚ ← sumₚ + c(p, q)·vector_q        c(p, q) = factors[from + p·perSum + q·perVector]}
   * </pre>
   *
   * <p>Two sums and three vectors meet at a time: five arrays, of which each number is loaded once
   * for two or three products.
   *
   * @param toZeros whether the sums count as 0, whatever they hold
   * @param count how many sums
   * @param n how long they are
   */
  void add(
      boolean toZeros,
      int count,
      Stripes vectors,
      int vectorCount,
      int n,
      double[] factors,
      int from,
      int perSum,
      int perVector) {
    for (int p = 0; p < count; p += 2) {
      boolean isLast = p + 1 == count; // of an odd number: it goes twice
      double[] s = stripes[p];
      double[] t = isLast ? spare : stripes[p + 1];
      if (toZeros) { // here, where they stay in the cache until they are used
        Arrays.fill(s, 0, n, 0);
        Arrays.fill(t, 0, n, 0);
      }
      int a = from + p * perSum;
      int b = isLast ? a : a + perSum;
      for (int q = 0; q < vectorCount; q += 3) {
        int some = Math.min(3, vectorCount - q);
        addToPair(s, t, vectors.stripes, q, some, factors, a, b, perVector, n);
        a += 3 * perVector;
        b += 3 * perVector;
      }
    }
  }

  /**
   * Adds the multiples of one, two or three vectors to two sums.
   *
   * <p>All three loops are in one method, so that it is too long to become a part of the loop that
   * calls it, where the compiler makes less of it.
   */
  private static void addToPair(
      double[] s,
      double[] t,
      double[][] vectors,
      int q,
      int some,
      double[] factors,
      int a,
      int b,
      int step,
      int n) {
    double[] v0 = vectors[q];
    double a0 = factors[a];
    double b0 = factors[b];
    if (some == 1) {
      for (int j = 0; j < n; j++) {
        double x = v0[j]; // read before s is written, as for all that Java knows s might be v0
        s[j] += a0 * x;
        t[j] += b0 * x;
      }
      return;
    }
    double[] v1 = vectors[q + 1];
    double a1 = factors[a + step];
    double b1 = factors[b + step];
    if (some == 2) {
      for (int j = 0; j < n; j++) {
        double x = v0[j];
        double y = v1[j];
        s[j] = (s[j] + a0 * x) + a1 * y;
        t[j] = (t[j] + b0 * x) + b1 * y;
      }
      return;
    }
    double[] v2 = vectors[q + 2];
    double a2 = factors[a + 2 * step];
    double b2 = factors[b + 2 * step];
    for (int j = 0; j < n; j++) {
      double x = v0[j];
      double y = v1[j];
      double z = v2[j];
      s[j] = ((s[j] + a0 * x) + a1 * y) + a2 * z;
      t[j] = ((t[j] + b0 * x) + b1 * y) + b2 * z;
    }
  }
}
