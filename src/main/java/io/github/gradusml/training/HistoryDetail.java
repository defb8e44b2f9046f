package io.github.gradusml.training;

/** How much of a training its {@link TrainingHistory} records. */
public enum HistoryDetail {
  /**
   * Nothing: the fastest way to train. Whether it diverged is looked at all the same, at the end by
   * a sample of the rows.
   */
  NONE,
  /** The last epoch only: nothing is measured before. */
  FINAL,
  /** Every epoch: one more pass over the rows, to measure with the weights held still. */
  EPOCH,
  /**
   * Every epoch and every update; with L2 on sparse rows, updates then go over all columns, since
   * the gradient that is recorded has them all.
   */
  UPDATE;

  boolean atLeast(HistoryDetail other) {
    return compareTo(other) >= 0;
  }
}
