package io.github.gradusml.rate;

/**
 * See {@link Schedule#perEpoch()}.
 *
 * @param schedule the schedule, whose times are now epochs
 */
record PerEpoch(Schedule schedule) implements LearningRate {
  @Override
  public double at(long update, double epoch) {
    return schedule.at(epoch);
  }

  @Override
  public String toString() {
    return schedule + " per epoch";
  }
}
