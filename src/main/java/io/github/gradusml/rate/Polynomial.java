package io.github.gradusml.rate;

import io.github.gradusml.internal.Checks;
import org.apache.commons.math3.util.FastMath;

/**
 * See {@link LearningRate#polynomial}.
 *
 * @param initial the rate at time 0
 * @param last the rate from the end on
 * @param length when it ends
 * @param power the shape
 */
record Polynomial(double initial, double last, double length, double power) implements Schedule {
  Polynomial {
    Checks.positive("initial", initial);
    Checks.notNegative("last", last);
    Checks.positive("length", length);
    Checks.positive("power", power);
  }

  @Override
  public double at(double time) {
    Checks.notNegative("time", time);
    double left = 1 - Math.min(time, length) / length;
    return (initial - last) * FastMath.pow(left, power) + last;
  }

  @Override
  public String toString() {
    return "polynomial(" + initial + " to " + last + " over " + length + ", power " + power + ")";
  }
}
