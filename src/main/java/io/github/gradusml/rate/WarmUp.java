package io.github.gradusml.rate;

import io.github.gradusml.internal.Checks;

/**
 * See {@link Schedule#withWarmUp}.
 *
 * @param schedule what follows the ramp
 * @param length the length of the ramp
 * @param startFactor the share of the rate to start with
 */
record WarmUp(Schedule schedule, double length, double startFactor) implements Schedule {
  WarmUp {
    Checks.positive("length", length);
    Checks.within("startFactor", startFactor, 0, 1);
  }

  @Override
  public double at(double time) {
    Checks.notNegative("time", time);
    return time < length
        ? schedule.at(0) * (startFactor + (1 - startFactor) * time / length)
        : schedule.at(time - length);
  }

  @Override
  public String toString() {
    return schedule + " after a warm-up of " + length + " from " + startFactor;
  }
}
