package io.github.gradusml.landscape;

import java.util.function.DoubleUnaryOperator;

/**
 * The lowest place of a surface in a box.
 *
 * <p>For each x the lowest y is searched by the golden section, and the x for which that is lowest
 * by the golden section again. For a convex objective that finds its minimum, however long and
 * narrow the valley, and needs no gradient, which L1 does not have everywhere. Of another objective
 * it finds a low place, which need not be the lowest.
 *
 * <p>Source: J. Kiefer, Sequential minimax search for a maximum, Proceedings of the American
 * Mathematical Society 4 (1953), doi:10.1090/S0002-9939-1953-0055639-3.
 */
final class Lowest {
  /** (√5 − 1)/2: a section of it leaves one of the same proportions. */
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private final Plane plane;
  private final int sections;

  private Lowest(Plane plane, int sections) {
    this.plane = plane;
    this.sections = sections;
  }

  /** Searches with so many sections each way; each leaves 0.618 of the length. */
  static SurfacePoint of(Plane plane, Box box, int sections) {
    Lowest search = new Lowest(plane, sections);
    DoubleUnaryOperator bestY = x -> search.argmin(y -> plane.height(x, y), box.fromY(), box.toY());
    double x = search.argmin(u -> search.height(u, bestY), box.fromX(), box.toX());
    double y = bestY.applyAsDouble(x);
    return new SurfacePoint(x, y, plane.height(x, y));
  }

  private double height(double x, DoubleUnaryOperator bestY) {
    SurfaceGrid.goOnUnlessInterrupted("search for the minimum");
    return plane.height(x, bestY.applyAsDouble(x));
  }

  private double argmin(DoubleUnaryOperator f, double from, double to) {
    double low = from;
    double high = to;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = finite(f.applyAsDouble(left));
    double atRight = finite(f.applyAsDouble(right));
    for (int k = 0; k < sections; k++) {
      if (atLeft <= atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = finite(f.applyAsDouble(left));
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = finite(f.applyAsDouble(right));
      }
    }
    return atLeft <= atRight ? left : right;
  }

  private static double finite(double height) {
    return Double.isNaN(height) ? Double.POSITIVE_INFINITY : height;
  }
}
