package io.github.gradusml.internal;

/**
 * The hot loops over dense rows: dot products, scaled sums, blocked rows.
 *
 * <p>Every sum here has one order, whatever the machine:
 *
 * <ul>
 *   <li>a dot product is four partial sums, element j in sum j mod 4, joined as (s0 + s1) + (s2 + s3);
 *   <li>a sum over rows adds them one after the other, separately for each column.
 * </ul>
 *
 * <p>Four partial sums let the processor work on four products at once, and four rows at a time mean
 * that weights and sums are loaded once for four. Neither changes a bit of any result.
 */
public final class DenseKernels {
  private DenseKernels() {}

  /**
   * Returns Σ a[aFrom + j]·b[bFrom + j] over n elements.
   *
   * @param a one vector
   * @param aFrom its first element
   * @param b the other
   * @param bFrom its first element
   * @param n the number of elements
   * @return the dot product
   */
  public static double dot(double[] a, int aFrom, double[] b, int bFrom, int n) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int j = 0;
    for (; j < n - 3; j += 4) {
      s0 += a[aFrom + j] * b[bFrom + j];
      s1 += a[aFrom + j + 1] * b[bFrom + j + 1];
      s2 += a[aFrom + j + 2] * b[bFrom + j + 2];
      s3 += a[aFrom + j + 3] * b[bFrom + j + 3];
    }
    if (j < n) {
      s0 += a[aFrom + j] * b[bFrom + j];
    }
    if (j + 1 < n) {
      s1 += a[aFrom + j + 1] * b[bFrom + j + 1];
    }
    if (j + 2 < n) {
      s2 += a[aFrom + j + 2] * b[bFrom + j + 2];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /**
   * Sets z[zFrom + i] to the dot product of row i and w, plus the bias.
   *
   * @param x rows, one behind the other
   * @param start where the first row begins
   * @param columns the length of a row
   * @param rows the number of rows
   * @param w the weights
   * @param wFrom the first weight
   * @param bias what is added to each
   * @param z the results; modified
   * @param zFrom where the first goes
   */
  public static void scores(
      double[] x,
      int start,
      int columns,
      int rows,
      double[] w,
      int wFrom,
      double bias,
      double[] z,
      int zFrom) {
    for (int i = 0; i < rows; i++) {
      z[zFrom + i] = dot(x, start + i * columns, w, wFrom, columns) + bias;
    }
  }

  /**
   * Adds Σ delta[deltaFrom + i]·(row i) to g, row after row.
   *
   * @param x rows, one behind the other
   * @param start where the first row begins
   * @param columns the length of a row
   * @param rows the number of rows
   * @param delta a factor for each row
   * @param deltaFrom the first of them
   * @param g the sums; modified
   * @param gFrom the first of them
   */
  public static void addRows(
      double[] x,
      int start,
      int columns,
      int rows,
      double[] delta,
      int deltaFrom,
      double[] g,
      int gFrom) {
    int i = 0;
    for (; i < rows - 3; i += 4) {
      addFourRows(x, start + i * columns, columns, delta, deltaFrom + i, g, gFrom);
    }
    for (; i < rows; i++) {
      addScaled(delta[deltaFrom + i], x, start + i * columns, g, gFrom, columns);
    }
  }

  private static void addFourRows(
      double[] x, int start, int columns, double[] delta, int from, double[] g, int gFrom) {
    double d0 = delta[from];
    double d1 = delta[from + 1];
    double d2 = delta[from + 2];
    double d3 = delta[from + 3];
    int second = start + columns;
    int third = second + columns;
    int fourth = third + columns;
    for (int j = 0; j < columns; j++) {
      g[gFrom + j] =
          (((g[gFrom + j] + d0 * x[start + j]) + d1 * x[second + j]) + d2 * x[third + j])
              + d3 * x[fourth + j];
    }
  }

  /**
   * Adds a·x to y.
   *
   * @param a the factor
   * @param x what is added
   * @param xFrom its first element
   * @param y what it is added to; modified
   * @param yFrom its first element
   * @param n the number of elements
   */
  public static void addScaled(double a, double[] x, int xFrom, double[] y, int yFrom, int n) {
    for (int j = 0; j < n; j++) {
      y[yFrom + j] += a * x[xFrom + j];
    }
  }

  /**
   * Multiplies x by a.
   *
   * @param a the factor
   * @param x what is multiplied; modified
   * @param from its first element
   * @param n the number of elements
   */
  public static void scale(double a, double[] x, int from, int n) {
    for (int j = from; j < from + n; j++) {
      x[j] *= a;
    }
  }

  /**
   * Returns the Euclidean norm, also where squares would overflow or vanish.
   *
   * @param x the vector
   * @param from its first element
   * @param n the number of elements
   * @return √Σ x²
   */
  public static double norm(double[] x, int from, int n) {
    double squares = dot(x, from, x, from, n);
    if (squares > 1e-280 && squares < 1e280) {
      return Math.sqrt(squares);
    }
    double largest = 0;
    for (int j = from; j < from + n; j++) {
      largest = Math.max(largest, Math.abs(x[j]));
    }
    if (largest == 0 || !(largest < Double.POSITIVE_INFINITY)) {
      return largest;
    }
    double sum = 0;
    for (int j = from; j < from + n; j++) {
      double share = x[j] / largest;
      sum += share * share;
    }
    return largest * Math.sqrt(sum);
  }

  /**
   * Copies the rows order[from] … order[to − 1], one behind the other.
   *
   * @param x rows, one behind the other
   * @param columns the length of a row
   * @param order row numbers
   * @param from the first of them
   * @param to the one after the last
   * @param buffer where the rows go, from its beginning
   */
  public static void gather(
      double[] x, int columns, int[] order, int from, int to, double[] buffer) {
    for (int i = from; i < to; i++) {
      System.arraycopy(x, order[i] * columns, buffer, (i - from) * columns, columns);
    }
  }
}
