package io.github.gradusml.internal;

/**
 * Sums and multiples of stretches of numbers, each with one defined order of operations.
 *
 * <p>Every sum here is four interleaved partial sums: element j goes to sum j mod 4, and the result
 * is {@code (s0 + s1) + (s2 + s3)}.
 *
 * <p>One running sum would wait for each addition before it starts the next; four keep the adder
 * busy, and are what a loop over vectors of four numbers computes too, so that either way gives the
 * same bits. (N. J. Higham, The accuracy of floating point summation, SIAM J. Sci. Comput. 14,
 * 1993, DOI 10.1137/0914050, on the error of partial sums.)
 *
 * <p>A name with {@code From} is the index of the first element used. Nothing is checked here
 * beyond Java's own array bounds: the public classes check once, at the edge. An array that is
 * written must not be one of the arrays that are read.
 */
public final class Vectors {
  private Vectors() {}

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
    return total(s0, s1, s2, s3, a, aFrom + j, b, bFrom + j, n - j);
  }

  /**
   * Returns a dot product from its four sums and what is left to be added to them.
   *
   * @param s0 the first sum
   * @param s1 the second
   * @param s2 the third
   * @param s3 the fourth
   * @param a the first array
   * @param aFrom where the rest of it starts
   * @param b the second array
   * @param bFrom where the rest of it starts
   * @param left how many elements are left, from 0 to 3
   * @return the sum, in the order of this class
   */
  public static double total(
      double s0,
      double s1,
      double s2,
      double s3,
      double[] a,
      int aFrom,
      double[] b,
      int bFrom,
      int left) {
    double t0 = left > 0 ? s0 + a[aFrom] * b[bFrom] : s0;
    double t1 = left > 1 ? s1 + a[aFrom + 1] * b[bFrom + 1] : s1;
    double t2 = left > 2 ? s2 + a[aFrom + 2] * b[bFrom + 2] : s2;
    return (t0 + t1) + (t2 + s3);
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
}
