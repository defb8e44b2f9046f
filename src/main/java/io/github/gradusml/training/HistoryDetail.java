package io.github.gradusml.training;

/** How much of a training its {@link TrainingHistory} records. */
public enum HistoryDetail {
  /** The last epoch only: nothing is measured before, which is the fastest way to train. */
  FINAL,
  /** Every epoch: one more pass over the rows, to measure with the weights held still. */
  EPOCH,
  /** Every epoch and every update. */
  UPDATE
}
