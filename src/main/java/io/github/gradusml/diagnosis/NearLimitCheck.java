package io.github.gradusml.diagnosis;

import io.github.gradusml.internal.Texts;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.stability.Advice;
import io.github.gradusml.stability.Stability;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.Verdict;
import java.util.Optional;

/** Whether the last rate is close to the largest stable one. */
final class NearLimitCheck {
  /** From here on, rows with a quarter more curvature would make the rate unstable. */
  private static final double NEAR = 0.8;

  /** Shares of the limit that may be taken instead; the first is where descent is fastest. */
  private static final double[] SMALLER = {0.5, 0.25, 0.7};

  private static final double MILLISECONDS = 8;

  /** So that the last half has epochs enough to count rises in. */
  private static final int LEAST_EPOCHS = 10;

  /** With all rows an update and a rate that is small enough, no epoch ends with a rise. */
  private static final double RINGING = 0.25;

  /** A rise of less than this share is rounding. */
  private static final double ROUNDING = 1e-9;

  private NearLimitCheck() {}

  static Verdict verdict(Case training) {
    Optional<Stability> known = training.stability();
    if (known.isEmpty()) {
      return Verdict.notApplicable("no largest stable rate is known for such a training");
    }
    Stability limit = known.get();
    if (!limit.exact() && !areAllRowsInAnUpdate(training)) {
      return Verdict.notApplicable("with few rows an update, the limit is only sufficient");
    }
    boolean isNear = training.lastRate() >= NEAR * limit.largestRate();
    return isNear && (limit.exact() || rings(training.objectives()))
        ? found(training, limit)
        : Verdict.clear();
  }

  private static boolean areAllRowsInAnUpdate(Case training) {
    int rows = training.train().rows();
    return training.trainer().updates().batchSize(rows) == rows;
  }

  private static boolean rings(double[] objectives) {
    int n = objectives.length;
    int rises = 0;
    for (int e = n / 2; e < n && e > 0; e++) {
      rises += objectives[e] > objectives[e - 1] * (1 + ROUNDING) ? 1 : 0;
    }
    return n >= LEAST_EPOCHS && rises >= RINGING * (n - n / 2);
  }

  private static Verdict found(Case training, Stability limit) {
    String rate = Texts.number(training.lastRate());
    String share = Texts.number(training.lastRate() / limit.largestRate());
    String largest = Texts.number(limit.largestRate());
    String evidence =
        limit.exact()
            ? " is "
                + share
                + " of the largest stable one, "
                + largest
                + ": a step lands about as far behind the lowest point as it began before it, and on"
                + " rows a little larger training diverges."
            : " is "
                + share
                + " times "
                + largest
                + ", up to which descent is known to be stable, and the objective rose in many of the"
                + " last epochs, though each update saw all rows.";
    return Verdict.found(
        "learning rate " + rate + evidence,
        "Take " + Advice.call(smaller(training, limit.largestRate())) + ".");
  }

  /** Of some smaller rates that with which training ends lowest. */
  private static double smaller(Case training, double limit) {
    double best = told(SMALLER[0] * limit);
    double lowest = end(training, best);
    for (int k = 1; k < SMALLER.length; k++) {
      double rate = told(SMALLER[k] * limit);
      double objective = end(training, rate);
      // Not for a trifle: the first is the one that is farthest from both ends.
      if (objective < lowest * (1 - ROUNDING)) {
        best = rate;
        lowest = objective;
      }
    }
    return best;
  }

  private static double end(Case training, double rate) {
    return Trials.again(
            training,
            MILLISECONDS,
            trainer -> trainer.withLearningRate(LearningRate.constant(rate)))
        .map(result -> result.history().last().objective())
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** As the message has it. */
  private static double told(double rate) {
    return Double.parseDouble(Texts.number(rate));
  }
}
