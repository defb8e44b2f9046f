package io.github.gradusml.plot;

import io.github.gradusml.core.Model;
import io.github.gradusml.rows.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The lines between the classes that a model of several outputs finds in a plane: where its two
 * largest net inputs are equal.
 *
 * <p>The rectangle is cut into small triangles, as by {@link Contour}. In each whose corners are
 * not of one class, net inputs are taken for linear: two of them are equal along a straight line,
 * of which that piece is kept where no third is larger. Without hidden layers that is exact.
 */
final class Borders {
  private static final int CELLS = 160;

  private final DoubleStream.Builder xs = DoubleStream.builder();
  private final DoubleStream.Builder ys = DoubleStream.builder();

  private Borders() {}

  /** A corner: its place, the class found there, and its net inputs, which begin at an index. */
  private record Corner(double x, double y, int found, double[] z, int from) {
    double above(int one, int other) {
      return z[from + one] - z[from + other];
    }
  }

  /**
   * Returns the pieces of the borders, as {@link Contour#zero} does: two arrays, with a NaN for y
   * after each piece.
   */
  static double[][] of(Model<?> model, Axis x, Axis y) {
    int k = model.output().outputs();
    Borders borders = new Borders();
    Corner[] below = row(model, x, y, 0);
    for (int j = 1; j <= CELLS; j++) {
      Corner[] above = row(model, x, y, j);
      for (int i = 0; i < CELLS; i++) {
        borders.triangle(k, below[i], below[i + 1], above[i + 1]);
        borders.triangle(k, below[i], above[i + 1], above[i]);
      }
      below = above;
    }
    return new double[][] {borders.xs.build().toArray(), borders.ys.build().toArray()};
  }

  private static Corner[] row(Model<?> model, Axis x, Axis y, int j) {
    double height = y.value((double) j / CELLS);
    Rows places = Rows.dense(CELLS + 1, 2, i -> new double[] {x.value((double) i / CELLS), height});
    double[] z = model.netInputs(places);
    int k = model.output().outputs();
    Corner[] corners = new Corner[CELLS + 1];
    for (int i = 0; i <= CELLS; i++) {
      int found = model.output().classify(z, i);
      corners[i] = new Corner(x.value((double) i / CELLS), height, found, z, i * k);
    }
    return corners;
  }

  private void triangle(int k, Corner... corners) {
    if (corners[0].found == corners[1].found && corners[1].found == corners[2].found) {
      return;
    }
    for (int one = 0; one < k; one++) {
      for (int other = one + 1; other < k; other++) {
        border(corners, one, other, k);
      }
    }
  }

  /** Places in a triangle are said by the shares of its corners. */
  private void border(Corner[] corners, int one, int other, int k) {
    List<double[]> ends = ends(corners, one, other);
    if (ends.size() != 2) {
      return;
    }
    double[] from = ends.get(0);
    double[] to = ends.get(1);
    for (int third = 0; third < k; third++) {
      double atFrom = third == other ? 0 : above(corners, from, one, third);
      double atTo = third == other ? 0 : above(corners, to, one, third);
      if (atFrom < 0 && atTo < 0) {
        return;
      }
      if (atFrom < 0) {
        from = between(from, to, atFrom / (atFrom - atTo));
      } else if (atTo < 0) {
        to = between(to, from, atTo / (atTo - atFrom));
      }
    }
    addPlace(corners, from, false);
    addPlace(corners, to, true);
  }

  /** Where two net inputs are equal on the sides of a triangle: two places or none. */
  private static List<double[]> ends(Corner[] corners, int one, int other) {
    List<double[]> ends = new ArrayList<>(2);
    for (int p = 0; p < 3; p++) {
      int q = (p + 1) % 3;
      double atP = corners[p].above(one, other);
      double atQ = corners[q].above(one, other);
      if (atP >= 0 != atQ >= 0) {
        double[] shares = new double[3];
        shares[q] = atP / (atP - atQ);
        shares[p] = 1 - shares[q];
        ends.add(shares);
      }
    }
    return ends;
  }

  private static double above(Corner[] corners, double[] shares, int one, int other) {
    double sum = 0;
    for (int p = 0; p < 3; p++) {
      sum += shares[p] * corners[p].above(one, other);
    }
    return sum;
  }

  private static double[] between(double[] from, double[] to, double share) {
    double[] shares = new double[3];
    for (int p = 0; p < 3; p++) {
      shares[p] = from[p] + share * (to[p] - from[p]);
    }
    return shares;
  }

  private void addPlace(Corner[] corners, double[] shares, boolean isEnd) {
    double x = 0;
    double y = 0;
    for (int p = 0; p < 3; p++) {
      x += shares[p] * corners[p].x;
      y += shares[p] * corners[p].y;
    }
    xs.add(x);
    ys.add(y);
    if (isEnd) {
      xs.add(x);
      ys.add(Double.NaN);
    }
  }
}
