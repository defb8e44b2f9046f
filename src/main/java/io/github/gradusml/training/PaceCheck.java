package io.github.gradusml.training;

import io.github.gradusml.internal.Texts;
import io.github.gradusml.stability.Advice;
import io.github.gradusml.stability.Stability;

/** Whether a rate was far too small: the objective still fell, and a larger rate gets further. */
final class PaceCheck {
  private static final int LEAST_EPOCHS = 5;

  /** A pace of this share of the mean pace is one that has not slowed down. */
  private static final double STEADY = 0.25;

  /** What a larger rate takes off the objective must be this share of it to be worth a word. */
  private static final double WORTH_SAYING = 0.2;

  /** So little is worth one where it is ten times as much as was learned. */
  private static final double LEAST_GAIN = 0.05;

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

  static Verdict verdict(Case training) {
    if (EndChecks.isRateTooLarge(training) || training.classes().areAllRight()) {
      return Verdict.clear();
    }
    boolean hasHiddenLayers = !training.start().layers(1).addOnlyBias();
    return new PaceCheck(
            training.ascent(),
            training.objectives(),
            training.largestRate(),
            hasHiddenLayers,
            training.rehearsal())
        .verdict();
  }

  /** Still falling at the pace of the first epochs, or stuck, and a larger rate gets further. */
  private Verdict verdict() {
    if (objectives.length < LEAST_EPOCHS) {
      return Verdict.notApplicable("fewer than " + LEAST_EPOCHS + " epochs were recorded");
    }
    boolean isFalling = fellSteadily();
    if (!(isFalling || isStuck())) {
      return Verdict.clear();
    }
    double spansRow = STEPS_TO_A_ROW / ascent.start().meanSquaredRow();
    double stable = ascent.stability().map(Stability::largestRate).orElse(spansRow);
    boolean isExact = ascent.stability().filter(Stability::exact).isPresent();
    double better = betterUpTo(stable);
    // A limit that is not exact may be far too cautious.
    return told(isFalling, better > 0 || isExact ? better : betterUpTo(Math.max(stable, spansRow)));
  }

  private Verdict told(boolean isFalling, double better) {
    return better > 0
        ? Verdict.found(
            (isFalling
                    ? "training has not arrived: the objective was still falling at its end, at "
                        + Texts.number(last())
                    : "training has hardly begun: the objective is "
                        + Texts.number(last())
                        + (last() < ascent.start().atZero()
                            ? ", little below that of weights 0, "
                            : ", no lower than that of weights 0, ")
                        + Texts.number(ascent.start().atZero()))
                + ", and with a larger rate it comes further in the same time.",
            "Take " + Advice.call(better) + ", or more epochs.")
        : Verdict.clear();
  }

  /** The rate of those up to a limit that gets furthest, by powers of ten; 0 if none does. */
  private double betterUpTo(double limit) {
    double best = worthSaying(rehearsal.objective(settings -> {}));
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

  /** What a larger rate must come to, where this one came to an objective. */
  private double worthSaying(double objective) {
    double ninefold = 9 * (ascent.start().atStart() - last());
    double gain = Math.max(LEAST_GAIN, Math.min(WORTH_SAYING, ninefold / objective));
    return (1 - gain) * objective;
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
