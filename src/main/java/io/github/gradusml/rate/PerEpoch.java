package io.github.gradusml.rate;

/**
 * See {@link Schedule#perEpoch()}.
 *
 * @param schedule the schedule, whose times are now epochs
 */
record PerEpoch(Schedule schedule) implements Schedule {
  @Override
  public double at(double time) {
    return schedule.at(time);
  }

  @Override
  public double at(long update, double epoch) {
    return schedule.at(epoch);
  }

  @Override
  public Schedule perEpoch() {
    return this;
  }

  @Override
  public Schedule withWarmUp(double length, double startFactor) {
    return schedule.withWarmUp(length, startFactor).perEpoch();
  }

  @Override
  public Schedule withLowest(double lowest) {
    return schedule.withLowest(lowest).perEpoch();
  }

  @Override
  public Schedule then(double length, Schedule next) {
    return new PerEpoch(new Joined(schedule, length, next));
  }

  @Override
  public String toString() {
    return schedule + " per epoch";
  }
}
