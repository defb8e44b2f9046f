package io.github.gradusml.rate;

import io.github.gradusml.internal.Checks;

/**
 * See {@link LearningRate#warmRestarts}.
 *
 * @param highest the rate at every restart
 * @param lowest the rate that each cycle falls to
 * @param firstCycle the length of the first cycle
 * @param growth how many times as long each next cycle is
 */
record WarmRestarts(double highest, double lowest, double firstCycle, int growth) implements Schedule {
  WarmRestarts {
    Cosine.check("lowest", lowest, highest);
    Checks.positive("firstCycle", firstCycle);
    Checks.atLeast("growth", growth, 1);
  }

  @Override
  public double at(double time) {
    double inCycle = time;
    double length = firstCycle;
    if (growth == 1) {
      inCycle = time % length;
    }
    // By subtraction: the logarithm of time misses some restarts by one update.
    while (inCycle >= length) {
      inCycle -= length;
      length *= growth;
    }
    return Cosine.fall(highest, lowest, inCycle / length);
  }

  @Override
  public String toString() {
    return "warm restarts(" + highest + " to " + lowest + ", cycle " + firstCycle + " × " + growth + ")";
  }
}
