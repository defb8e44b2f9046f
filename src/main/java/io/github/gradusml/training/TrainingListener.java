package io.github.gradusml.training;

/**
 * Hears of a training as it goes on. A listener only observes: it is called in the thread that
 * trains, and what it throws ends the training.
 */
public interface TrainingListener {
  /**
   * Hears of the end of an epoch.
   *
   * @param epoch what was measured
   */
  default void epochEnded(EpochRecord epoch) {}

  /**
   * Hears of an update; called with {@link HistoryDetail#UPDATE} alone.
   *
   * @param update what was seen
   */
  default void updated(UpdateRecord update) {}
}
