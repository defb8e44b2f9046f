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
    return initial * FastMath.pow(factor, time / length);
  }

  @Override
  public String toString() {
    return "exponential(" + initial + ", factor " + factor + " every " + length + ")";
  }
}
