package io.github.gradusml.training;

import io.github.gradusml.internal.Texts;

/** Whether it ended above all that it began with, by a rate that is too large. */
final class WorseThanNothingCheck {
  /** An objective this many times the lowest is more than the noise of small batches. */
  private static final double LEAST_GROWTH = 1.2;

  private WorseThanNothingCheck() {}

  static Verdict verdict(Case training) {
    Ascent ascent = training.ascent();
    if (training.has(EndChecks.OSCILLATES) || !ascent.isAbove(LEAST_GROWTH)) {
      return Verdict.clear();
    }
    return Verdict.found(
        "training ended above where it began: the objective is "
            + Texts.number(ascent.last())
            + ", and that of weights 0 is "
            + Texts.number(ascent.start().atZero())
            + ". The learning rate, "
            + Texts.number(training.largestRate())
            + ", is too large for these rows.",
        EndChecks.smallerRate(training));
  }
}
