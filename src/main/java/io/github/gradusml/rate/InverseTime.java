package io.github.gradusml.rate;

import io.github.gradusml.internal.Checks;

/**
 * See {@link LearningRate#inverseTime}.
 *
 * @param initial the rate at time 0
 * @param decay how fast it falls
 */
record InverseTime(double initial, double decay) implements Schedule {
  InverseTime {
    Checks.positive("initial", initial);
    Checks.notNegative("decay", decay);
  }

  @Override
  public double at(double time) {
    Checks.notNegative("time", time);
    return initial / (1 + decay * time);
  }

  @Override
  public String toString() {
    return "inverse time(" + initial + ", decay " + decay + ")";
  }
}
