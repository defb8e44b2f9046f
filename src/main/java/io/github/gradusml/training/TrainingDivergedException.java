package io.github.gradusml.training;

import io.github.gradusml.stability.Divergence;

/** Thrown where the model of a training that diverged is asked for; the message explains. */
public final class TrainingDivergedException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  private final transient Divergence divergence;

  TrainingDivergedException(Divergence divergence) {
    super(divergence.explanation());
    this.divergence = divergence;
  }

  /**
   * Returns the facts behind the message.
   *
   * @return what happened
   */
  public Divergence divergence() {
    return divergence;
  }
}
