package io.github.gradusml.pipeline;

import io.github.gradusml.internal.ReproducibleMath;
import io.github.gradusml.metric.Scores;
import org.apache.commons.math3.util.FastMath;

/**
 * The slope and shift of one net input that fit best, by Newton's method: the problem is convex,
 * and has an optimum wherever the scores are not all the same.
 *
 * <p>It is solved for v = (z − z̄)/d, as no step of Newton's depends on the unit: d is the largest
 * |z − z̄|.
 */
final class PlattScaling {
  private static final int MOST_STEPS = 200;

  /** A step that changes no u by more decreases the loss without being asked. */
  private static final double SMALL = 1e-3;

  /** After a step that small only rounding is left, since errors are squared by each. */
  private static final double LAST = 1e-9;

  private static final double SHORTEST = 0x1p-40;
  private static final double DECREASE = 1e-4;

  private final int n;
  private final double[] v;
  private final double[] target;
  private final double[] weight;
  private double slope;
  private double intercept;

  private PlattScaling(double[] v, double[] target, double[] weight, double meanTarget) {
    this.n = v.length;
    this.v = v;
    this.target = target;
    this.weight = weight;
    this.intercept = FastMath.log(meanTarget / (1 - meanTarget));
  }

  static Calibration fit(Scores scores) {
    CountingRows rows = CountingRows.of(scores);
    double[] z = rows.z();
    double[] target = targets(rows);
    double mean = 0;
    double meanTarget = 0;
    for (int i = 0; i < z.length; i++) {
      mean += rows.weight()[i] * z[i] / z.length;
      meanTarget += rows.weight()[i] * target[i] / z.length;
    }
    double distance = 0;
    for (double own : z) {
      distance = Math.max(distance, Math.abs(own - mean));
    }
    double[] v = new double[z.length];
    for (int i = 0; i < v.length; i++) {
      v[i] = distance == 0 ? 0 : (z[i] - mean) / distance;
    }
    PlattScaling scaling = new PlattScaling(v, target, rows.weight(), meanTarget);
    double constant = scaling.intercept;
    if (areEqual(z)) {
      return new Calibration(0, constant);
    }
    scaling.solve();
    double perUnit = scaling.slope / distance;
    double slope = CountingRows.scaled(perUnit, -rows.exponent());
    return Double.isFinite(slope) && Double.isFinite(perUnit * mean)
        ? new Calibration(slope, scaling.intercept - perUnit * mean)
        : new Calibration(0, constant); // net inputs too near to each other to be told apart
  }

  private static boolean areEqual(double... z) {
    for (double own : z) {
      if (own != z[0]) {
        return false;
      }
    }
    return true;
  }

  /** As if one row more of each class had been seen, half of it as the other class. */
  private static double[] targets(CountingRows rows) {
    double ones = 0;
    double zeros = 0;
    for (int i = 0; i < rows.size(); i++) {
      ones += rows.actual()[i] == 1 ? rows.weight()[i] : 0;
      zeros += rows.actual()[i] == 1 ? 0 : rows.weight()[i];
    }
    if (ones == 0 || zeros == 0) {
      throw new IllegalArgumentException(
          "scores must be of rows of both classes to be calibrated, but all that count are of class "
              + rows.actual()[0]);
    }
    double[] target = new double[rows.size()];
    for (int i = 0; i < target.length; i++) {
      target[i] = rows.actual()[i] == 1 ? (ones + 1) / (ones + 2) : 1 / (zeros + 2);
    }
    return target;
  }

  private void solve() {
    for (int step = 0; step < MOST_STEPS; step++) {
      double gradientSlope = 0;
      double gradient = 0;
      double curvature = 0;
      double middle = 0;
      for (int i = 0; i < n; i++) {
        double u = slope * v[i] + intercept;
        double p = ReproducibleMath.sigmoid(u);
        double error = weight[i] * (p - target[i]);
        double bend = weight[i] * p * ReproducibleMath.sigmoid(-u);
        gradientSlope += error * v[i];
        gradient += error;
        curvature += bend;
        middle += bend * v[i];
      }
      middle /= curvature;
      double spread = 0; // around the middle, in which slope and shift are independent
      for (int i = 0; i < n; i++) {
        double u = slope * v[i] + intercept;
        double off = v[i] - middle;
        double p = ReproducibleMath.sigmoid(u);
        spread += weight[i] * p * ReproducibleMath.sigmoid(-u) * off * off;
      }
      double bySlope = -(gradientSlope - middle * gradient) / spread;
      double byShift = -gradient / curvature - middle * bySlope;
      double descent = gradientSlope * bySlope + gradient * byShift;
      if (!go(bySlope, byShift, descent)) {
        return;
      }
    }
  }

  /** Goes a step, or as much of it as decreases the loss; returns whether another is needed. */
  private boolean go(double bySlope, double byShift, double descent) {
    double change = 0;
    for (int i = 0; i < n; i++) {
      change = Math.max(change, Math.abs(bySlope * v[i] + byShift));
    }
    if (!Double.isFinite(change)) {
      return false;
    }
    double before = loss(slope, intercept);
    double share = 1;
    while (change > SMALL
        && loss(slope + share * bySlope, intercept + share * byShift)
            > before + DECREASE * share * descent) {
      share /= 2;
      if (share < SHORTEST) {
        return false;
      }
    }
    slope += share * bySlope;
    intercept += share * byShift;
    return change > LAST;
  }

  private double loss(double a, double c) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double u = a * v[i] + c;
      sum += weight[i] * (ReproducibleMath.softplus(u) - target[i] * u);
    }
    return sum;
  }
}
