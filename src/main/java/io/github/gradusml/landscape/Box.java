package io.github.gradusml.landscape;

import io.github.gradusml.internal.Checks;
import java.util.List;

/** A rectangle of two parameters: from and to of the one, from and to of the other. */
record Box(double fromX, double toX, double fromY, double toY) {
  /** Nearer ends have no numbers of use between them. */
  private static final double SHORTEST = 1e-9;

  private static final double FLAT = 1e-3;
  private static final double LEAST_SHARE = 0.25;

  static Box checked(double fromX, double toX, double fromY, double toY) {
    check("X", fromX, toX);
    check("Y", fromY, toY);
    return new Box(fromX, toX, fromY, toY);
  }

  private static void check(String axis, double from, double to) {
    Checks.finite("from" + axis, from);
    Checks.finite("to" + axis, to);
    double size = Math.max(Math.abs(from), Math.abs(to));
    if (!(to - from > SHORTEST * size && to - from < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "to"
              + axis
              + " must be above from"
              + axis
              + ", "
              + from
              + ", by a finite length, but was "
              + to);
    }
  }

  /**
   * The smallest box around points. A side that is next to nothing beside the other is made a
   * quarter of it, and around a single point both are 2, or more where numbers are large.
   */
  static Box around(List<SurfacePoint> points) {
    double fromX = points.stream().mapToDouble(SurfacePoint::x).min().orElseThrow();
    double toX = points.stream().mapToDouble(SurfacePoint::x).max().orElseThrow();
    double fromY = points.stream().mapToDouble(SurfacePoint::y).min().orElseThrow();
    double toY = points.stream().mapToDouble(SurfacePoint::y).max().orElseThrow();
    double size = Math.max(Math.max(-fromX, toX), Math.max(-fromY, toY));
    double moreX = room(toX - fromX, toY - fromY, size);
    double moreY = room(toY - fromY, toX - fromX, size);
    return new Box(fromX - moreX, toX + moreX, fromY - moreY, toY + moreY);
  }

  /** How much a side grows at each end. */
  private static double room(double side, double other, double size) {
    if (side > FLAT * other) {
      return 0;
    }
    return other == 0 ? Math.max(1, FLAT * size) : LEAST_SHARE / 2 * other;
  }

  /** The box around the same middle, longer by a share of its length on every side. */
  Box widened(double share) {
    double moreX = share * (toX - fromX);
    double moreY = share * (toY - fromY);
    return new Box(fromX - moreX, toX + moreX, fromY - moreY, toY + moreY);
  }

  /** Whether a point is farther from the sides than a share of their lengths. */
  boolean isInside(SurfacePoint point, double share) {
    return widened(-share).contains(point);
  }

  private boolean contains(SurfacePoint point) {
    return point.x() > fromX && point.x() < toX && point.y() > fromY && point.y() < toY;
  }

  double x(double share) {
    return share == 1 ? toX : fromX + share * (toX - fromX);
  }

  double y(double share) {
    return share == 1 ? toY : fromY + share * (toY - fromY);
  }
}
