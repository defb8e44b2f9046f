package io.github.gradusml.rate;

import io.github.gradusml.internal.Checks;

/**
 * See {@link LearningRate#step}.
 *
 * @param initial the rate at time 0
 * @param factor what it is multiplied by
 * @param length after how long
 */
record StepDecay(double initial, double factor, double length) implements Schedule {
  StepDecay {
    Checks.positive("initial", initial);
    Checks.positive("factor", factor);
    Checks.positive("length", length);
  }

  @Override
  public double at(double time) {
    Checks.notNegative("time", time);
    return initial * Exponential.power(factor, Math.floor(time / length));
  }

  @Override
  public String toString() {
    return "step(" + initial + ", factor " + factor + " every " + length + ")";
  }
}
