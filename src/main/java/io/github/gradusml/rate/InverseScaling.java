package io.github.gradusml.rate;

import io.github.gradusml.internal.Checks;
import org.apache.commons.math3.util.FastMath;

/**
 * See {@link LearningRate#inverseScaling}.
 *
 * @param initial the rate at time 0
 * @param power how fast it falls
 */
record InverseScaling(double initial, double power) implements Schedule {
  InverseScaling {
    Checks.positive("initial", initial);
    Checks.notNegative("power", power);
  }

  @Override
  public double at(double time) {
    Checks.notNegative("time", time);
    return initial / FastMath.pow(time + 1, power);
  }

  @Override
  public String toString() {
    return "inverse scaling(" + initial + ", power " + power + ")";
  }
}
