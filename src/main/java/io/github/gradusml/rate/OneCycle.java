package io.github.gradusml.rate;

import io.github.gradusml.internal.Checks;

/**
 * See {@link LearningRate#oneCycle}.
 *
 * @param highest the rate at the peak
 * @param peak the time of the peak
 * @param end the time of the last update
 * @param startDivisor highest divided by the rate at time 0
 * @param endDivisor the rate at time 0 divided by the last
 */
record OneCycle(double highest, double peak, double end, double startDivisor, double endDivisor)
    implements Schedule {
  OneCycle {
    Checks.positive("highest", highest);
    Checks.positive("peak", peak);
    if (!(end > peak && end < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "end must be finite and > peak, " + peak + ", but was " + end);
    }
    Checks.positive("startDivisor", startDivisor);
    Checks.positive("endDivisor", endDivisor);
  }

  @Override
  public double at(double time) {
    double start = highest / startDivisor;
    return time < peak
        ? Cosine.fall(start, highest, time / peak)
        : Cosine.fall(highest, start / endDivisor, Math.min(1, (time - peak) / (end - peak)));
  }

  @Override
  public String toString() {
    return "one cycle(" + highest + " at " + peak + ", to " + end + ")";
  }
}
