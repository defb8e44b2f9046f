package io.github.gradusml.landscape;

import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/** The heights of a plane at the nodes of a grid, computed once, when first asked for. */
final class SurfaceGrid {
  private static final int SECTIONS = 44;

  private final Plane plane;
  private final Box box;
  private final int cells;
  private double[][] heights;
  private SurfacePoint minimum;

  SurfaceGrid(Plane plane, Box box, int cells) {
    this.plane = plane;
    this.box = box;
    this.cells = cells;
  }

  Plane plane() {
    return plane;
  }

  Box box() {
    return box;
  }

  int cells() {
    return cells;
  }

  double[] xs() {
    return IntStream.rangeClosed(0, cells).mapToDouble(i -> box.x((double) i / cells)).toArray();
  }

  double[] ys() {
    return IntStream.rangeClosed(0, cells).mapToDouble(j -> box.y((double) j / cells)).toArray();
  }

  /** One array for each x, with a height for each y; not to be modified. */
  synchronized double[][] heights() {
    if (heights == null) {
      double[] xs = xs();
      double[] ys = ys();
      double[][] computed = new double[xs.length][ys.length];
      for (int i = 0; i < xs.length; i++) {
        goOnUnlessInterrupted("surface");
        for (int j = 0; j < ys.length; j++) {
          computed[i][j] = plane.height(xs[i], ys[j]);
        }
      }
      heights = computed;
    }
    return heights;
  }

  /** The best of the search and of the nodes, so that it is below all that is drawn. */
  synchronized SurfacePoint minimum() {
    if (minimum == null) {
      SurfacePoint best = Lowest.of(plane, box, SECTIONS);
      double[] xs = xs();
      double[] ys = ys();
      for (int i = 0; i < xs.length; i++) {
        for (int j = 0; j < ys.length; j++) {
          double height = heights()[i][j];
          best =
              height < best.height() || Double.isNaN(best.height())
                  ? new SurfacePoint(xs[i], ys[j], height)
                  : best;
        }
      }
      minimum = best;
    }
    return minimum;
  }

  static void goOnUnlessInterrupted(String what) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the " + what + " was interrupted");
    }
  }
}
