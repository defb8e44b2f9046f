package io.github.gradusml.plot;

import java.util.Arrays;

/**
 * The points of a line that a picture can show: of those that lie in one column of pixels one after
 * the other the first, the lowest, the highest and the last. The line through these covers the same
 * pixels, but for a few at the edges of columns.
 *
 * <p>Source: U. Jugel, Z. Jerzak, G. Hackenbroich, V. Markl, M4: a visualization-oriented time
 * series data aggregation, 2014, doi 10.14778/2732951.2732953.
 */
final class Thinned {
  /** Shorter lines are left as they are. */
  private static final int LONG = 4000;

  /** How many columns there are to a unit of the layout. */
  private static final double FINENESS = 2;

  private final double[] x;
  private final double[] y;
  private int size;

  private Thinned(int most) {
    x = new double[most];
    y = new double[most];
  }

  /** Where the points of a line lie in a frame: two arrays, x and y, with NaN for y at its gaps. */
  static double[][] line(Frame frame, double[] xs, double[] ys) {
    Thinned line = new Thinned(xs.length);
    int from = 0;
    while (from < xs.length) {
      int to = from + 1;
      if (shows(frame, xs[from], ys[from])) {
        double column = Math.floor(FINENESS * frame.x(xs[from]));
        while (xs.length > LONG
            && to < xs.length
            && shows(frame, xs[to], ys[to])
            && Math.floor(FINENESS * frame.x(xs[to])) == column) {
          to++;
        }
        line.addColumn(frame, xs, ys, from, to);
      } else if (line.size > 0 && !Double.isNaN(line.y[line.size - 1])) {
        line.add(frame.left(), Double.NaN);
      }
      from = to;
    }
    return new double[][] {Arrays.copyOf(line.x, line.size), Arrays.copyOf(line.y, line.size)};
  }

  private static boolean shows(Frame frame, double x, double y) {
    return frame.x().scale().shows(x) && frame.y().scale().shows(y);
  }

  private void addColumn(Frame frame, double[] xs, double[] ys, int from, int to) {
    int lowest = from;
    int highest = from;
    for (int i = from; i < to; i++) {
      lowest = ys[i] < ys[lowest] ? i : lowest;
      highest = ys[i] > ys[highest] ? i : highest;
    }
    int[] kept = {from, Math.min(lowest, highest), Math.max(lowest, highest), to - 1};
    for (int k = 0; k < kept.length; k++) {
      if (k == 0 || kept[k] > kept[k - 1]) {
        add(frame.x(xs[kept[k]]), frame.y(ys[kept[k]]));
      }
    }
  }

  private void add(double px, double py) {
    x[size] = px;
    y[size] = py;
    size++;
  }
}
