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
   * @param training to look at: its model, for one; not to be stepped
   */
  default void epochEnded(EpochRecord epoch, Training<?> training) {}

  /**
   * Hears of an update; called with {@link HistoryDetail#UPDATE} alone.
   *
   * @param update what was seen
   * @param training to look at: the rows and the gradient of this update and the model after it, by
   *     which it can be followed by hand; not to be stepped
   */
  default void updated(UpdateRecord update, Training<?> training) {}
}
