package io.github.gradusml.training;

import io.github.gradusml.internal.Texts;
import io.github.gradusml.stability.Advice;
import io.github.gradusml.stability.Stability;
import io.github.gradusml.training.Warning.Kind;
import java.util.Optional;

/** Whether a rate was far too small: the objective still fell, and a larger rate gets further. */
final class PaceCheck {
  private static final int LEAST_EPOCHS = 5;

  /** A pace of this share of the mean pace is one that has not slowed down. */
  private static final double STEADY = 0.25;

  /** A larger rate must lower the objective to this share to be worth a word. */
  private static final double WORTH_SAYING = 0.8;

  /**
   * An objective above this share of that of weights 0 is one of a network that learned nothing.
   */
  private static final double STUCK = 0.9;

  private static final int MOST_TRIALS = 20;

  /** How far a step may change a net input, in units of the slope of the loss. */
  private static final double STEPS_TO_A_ROW = 10;

  private final Ascent ascent;
  private final double[] objectives;
  private final double rate;
  private final boolean hasHiddenLayers;
  private final Rehearsal rehearsal;

  /**
   * @param ascent what it began with
   * @param objectives the objective after each epoch
   * @param rate the largest rate
   * @param hasHiddenLayers whether the way down may begin with a plateau
   * @param rehearsal tries larger ones
   */
  PaceCheck(
      Ascent ascent,
      double[] objectives,
      double rate,
      boolean hasHiddenLayers,
      Rehearsal rehearsal) {
    this.ascent = ascent;
    this.objectives = objectives;
    this.rate = rate;
    this.hasHiddenLayers = hasHiddenLayers;
    this.rehearsal = rehearsal;
  }

  /** Still falling at the pace of the first epochs, or stuck, and a larger rate gets further. */
  Optional<Warning> warning() {
    boolean isFalling = objectives.length >= LEAST_EPOCHS && fellSteadily();
    if (objectives.length < LEAST_EPOCHS || !(isFalling || isStuck())) {
      return Optional.empty();
    }
    double spansRow = STEPS_TO_A_ROW / ascent.start().meanSquaredRow();
    double stable = ascent.stability().map(Stability::largestRate).orElse(spansRow);
    boolean isExact = ascent.stability().filter(Stability::exact).isPresent();
    double better = betterUpTo(stable);
    // A limit that is not exact may be far too cautious.
    return told(isFalling, better > 0 || isExact ? better : betterUpTo(Math.max(stable, spansRow)));
  }

  private Optional<Warning> told(boolean isFalling, double better) {
    return better > 0
        ? Optional.of(
            new Warning(
                Kind.RATE_TOO_SMALL,
                (isFalling
                        ? "training has not arrived: the objective was still falling at its end, at "
                            + Texts.number(last())
                        : "training has hardly begun: the objective is "
                            + Texts.number(last())
                            + ", little below that of weights 0, "
                            + Texts.number(ascent.start().atZero()))
                    + ", and with a larger rate it comes further in the same time. Take "
                    + Advice.call(better)
                    + ", or more epochs."))
        : Optional.empty();
  }

  /** The rate of those up to a limit that gets furthest, by powers of ten; 0 if none does. */
  private double betterUpTo(double limit) {
    double best = WORTH_SAYING * rehearsal.objective(settings -> {});
    double better = 0;
    // From the largest down: a small step up from a tiny rate makes no difference yet.
    double larger = largestByTens(limit);
    for (int k = 0; k < MOST_TRIALS && larger > rate; k++, larger /= 10) {
      double objective =
          rehearsal.objective(Rehearsal.constant(Double.parseDouble(Texts.number(larger))));
      if (objective < best) {
        best = objective;
        better = larger;
      } else if (better > 0) {
        break;
      }
    }
    return better;
  }

  /** The rate times a power of ten. */
  private double largestByTens(double limit) {
    double larger = rate;
    while (10 * larger <= limit && larger > 0) {
      larger *= 10;
    }
    return larger;
  }

  private double last() {
    return objectives[objectives.length - 1];
  }

  /** Hidden layers may keep an objective on a plateau near that of weights 0 for long. */
  private boolean isStuck() {
    return hasHiddenLayers && last() >= STUCK * ascent.start().atZero() && rate > 0;
  }

  private boolean fellSteadily() {
    int n = objectives.length;
    int fifth = n / LEAST_EPOCHS;
    double pace = (objectives[n - 1 - fifth] - objectives[n - 1]) / fifth;
    double meanPace = (ascent.start().atStart() - objectives[n - 1]) / n;
    return pace >= 0 && pace >= STEADY * meanPace && rate > 0;
  }
}
