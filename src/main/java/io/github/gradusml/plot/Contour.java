package io.github.gradusml.plot;

import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;

/**
 * The curve where a function of two numbers is 0.
 *
 * <p>The rectangle is cut into small triangles. Where the signs at the corners of a triangle
 * differ, the curve enters and leaves it on two sides, at the places where a straight line between
 * the corners would be 0. For a function whose curve is a straight line that is exact.
 */
final class Contour {
  private static final int CELLS = 160;

  private final DoubleStream.Builder xs = DoubleStream.builder();
  private final DoubleStream.Builder ys = DoubleStream.builder();

  private Contour() {}

  /**
   * Returns the pieces of the curve: two arrays, the x and the y of their ends, with a NaN for y
   * after each piece; of length 0 where the function has one sign throughout.
   */
  static double[][] zero(DoubleBinaryOperator f, Axis x, Axis y) {
    double[][] z = new double[CELLS + 1][CELLS + 1];
    for (int i = 0; i <= CELLS; i++) {
      for (int j = 0; j <= CELLS; j++) {
        z[i][j] = f.applyAsDouble(at(x, i), at(y, j));
      }
    }
    Contour contour = new Contour();
    for (int i = 0; i < CELLS; i++) {
      for (int j = 0; j < CELLS; j++) {
        double[] a = {at(x, i), at(y, j), z[i][j]};
        double[] b = {at(x, i + 1), at(y, j), z[i + 1][j]};
        double[] c = {at(x, i + 1), at(y, j + 1), z[i + 1][j + 1]};
        double[] d = {at(x, i), at(y, j + 1), z[i][j + 1]};
        contour.triangle(a, b, c);
        contour.triangle(a, c, d);
      }
    }
    return new double[][] {contour.xs.build().toArray(), contour.ys.build().toArray()};
  }

  private static double at(Axis axis, int node) {
    return axis.value((double) node / CELLS);
  }

  private void triangle(double[] a, double[] b, double[] c) {
    boolean crossed = cross(a, b) | cross(b, c) | cross(c, a);
    if (crossed) {
      xs.add(a[0]);
      ys.add(Double.NaN);
    }
  }

  private boolean cross(double[] p, double[] q) {
    if (p[2] >= 0 == q[2] >= 0) {
      return false;
    }
    double share = p[2] / (p[2] - q[2]);
    xs.add(p[0] + share * (q[0] - p[0]));
    ys.add(p[1] + share * (q[1] - p[1]));
    return true;
  }
}
