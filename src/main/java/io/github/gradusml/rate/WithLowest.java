package io.github.gradusml.rate;

import io.github.gradusml.internal.Checks;

/**
 * See {@link Schedule#withLowest}.
 *
 * @param schedule the schedule that is not to fall any lower
 * @param lowest the lowest rate
 */
record WithLowest(Schedule schedule, double lowest) implements Schedule {
  WithLowest {
    Checks.notNegative("lowest", lowest);
  }

  @Override
  public double at(double time) {
    return Math.max(lowest, schedule.at(time));
  }

  @Override
  public String toString() {
    return schedule + ", at least " + lowest;
  }
}
