package io.github.gradusml.rate;

import io.github.gradusml.internal.Checks;
import org.apache.commons.math3.util.FastMath;

/**
 * See {@link LearningRate#exponential}.
 *
 * @param initial the rate at time 0
 * @param factor what it is multiplied by
 * @param length after how long
 */
record Exponential(double initial, double factor, double length) implements Schedule {
  Exponential {
    Checks.positive("initial", initial);
    Checks.positive("factor", factor);
    Checks.positive("length", length);
  }

  @Override
  public double at(double time) {
    Checks.notNegative("time", time);
    return initial * power(factor, time / length);
  }

  /** A power whose exponent may be infinite: that of 1 is 1. */
  static double power(double factor, double exponent) {
    return factor == 1 ? 1 : FastMath.pow(factor, exponent);
  }

  @Override
  public String toString() {
    return "exponential(" + initial + ", factor " + factor + " every " + length + ")";
  }
}
