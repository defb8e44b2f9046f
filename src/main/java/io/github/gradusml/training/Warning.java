package io.github.gradusml.training;

import io.github.gradusml.internal.Checks;

/**
 * What a training has to say at its end: what went wrong or is likely to, and what to do about it.
 *
 * <p>Article: all sections.
 *
 * @param kind what it is about
 * @param text a few sentences, with the numbers seen and the call that is most likely to help
 */
public record Warning(Kind kind, String text) {
  /** What a warning is about. */
  public enum Kind {
    /** The objective or the weights grow without end; {@link TrainingResult#divergence()}. */
    DIVERGED,
    /** No line separates the two classes. */
    NOT_SEPARABLE,
    /** A line separates the two classes, and the training has not found it yet. */
    NOT_SEPARATED_YET,
    /** The objective goes up and down; {@link TrainingResult#oscillation()}. */
    OSCILLATES,
    /** The objective ended above that of weights 0, by a rate that is too large. */
    WORSE_THAN_NOTHING,
    /** The rate is above the largest stable one, and the objective has begun to rise. */
    RATE_ABOVE_LIMIT,
    /** The weights ended where they began, since no gradient moves them. */
    STOOD_STILL,
    /** No gradient comes down to the first weights of a model with hidden layers. */
    DEAD_LAYER,
    /** The model tells a class apart of which there is no row. */
    CLASS_WITHOUT_ROWS,
    /** The objective was still falling, or had hardly begun to, and a larger rate gets further. */
    RATE_TOO_SMALL,
    /** The L1 penalty would make weights exactly 0, but for the way of training. */
    NO_ZEROS
  }

  /**
   * Checks that nothing is missing.
   *
   * @param kind what it is about
   * @param text a few sentences
   */
  public Warning {
    Checks.notNull("kind", kind);
    Checks.notNull("text", text);
  }

  /** Returns the text alone. */
  @Override
  public String toString() {
    return text;
  }
}
