package io.github.gradusml.diagnosis;

import io.github.gradusml.internal.Texts;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.Objective;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.training.Verdict;
import java.util.Optional;

/**
 * Whether the objective stopped falling above what a falling rate reaches: the floor that the noise
 * of small batches, or a kink, makes for a constant rate.
 */
final class PlateauCheck {
  private static final int LEAST_EPOCHS = 10;

  /** From the third quarter of the epochs to the last, less than this share was gained. */
  private static final double FLAT = 0.1;

  /**
   * A falling rate must lower the objective by this share, and by this many times the late fall.
   */
  private static final double WORTH_SAYING = 0.05;

  private static final double TIMES_THE_FALL = 2;

  /**
   * Where the rate fell already, the training itself ended within this share of what is reached.
   */
  private static final double ARRIVED = 0.025;

  /** An objective of less than this share of the first one is as good as 0. */
  private static final double NOTHING_LEFT = 1e-4;

  /** The rate that is tried falls to this share. */
  private static final double FALLS_TO = 0.01;

  /** Shares of the largest rate at which the falling one may begin. */
  private static final double[] BEGINNINGS = {1, 0.1, 0.01};

  private static final double MILLISECONDS = 12;

  private final Case training;

  private PlateauCheck(Case training) {
    this.training = training;
  }

  static Verdict verdict(Case training) {
    Optional<String> reason = DescentChecks.whyObjectiveIsSilent(training, LEAST_EPOCHS);
    if (reason.isPresent()) {
      return Verdict.notApplicable(reason.get());
    }
    return training.has("RATE_TOO_SMALL") ? Verdict.clear() : new PlateauCheck(training).verdict();
  }

  private Verdict verdict() {
    double[] objectives = training.objectives();
    double late = Means.ofQuarter(objectives, 3);
    double fall = Means.ofQuarter(objectives, 2) - late;
    if (!(fall <= FLAT * late) || !(late > NOTHING_LEFT * atStart()) || isAtRest(objectives)) {
      return Verdict.clear();
    }
    Optional<double[]> same =
        Trials.again(training, MILLISECONDS, trainer -> trainer).map(PlateauCheck::objectives);
    double flat = same.map(each -> Means.ofQuarter(each, 3)).orElse(Double.NaN);
    int epochs = same.map(each -> each.length).orElse(1);
    double reached =
        falls(training.largestRate(), epochs)
            .map(result -> result.history().last().objective())
            .orElse(Double.NaN);
    double gained = flat - reached;
    boolean isWorthIt =
        gained >= WORTH_SAYING * flat && gained >= TIMES_THE_FALL * fall * flat / late;
    return isWorthIt && !hasArrivedAt(reached)
        ? found(late, flat, reached, beginning(epochs))
        : Verdict.clear();
  }

  /**
   * Where the rate is to begin: as it is, or a tenth or a hundredth of it, by the validation rows
   * where there are any. A rate that is large for its rows learns them by heart as it falls.
   */
  private double beginning(int epochs) {
    double best = told(training.largestRate());
    if (training.validationSample().isEmpty()) {
      return best;
    }
    double lowest = Double.POSITIVE_INFINITY;
    for (double share : BEGINNINGS) {
      double rate = told(share * training.largestRate());
      double loss = falls(rate, epochs).map(this::validationLoss).orElse(Double.NaN);
      if (loss < (1 - WORTH_SAYING) * lowest) {
        best = rate;
        lowest = loss;
      }
    }
    return best;
  }

  private double validationLoss(TrainingResult<?> result) {
    double[] theta = result.lastFiniteModel().parameters();
    return Objective.of(
            training.trainer(), training.start(), training.validationSample().orElseThrow())
        .dataLoss(theta);
  }

  private Optional<TrainingResult<?>> falls(double rate, int epochs) {
    return Trials.again(
        training, MILLISECONDS, trainer -> trainer.withLearningRate(falling(told(rate), epochs)));
  }

  /** With all rows an update and no rise, the objective is not held up by any noise. */
  private boolean isAtRest(double[] objectives) {
    int rows = training.train().rows();
    boolean rises = false;
    for (int e = objectives.length / 2; e < objectives.length; e++) {
      rises |= objectives[e] > objectives[e - 1];
    }
    return training.trainer().updates().batchSize(rows) == rows && !rises;
  }

  /** A trial with a schedule that falls over all epochs is cut before it has fallen. */
  private boolean hasArrivedAt(double reached) {
    double ended =
        Objective.of(training.trainer(), training.start(), training.rowsOfTrials())
            .at(training.model().parameters());
    return ended - reached < ARRIVED * ended;
  }

  private double atStart() {
    return Objective.of(training.trainer(), training.start(), training.sample())
        .at(training.start().parameters());
  }

  private static double[] objectives(TrainingResult<?> result) {
    return result.history().each(EpochRecord::objective);
  }

  /** As the message has it. */
  private static double told(double rate) {
    return Double.parseDouble(Texts.number(rate));
  }

  private static LearningRate falling(double rate, int epochs) {
    return LearningRate.cosine(rate, FALLS_TO * rate, epochs).perEpoch();
  }

  private Verdict found(double late, double flat, double reached, double beginning) {
    return Verdict.found(
        "the objective has stayed near "
            + Texts.number(late)
            + " over the last half of the epochs, and is not as low as it can be: in a trial with a"
            + " rate that falls it came to "
            + Texts.number(reached)
            + ", with the same rate to "
            + Texts.number(flat)
            + ".",
        "Take withLearningRate(LearningRate.cosine("
            + Texts.number(beginning)
            + ", "
            + Texts.number(FALLS_TO * beginning)
            + ", "
            + training.trainer().epochs()
            + ").perEpoch()).");
  }
}
