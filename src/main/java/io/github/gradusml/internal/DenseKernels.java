package io.github.gradusml.internal;

/**
 * The hot loops over dense numbers, each with one defined order of operations.
 *
 * <p>Every sum over columns here is four interleaved partial sums: element j goes to sum j mod 4,
 * and the result is {@code (s0 + s1) + (s2 + s3)}. Sums over rows go strictly from row to row.
 *
 * <p>One running sum would wait for each addition before it starts the next; four keep the adder
 * busy, and are what a loop over vectors of four numbers computes too, so that either way gives the
 * same bits. (N. J. Higham, The accuracy of floating point summation, SIAM J. Sci. Comput. 14,
 * 1993, DOI 10.1137/0914050, on the error of partial sums.)
 *
 * <p>Rows lie one behind the other in a flat array, as in {@code x[start + i * columns + j]}. A
 * name with {@code From} is the index of the first element used. Nothing is checked here beyond
 * Java's own array bounds: the public classes check once, at the edge. An array that is written
 * must not be one of the arrays that are read.
 */
public final class DenseKernels {
  private DenseKernels() {}

  /**
   * Returns the dot product Σⱼ aⱼ·bⱼ of two stretches of n numbers.
   *
   * @param a the first array
   * @param aFrom where it starts
   * @param b the second array
   * @param bFrom where it starts
   * @param n how many elements
   * @return the sum, in the order of this class; 0 if n is 0
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
   * Returns the sum of n numbers.
   *
   * @param x the numbers
   * @param from where they start
   * @param n how many
   * @return the sum, in the order of this class; 0 if n is 0
   */
  public static double sum(double[] x, int from, int n) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int end = from + n;
    int j = from;
    for (; j < end - 3; j += 4) {
      s0 += x[j];
      s1 += x[j + 1];
      s2 += x[j + 2];
      s3 += x[j + 3];
    }
    s0 += j < end ? x[j] : 0;
    s1 += j + 1 < end ? x[j + 1] : 0;
    s2 += j + 2 < end ? x[j + 2] : 0;
    return (s0 + s1) + (s2 + s3);
  }

  /**
   * Returns the sum of the squares of n numbers.
   *
   * @param x the numbers
   * @param from where they start
   * @param n how many
   * @return Σⱼ xⱼ², in the order of this class; ∞ if it overflows
   */
  public static double squaredNorm(double[] x, int from, int n) {
    return dot(x, from, x, from, n);
  }

  /**
   * Returns the Euclidean length of n numbers, however large or small they are.
   *
   * @param x the numbers
   * @param from where they start
   * @param n how many
   * @return √Σⱼ xⱼ²; NaN if one of them is NaN
   */
  public static double norm(double[] x, int from, int n) {
    return EuclideanNorm.of(x, from, n);
  }

  /**
   * Computes the net input of each row.
   *
   * <pre>{@code zᵢ = Σⱼ xᵢⱼ·wⱼ + bias}</pre>
   *
   * <p>One row after the other, on purpose: memory is then read strictly forwards. Four rows at
   * once gained little in cache, and cost almost twice the time where the rows come from memory.
   *
   * @param x the rows
   * @param start where the first row starts in x
   * @param columns numbers a row
   * @param rows how many rows
   * @param w the weights
   * @param wFrom where they start; length {@code columns}
   * @param bias added to each sum
   * @param z receives the net inputs
   * @param zFrom where to put the first; length {@code rows}, overwritten
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
   * Adds a multiple of each row to g, the heart of a gradient over several rows.
   *
   * <pre>{@code gⱼ ← gⱼ + Σᵢ δᵢ·xᵢⱼ,   added one by one in the order i = 0, 1, 2 …}</pre>
   *
   * <p>Four rows go through together, which loads and stores g a quarter as often and leaves that
   * order, and so the bits, as they are. It pays if the rows are in cache, as they are just after
   * {@link #scores} has read them: pass blocks of at most some 50,000 numbers to both.
   *
   * @param x the rows
   * @param start where the first row starts in x
   * @param columns numbers a row
   * @param rows how many rows
   * @param delta the factors
   * @param deltaFrom where they start; length {@code rows}
   * @param g the sums
   * @param gFrom where they start; length {@code columns}, modified
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
      double[] x, int row0, int columns, double[] delta, int from, double[] g, int gFrom) {
    double d0 = delta[from];
    double d1 = delta[from + 1];
    double d2 = delta[from + 2];
    double d3 = delta[from + 3];
    int row1 = row0 + columns;
    int row2 = row1 + columns;
    int row3 = row2 + columns;
    for (int j = 0; j < columns; j++) {
      g[gFrom + j] =
          (((g[gFrom + j] + d0 * x[row0 + j]) + d1 * x[row1 + j]) + d2 * x[row2 + j])
              + d3 * x[row3 + j];
    }
  }

  /**
   * Adds a multiple of x to y.
   *
   * <pre>{@code yⱼ ← yⱼ + a·xⱼ}</pre>
   *
   * @param a the factor
   * @param x what is added
   * @param xFrom where it starts
   * @param y the sums
   * @param yFrom where they start; length n, modified
   * @param n how many elements
   */
  public static void addScaled(double a, double[] x, int xFrom, double[] y, int yFrom, int n) {
    if (xFrom == yFrom) {
      // With one index for both arrays the compiler uses vector instructions, with two it does not.
      for (int j = yFrom; j < yFrom + n; j++) {
        y[j] += a * x[j];
      }
    } else {
      for (int j = 0; j < n; j++) {
        y[yFrom + j] += a * x[xFrom + j];
      }
    }
  }

  /**
   * Takes a step of gradient descent on one row, penalty included, in one pass.
   *
   * <pre>{@code wⱼ ← wⱼ − η·(δ·xⱼ + α·wⱼ)}</pre>
   *
   * <p>Both arrays are read from index 0: see {@link #addScaled}.
   *
   * @param w the weights; modified
   * @param n how many
   * @param eta η
   * @param delta δ
   * @param x the row
   * @param alpha α
   */
  public static void descend(
      double[] w, int n, double eta, double delta, double[] x, double alpha) {
    for (int j = 0; j < n; j++) {
      w[j] -= eta * (delta * x[j] + alpha * w[j]);
    }
  }

  /**
   * Multiplies n numbers by a.
   *
   * @param a the factor
   * @param x the numbers
   * @param from where they start; length n, modified
   * @param n how many
   */
  public static void scale(double a, double[] x, int from, int n) {
    for (int j = from; j < from + n; j++) {
      x[j] *= a;
    }
  }

  /**
   * Copies rows, in the order given, one behind the other into a buffer.
   *
   * <p>Training reads each row twice; shuffled rows are then read once from memory, once in cache.
   *
   * @param x all the rows, the first at index 0
   * @param columns numbers a row
   * @param order row numbers
   * @param from the first place in {@code order} to copy
   * @param to the place after the last
   * @param buffer receives the rows from index 0 on; length at least {@code (to − from)·columns}
   */
  public static void gather(
      double[] x, int columns, int[] order, int from, int to, double[] buffer) {
    for (int k = from; k < to; k++) {
      System.arraycopy(x, order[k] * columns, buffer, (k - from) * columns, columns);
    }
  }
}
