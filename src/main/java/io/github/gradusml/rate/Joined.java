package io.github.gradusml.rate;

import io.github.gradusml.internal.Checks;

/**
 * See {@link Schedule#then}.
 *
 * @param first the schedule that begins
 * @param length when it ends
 * @param next the schedule that follows
 */
record Joined(Schedule first, double length, Schedule next) implements Schedule {
  Joined {
    Checks.positive("length", length);
    Checks.notNull("next", next);
  }

  @Override
  public double at(double time) {
    Checks.notNegative("time", time);
    return time < length ? first.at(time) : next.at(time - length);
  }

  @Override
  public String toString() {
    return first + " until " + length + ", then " + next;
  }
}
