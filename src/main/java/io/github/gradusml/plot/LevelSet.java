package io.github.gradusml.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a function that is known at the nodes of a grid is at most a level: closed curves around
 * these places, which have them to the left.
 *
 * <p>Cells are cut into two triangles, so that a curve enters and leaves each by two sides, as with
 * {@link Contour}. Around the grid lies a ring of nodes at the same places as its border, where the
 * function is taken for infinite: so curves that would leave the grid run along its border and are
 * closed. Places where the function is not finite count as above.
 */
final class LevelSet {
  /** From a node to its right, to the one above, and to the one above its right. */
  private static final int SIDES = 3;

  /**
   * One closed curve; its last point is its first.
   *
   * @param x places across
   * @param y places up
   * @param isBorder whether the way to a point runs along the border of the grid
   */
  record Loop(double[] x, double[] y, boolean[] isBorder) {}

  private final double[] xs;
  private final double[] ys;
  private final double[][] z;
  private final double level;
  private final int columns;
  private final int rows;
  private final int[] next;

  private LevelSet(double[] xs, double[] ys, double[][] z, double level) {
    this.xs = xs;
    this.ys = ys;
    this.z = z;
    this.level = level;
    this.columns = xs.length + 2;
    this.rows = ys.length + 2;
    this.next = new int[SIDES * columns * rows];
    Arrays.fill(next, -1);
  }

  /**
   * Returns the curves around the places that are at most a level.
   *
   * @param xs places across, ascending
   * @param ys places up, ascending
   * @param z for each of xs an array with a number for each of ys
   * @param level the level
   */
  static List<Loop> of(double[] xs, double[] ys, double[][] z, double level) {
    LevelSet set = new LevelSet(xs, ys, z, level);
    for (int i = 0; i + 1 < set.columns; i++) {
      for (int j = 0; j + 1 < set.rows; j++) {
        set.triangle(node(i, j), node(i + 1, j), node(i + 1, j + 1));
        set.triangle(node(i, j), node(i + 1, j + 1), node(i, j + 1));
      }
    }
    return set.loops();
  }

  private static int[] node(int i, int j) {
    return new int[] {i, j};
  }

  /** Links the side by which a walk around leaves the low places to that by which it comes back. */
  private void triangle(int[]... corners) {
    int leaves = -1;
    int returns = -1;
    for (int k = 0; k < SIDES; k++) {
      int[] from = corners[k];
      int[] to = corners[(k + 1) % SIDES];
      if (isLow(from) && !isLow(to)) {
        leaves = side(from, to);
      } else if (!isLow(from) && isLow(to)) {
        returns = side(from, to);
      }
    }
    if (leaves >= 0) {
      next[leaves] = returns;
    }
  }

  private int side(int[] a, int[] b) {
    int[] first = a[0] < b[0] || a[1] < b[1] ? a : b;
    int[] other = first == a ? b : a;
    int kind = other[1] == first[1] ? 0 : other[0] == first[0] ? 1 : 2;
    return SIDES * (first[0] * rows + first[1]) + kind;
  }

  private double height(int[] node) {
    double height = isRing(node) ? Double.NaN : z[node[0] - 1][node[1] - 1];
    return Double.isFinite(height) ? height : Double.POSITIVE_INFINITY;
  }

  private boolean isLow(int[] node) {
    return height(node) <= level;
  }

  private List<Loop> loops() {
    List<Loop> loops = new ArrayList<>();
    for (int side = 0; side < next.length; side++) {
      if (side % SIDES < 2 && next[side] >= 0) {
        loops.add(loop(side));
      }
    }
    return loops;
  }

  /**
   * Takes a curve out of the links. Crossings of diagonals only say which way it goes, and no two
   * follow each other, so that each curve has others.
   */
  private Loop loop(int begin) {
    List<double[]> points = new ArrayList<>();
    List<Boolean> borders = new ArrayList<>();
    int side = begin;
    boolean before = false;
    do {
      boolean isBorder = isOfRing(side);
      if (side % SIDES < 2 || isBorder) {
        points.add(crossing(side));
        borders.add(before || isBorder);
        before = isBorder;
      }
      int following = next[side];
      next[side] = -1;
      side = following;
    } while (side != begin);
    points.add(points.get(0));
    borders.add(before || isOfRing(begin));
    double[] x = points.stream().mapToDouble(point -> point[0]).toArray();
    double[] y = points.stream().mapToDouble(point -> point[1]).toArray();
    boolean[] isBorder = new boolean[x.length];
    for (int k = 0; k < x.length; k++) {
      isBorder[k] = borders.get(k);
    }
    return new Loop(x, y, isBorder);
  }

  private int[] from(int side) {
    int node = side / SIDES;
    return node(node / rows, node % rows);
  }

  private int[] to(int side) {
    int[] from = from(side);
    int kind = side % SIDES;
    return node(from[0] + (kind == 1 ? 0 : 1), from[1] + (kind == 0 ? 0 : 1));
  }

  private boolean isOfRing(int side) {
    return isRing(from(side)) || isRing(to(side));
  }

  private boolean isRing(int[] node) {
    return node[0] == 0 || node[1] == 0 || node[0] == columns - 1 || node[1] == rows - 1;
  }

  /** Where a straight line between the heights at both ends of a side is at the level. */
  private double[] crossing(int side) {
    int[] low = isLow(from(side)) ? from(side) : to(side);
    int[] high = isLow(from(side)) ? to(side) : from(side);
    double share = (level - height(low)) / (height(high) - height(low)); // 0 where high is infinite
    return new double[] {x(low) + share * (x(high) - x(low)), y(low) + share * (y(high) - y(low))};
  }

  private double x(int[] node) {
    return xs[Math.max(0, Math.min(xs.length - 1, node[0] - 1))];
  }

  private double y(int[] node) {
    return ys[Math.max(0, Math.min(ys.length - 1, node[1] - 1))];
  }
}
