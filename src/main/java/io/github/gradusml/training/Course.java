package io.github.gradusml.training;

import java.util.List;

/**
 * What one training has gone through: where it began, and what it has seen since.
 *
 * @param epochsBefore the epochs done by trainings that it resumed
 * @param updatesBefore the updates made by these
 * @param history what was recorded
 * @param lastRate the rate of the last update
 * @param largestRate the largest so far
 * @param start what the objectives are compared with; null until it was measured
 * @param lastObjective the objective measured last; NaN before
 * @param stopReason null if there is no reason to stop, but for the number of epochs
 */
record Course(
    int epochsBefore,
    long updatesBefore,
    TrainingHistory history,
    double lastRate,
    double largestRate,
    Start start,
    double lastObjective,
    StopReason stopReason) {
  /** The beginning of a training, of which others may have been before. */
  static Course beginsAfter(int epochs, long updates) {
    TrainingHistory nothing = new TrainingHistory(List.of(), List.of());
    return new Course(epochs, updates, nothing, 0, 0, null, Double.NaN, null);
  }

  /**
   * The same without what only a last epoch measures: for one that turned out not to be the last.
   */
  Course unmeasured() {
    TrainingHistory nothing = new TrainingHistory(List.of(), List.of());
    return new Course(
        epochsBefore, updatesBefore, nothing, lastRate, largestRate, null, Double.NaN, stopReason);
  }
}
