package io.github.gradusml.rangetest;

import io.github.gradusml.internal.Range;
import io.github.gradusml.stability.Stability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** Curves of range tests that never were; not smoothed, and relied on from the first point. */
final class SyntheticCurves {
  /** Five decades, with a point every twentieth. */
  static final Range RANGE = new Range(1e-4, 10, true);

  static final int POINTS = 101;
  static final StabilityLimit UNKNOWN = new StabilityLimit(Optional.empty());

  private SyntheticCurves() {}

  /** The losses as a function of log₁₀ of the rate. */
  static CurveReading of(RangeTestEnd end, DoubleUnaryOperator loss) {
    List<RangePoint> points = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      double value = loss.applyAsDouble(-4 + i / 20.0);
      points.add(new RangePoint(RANGE.at(i / (POINTS - 1.0)), value, value));
    }
    return new CurveReading(points, end, 0, 0);
  }

  /** The first points of a curve. */
  static CurveReading first(int count, CurveReading curve) {
    return new CurveReading(curve.points().subList(0, count), curve.end(), 0, 0);
  }

  /** The article's: level, falls, steepest at 10^−1.5, is lowest at 1, rises. */
  static CurveReading article() {
    return of(RangeTestEnd.LOSS_ROSE, SyntheticCurves::articleLoss);
  }

  static double articleLoss(double log) {
    double rise = Math.max(0, log);
    return 0.1 + 1 / (1 + Math.exp(4 * (log + 1.5))) + 4 * rise * rise;
  }

  static StabilityLimit limit(double rate, boolean exact) {
    return new StabilityLimit(Optional.of(new Stability(rate, exact)));
  }

  static RateReading read(CurveReading curve, StabilityLimit limit) {
    return new RateReading(curve, RANGE, limit);
  }

  static RangeTestResult result(CurveReading curve, StabilityLimit limit) {
    return new RangeTestResult(curve, limit, read(curve, limit), Optional.empty());
  }
}
