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
record WarmRestarts(double highest, double lowest, double firstCycle, int growth)
    implements Schedule {
  /** A share of a cycle: fractions of epochs are rounded, and 3/10 may lie just before 3 · 0.1. */
  private static final double SLACK = 1e-9;

  /**
   * From so many cycles on, the next lies closer than two numbers do: only a remainder is exact.
   */
  static final double MOST_COUNTED = 0x1p52;

  WarmRestarts {
    Cosine.check("lowest", lowest, highest);
    Checks.positive("firstCycle", firstCycle);
    Checks.atLeast("growth", growth, 1);
  }

  @Override
  public double at(double time) {
    Checks.notNegative("time", time);
    double cycles = Math.floor(time / firstCycle + SLACK);
    if (growth == 1 && cycles >= MOST_COUNTED) {
      return Cosine.fall(highest, lowest, time % firstCycle / firstCycle);
    }
    double start = growth == 1 ? cycles * firstCycle : 0;
    double length = firstCycle;
    // Cycle by cycle: the logarithm of time misses some restarts by one update.
    while (growth > 1 && time >= start + (1 - SLACK) * length) {
      start += length;
      length *= growth;
    }
    return Cosine.fall(highest, lowest, Math.max(0, time - start) / length);
  }

  @Override
  public String toString() {
    return "warm restarts("
        + highest
        + " to "
        + lowest
        + ", cycle "
        + firstCycle
        + " × "
        + growth
        + ")";
  }
}
