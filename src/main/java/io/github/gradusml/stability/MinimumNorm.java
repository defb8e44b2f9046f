package io.github.gradusml.stability;

import io.github.gradusml.internal.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The point nearest to the origin of all that lie between signed rows, by Wolfe's method.
 *
 * <pre>{@code
 * ω = argmin ‖Σ aᵢ·pᵢ‖, a ≥ 0, Σa = 1        ω·pᵢ ≥ ‖ω‖² for all i
 * }</pre>
 *
 * <p>Where it is not 0, it is the line that leaves the most room to the nearest row, and its length
 * is that room; where it is 0, no line separates. Each turn adds the row that is furthest on the
 * wrong side and moves to the nearest point of what the chosen rows span, leaving out those that it
 * does not lie between; the point's length only falls. A pass over all rows fetches the lowest of
 * either class, and turns are taken among these until none of them is on the wrong side.
 *
 * <p>Source: P. Wolfe, Finding the nearest point in a polytope, Mathematical Programming 11 (1976),
 * doi:10.1007/BF01580381.
 */
final class MinimumNorm {
  /** Nearer to the origin than this, in units of the rows, is at the origin. */
  private static final double ZERO = 1e-15;

  /** A row that is on the wrong side by a smaller share than this is not. */
  private static final double NEGLIGIBLE = 1e-12;

  /** What is beside this share of a row's length is rounding. */
  private static final double ROUNDING = 1e-15;

  /** A row of which ω has no more than this can be left out. */
  private static final double NO_SHARE = 1e-14;

  private final SignedRows rows;
  private final Frame frame;
  private final Corral corral;
  private final Lowest negatives = new Lowest();
  private final Lowest positives = new Lowest();
  private double[] omega;
  private double[] shares;
  private long workLeft;

  /**
   * Begins at the first row that counts.
   *
   * @param work about how many products of two numbers it may take
   */
  MinimumNorm(SignedRows rows, Frame frame, long work) {
    int first = rows.first();
    this.rows = rows;
    this.frame = frame;
    this.corral = new Corral(frame.dimension());
    this.workLeft = work;
    this.omega = frame.point(first);
    this.shares = new double[] {1};
    corral.add(first, omega);
  }

  /** Looks at all rows; returns the lowest ω·pᵢ. */
  double look() {
    workLeft -= (long) rows.size() * frame.dimension();
    negatives.clear();
    positives.clear();
    rows.visit(
        frame.line(omega), (row, z) -> (rows.sign(row) < 0 ? negatives : positives).add(row, z));
    double lowest = Math.min(negatives.lowest(), positives.lowest());
    return Math.scalb(lowest, -frame.exponent(omega)) / frame.unit();
  }

  /** Takes turns among the rows last looked at; returns whether any led on. */
  boolean improve() {
    List<Integer> candidates = new ArrayList<>(negatives.rows());
    candidates.addAll(positives.rows());
    candidates.removeIf(corral::contains);
    List<double[]> points = new ArrayList<>();
    candidates.forEach(row -> points.add(frame.point(row)));
    boolean improved = false;
    while (workLeft > 0 && !isZero()) {
      int worst = worst(points);
      if (worst < 0) {
        break;
      }
      improved |= turn(candidates.remove(worst), points.remove(worst));
    }
    return improved && workLeft > 0 && !isZero();
  }

  /** The point that is furthest on the wrong side; −1 if none is. */
  private int worst(List<double[]> points) {
    int n = frame.dimension();
    workLeft -= (long) points.size() * n;
    double length = Vectors.norm(omega, 0, n);
    double least = length * length * (1 - NEGLIGIBLE);
    int worst = -1;
    for (int i = 0; i < points.size(); i++) {
      double product = Vectors.dot(omega, 0, points.get(i), 0, n);
      if (product < least) {
        double size = Vectors.norm(points.get(i), 0, n);
        if (product < length * (length - ROUNDING * size)) {
          least = product;
          worst = i;
        }
      }
    }
    return worst;
  }

  /** Adds a point and moves to the nearest one; returns whether that led on. */
  private boolean turn(int row, double[] point) {
    double before = Vectors.norm(omega, 0, omega.length);
    if (!corral.add(row, point)) {
      return false;
    }
    double[] from = Arrays.copyOf(shares, shares.length + 1);
    double[] to = corral.coordinates();
    while (!allPositive(to)) {
      from = movedToTheBorder(from, to);
      to = corral.coordinates();
    }
    workLeft -= 4L * corral.points() * frame.dimension();
    shares = to;
    omega = corral.nearest();
    return Vectors.norm(omega, 0, omega.length) < before;
  }

  private static boolean allPositive(double[] values) {
    for (double value : values) {
      if (!(value > 0)) {
        return false;
      }
    }
    return true;
  }

  /** Goes towards a point outside until a share becomes 0, and removes that row. */
  private double[] movedToTheBorder(double[] from, double[] to) {
    workLeft -= 4L * corral.points() * frame.dimension();
    double step = Double.POSITIVE_INFINITY;
    int first = 0;
    for (int i = 0; i < to.length; i++) {
      double limit = to[i] > 0 ? Double.POSITIVE_INFINITY : limit(from[i], to[i]);
      if (!(limit >= step)) {
        step = limit;
        first = i;
      }
    }
    corral.remove(first);
    double[] moved = new double[to.length - 1];
    for (int i = 0; i < moved.length; i++) {
      int k = i < first ? i : i + 1;
      moved[i] = Math.max(0, from[k] + Math.min(1, step) * (to[k] - from[k]));
    }
    return moved;
  }

  /**
   * How far it is to the border, as a share of the way from a share to one that is not positive.
   */
  private static double limit(double from, double to) {
    return from > 0 ? from / (from - to) : 0;
  }

  private boolean isZero() {
    return Vectors.norm(omega, 0, omega.length) <= ZERO;
  }

  /** The line that ω is in the user's units, up to a factor. */
  double[] line() {
    return frame.line(omega);
  }

  /** What ω is made of, but for shares that are nothing but rounding. */
  Certificate certificate() {
    int[] all = corral.rows();
    int[] kept = IntStream.range(0, all.length).filter(i -> shares[i] > NO_SHARE).toArray();
    double total = 0;
    for (int i : kept) {
      total += shares[i];
    }
    int[] between = new int[kept.length];
    double[] parts = new double[kept.length];
    for (int k = 0; k < kept.length; k++) {
      between[k] = all[kept[k]];
      parts[k] = shares[kept[k]] / total;
    }
    return Certificate.of(rows, between, parts);
  }
}
