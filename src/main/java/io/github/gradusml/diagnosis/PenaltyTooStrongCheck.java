package io.github.gradusml.diagnosis;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.Objective;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.Verdict;
import java.util.function.UnaryOperator;

/**
 * Whether the penalty drowns the loss: the weights are held so near 0 that the loss is almost that
 * of the best constant, while without it the same training learns.
 */
final class PenaltyTooStrongCheck {
  /** Less than this share of what can be learned is learned. */
  private static final double DROWNED = 0.5;

  /** Without the penalty, the loss must fall to this share of that of the best constant. */
  private static final double WORTH_SAYING = 0.8;

  /** The penalty to take leaves this share of what can be learned. */
  private static final double LEARNED = 0.8;

  /**
   * The share of its strength that a penalty may keep where it takes off a third of the weights.
   */
  private static final double A_THIRD = 0.5;

  private static final double LEAST = 1e-3;
  private static final int MOST_TRIALS = 3;
  private static final double MILLISECONDS = 20;

  private final Case training;
  private final Penalties penalties;
  private final Dataset judge;
  private final double constant;

  private PenaltyTooStrongCheck(Case training, Penalties penalties) {
    this.training = training;
    this.penalties = penalties;
    this.judge = training.validationSample().orElse(training.sample());
    this.constant = ConstantFit.loss(training, judge);
  }

  static Verdict verdict(Case training) {
    Penalties penalties = Penalties.of(training);
    if (penalties.areNone()) {
      return Verdict.notApplicable("there is no penalty");
    }
    int rows = training.rowsOfTrials().rows();
    if (training.validationSample().isEmpty() && rows <= parameters(training)) {
      return Verdict.notApplicable(
          "without validation rows it takes more rows than parameters to tell learning from"
              + " learning by heart");
    }
    return new PenaltyTooStrongCheck(training, penalties).verdict();
  }

  private static int parameters(Case training) {
    return training.start().parameters().length;
  }

  private Verdict verdict() {
    double loss = loss(training.model().parameters());
    if (!(constant - loss <= DROWNED * constant)) {
      return Verdict.clear();
    }
    double without = lossAfter(penalties::without);
    boolean isDrowned = constant - loss < DROWNED * (constant - without);
    return isDrowned && honest(without) <= WORTH_SAYING * constant
        ? found(loss, without)
        : Verdict.clear();
  }

  /**
   * The loss to be expected on new rows, n of which were fitted by p numbers: (n + p)/(n − p) times
   * that on these (Akaike's final prediction error).
   */
  private double honest(double lossOfTrial) {
    double n = training.rowsOfTrials().rows();
    double p = parameters(training);
    return training.validationSample().isPresent() ? lossOfTrial : lossOfTrial * (n + p) / (n - p);
  }

  private double loss(double[] theta) {
    return Objective.of(training.trainer(), training.start(), judge).dataLoss(theta);
  }

  private double lossAfter(UnaryOperator<Trainer> change) {
    return Trials.again(training, MILLISECONDS, change)
        .map(result -> loss(result.lastFiniteModel().parameters()))
        .orElse(Double.NaN);
  }

  private Verdict found(double loss, double without) {
    return Verdict.found(
        penalties
            + " holds the weights so near 0 that the loss is "
            + Texts.number(loss)
            + ", where the best constant has "
            + Texts.number(constant)
            + "; without it the same training comes to "
            + Texts.number(without)
            + ".",
        "Take " + call(loss, without) + ".");
  }

  /** By a power of ten weaker, so that most of what can be learned is; none if that is not so. */
  private String call(double loss, double without) {
    double wanted = constant - LEARNED * (constant - without);
    double factor = weaker((constant - loss) / (constant - without));
    for (int k = 0; k < MOST_TRIALS && penalties.haveStrengths(); k++, factor /= 10) {
      double tried = factor;
      if (lossAfter(trainer -> penalties.times(trainer, tried)) <= wanted) {
        return penalties.call(factor);
      }
    }
    return penalties.callWithout();
  }

  /**
   * A guess, from what L2 does along one direction: a share r = α/(c + α) of each weight is taken
   * off, where c is the curvature, and 1 − r² of what can be learned is left.
   */
  private static double weaker(double learned) {
    double r = Math.sqrt(1 - Math.max(0, learned));
    double factor = 0.1;
    while (factor > A_THIRD * (1 - r) / r && factor > LEAST) {
      factor /= 10;
    }
    return factor;
  }
}
