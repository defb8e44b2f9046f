package io.github.gradusml.rate;

import io.github.gradusml.internal.Checks;

/**
 * See {@link LearningRate#constant}.
 *
 * @param rate the rate
 */
record Constant(double rate) implements Schedule {
  Constant {
    Checks.positive("learningRate", rate);
  }

  @Override
  public double at(double time) {
    Checks.notNegative("time", time);
    return rate;
  }

  @Override
  public String toString() {
    return "constant(" + rate + ")";
  }
}
