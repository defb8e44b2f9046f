package io.github.gradusml.training;

/** Why a training ended. */
public enum StopReason {
  /** All epochs were done. */
  EPOCHS_DONE,
  /** The gradient was shorter than the tolerance. */
  CONVERGED,
  /** The watched loss had not improved for as long as the patience lasts. */
  STOPPED_EARLY,
  /** The weights or the loss grew without bound. */
  DIVERGED,
  /** It was left before its end; it can be resumed. */
  UNFINISHED
}
