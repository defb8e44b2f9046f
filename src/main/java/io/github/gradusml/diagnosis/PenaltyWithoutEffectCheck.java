package io.github.gradusml.diagnosis;

import io.github.gradusml.internal.Texts;
import io.github.gradusml.internal.Vectors;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.Objective;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.training.Verdict;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Whether the weights end where they would without the penalty. */
final class PenaltyWithoutEffectCheck {
  /** Weights that differ by less than this share are the same. */
  private static final double SAME = 3e-4;

  /** A penalty that changes the weights by this share is one to try. */
  private static final double WORTH_TRYING = 0.03;

  /** A difference of less than this share is rounding, from which nothing can be foretold. */
  private static final double ROUNDING = 1e-13;

  private static final double FAR_STRONGER = 1e8;
  private static final int MOST_TRIALS = 4;
  private static final double MILLISECONDS = 12;

  /** A penalty that is this share of the objective is felt. */
  private static final double FELT = 0.03;

  private final Case training;
  private final Penalties penalties;
  private final double[] without;

  private PenaltyWithoutEffectCheck(Case training, Penalties penalties, double[] without) {
    this.training = training;
    this.penalties = penalties;
    this.without = without;
  }

  static Verdict verdict(Case training) {
    Penalties penalties = Penalties.of(training);
    if (penalties.areNone()) {
      return Verdict.notApplicable("there is no penalty");
    }
    if (training.has(DescentChecks.PENALTY_TOO_STRONG) || isFelt(training)) {
      return Verdict.clear();
    }
    double[] without = weights(training, penalties::without);
    return without.length == 0
        ? Verdict.notApplicable("without the penalty training does not come to an end")
        : new PenaltyWithoutEffectCheck(training, penalties, without).verdict();
  }

  private static boolean isFelt(Case training) {
    Objective objective = Objective.of(training.trainer(), training.start(), training.sample());
    double[] theta = training.model().parameters();
    double penalty = objective.penalty(theta);
    return penalty >= FELT * (penalty + objective.dataLoss(theta));
  }

  /** Empty where it came to none. */
  private static double[] weights(Case training, UnaryOperator<Trainer> change) {
    return Trials.again(training, MILLISECONDS, change)
        .map(result -> result.lastFiniteModel().parameters())
        .orElse(new double[0]);
  }

  private Verdict verdict() {
    Optional<TrainingResult<?>> same = Trials.again(training, MILLISECONDS, trainer -> trainer);
    double[] with = same.map(result -> result.lastFiniteModel().parameters()).orElse(new double[0]);
    double difference = difference(with);
    // In a trial that was cut, a penalty has had less time.
    double share =
        same.map(result -> result.epochs() / (double) training.trainer().epochs()).orElse(1.0);
    return difference <= SAME * Math.min(1, share)
        ? Verdict.found(
            penalties
                + " changes nothing that could be seen: with it and without it the weights end at"
                + " the same numbers, but for "
                + Texts.number(difference)
                + " of their length.",
            "Take " + stronger(difference) + penalties.callWithout() + ".")
        : Verdict.clear();
  }

  /** How far weights are from those without penalty, as a share; not a number where all are 0. */
  private double difference(double[] weights) {
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      sum += (weights[j] - without[j]) * (weights[j] - without[j]);
    }
    double length = Vectors.norm(without, 0, without.length);
    return weights.length == 0 ? Double.NaN : Math.sqrt(sum) / length;
  }

  /** A small penalty changes the weights in proportion to its strength. */
  private String stronger(double difference) {
    double factor = 1;
    double seen = difference;
    for (int k = 0; k < MOST_TRIALS && penalties.haveStrengths(); k++) {
      factor *= seen > ROUNDING ? WORTH_TRYING / seen : FAR_STRONGER;
      double tried = factor;
      seen = difference(weights(training, trainer -> penalties.times(trainer, tried)));
      if (seen >= WORTH_TRYING / 3 && seen <= 3 * WORTH_TRYING) {
        return penalties.call(factor) + ", or leave it out: ";
      }
    }
    return "";
  }
}
