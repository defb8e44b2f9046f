package io.github.gradusml.training;

import io.github.gradusml.rate.LearningRate;

/** The rates of a training: a schedule may be somebody's own, and so every rate is checked. */
final class Rates {
  private LearningRate schedule;
  private LearningRate constant;
  private double last;
  private double largest;

  Rates(LearningRate schedule, Course course) {
    this.schedule = schedule;
    this.last = course.lastRate();
    this.largest = course.largestRate();
  }

  /** η of an update. */
  double at(long update, double epoch) {
    double eta = schedule.at(update, epoch);
    if (!(eta >= 0 && eta < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "learningRate must be finite and >= 0, but "
              + schedule
              + " gave "
              + eta
              + " for update "
              + update
              + " (epoch "
              + epoch
              + ")");
    }
    last = eta;
    largest = Math.max(largest, eta);
    return eta;
  }

  /** Whether every rate is that of the last update: then there is no need to ask again. */
  boolean areConstant() {
    if (schedule != constant && last > 0 && schedule.equals(LearningRate.constant(last))) {
      constant = schedule;
    }
    return schedule == constant;
  }

  /** The rate of the last update. */
  double last() {
    return last;
  }

  /** The largest so far. */
  double largest() {
    return largest;
  }

  /** The schedule in force. */
  LearningRate schedule() {
    return schedule;
  }

  /** Tells the schedule how an epoch went; it may react. */
  void epochEnded(EpochRecord epoch, boolean isValidated) {
    schedule = schedule.afterEpoch(epoch.epoch(), shown(epoch, isValidated));
  }

  /** The loss that a schedule is shown. */
  static double shown(EpochRecord epoch, boolean isValidated) {
    return isValidated ? epoch.validationLoss() : epoch.objective();
  }
}
