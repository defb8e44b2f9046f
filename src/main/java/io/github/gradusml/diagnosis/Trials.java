package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Model;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Trials of some milliseconds, so that several of them do not make a diagnosis slow. */
final class Trials {
  /**
   * Nanoseconds that a row costs beside its weights, for each unit with its activation, and an
   * update and an epoch.
   */
  private static final double UNIT = 40;

  private static final double UPDATE = 150;
  private static final double EPOCH = 3000;

  /** Once to learn from and once to measure. */
  private static final double PASSES = 2;

  private static final double NANOSECONDS = 1e6;

  private Trials() {}

  /** The training again with something changed, cut after about so many milliseconds. */
  static Optional<TrainingResult<?>> again(
      Case training, double milliseconds, UnaryOperator<Trainer> change) {
    int most = epochs(training, milliseconds);
    return training.again(trainer -> cut(change.apply(trainer), most));
  }

  /** The training going on with something changed, cut after about so many milliseconds. */
  static Optional<TrainingResult<?>> goOn(
      Case training, double milliseconds, UnaryOperator<Trainer> change) {
    int most = epochs(training, milliseconds);
    return training.goOn(trainer -> cut(change.apply(trainer), most));
  }

  private static Trainer cut(Trainer trainer, int most) {
    return trainer.withEpochs(Math.min(trainer.epochs(), most));
  }

  private static int epochs(Case training, double milliseconds) {
    double rows = training.rowsOfTrials().rows();
    double parameters = training.start().parameters().length;
    double ofRow = parameters + UNIT * units(training.start());
    double updates = training.trainer().updates().updatesPerEpoch(training.rowsOfTrials().rows());
    double epoch = EPOCH + PASSES * rows * ofRow + updates * (UPDATE + parameters);
    return (int) Math.max(1, milliseconds * NANOSECONDS / epoch);
  }

  /** As many as have a bias, of hidden layers and of the last. */
  private static double units(Model<?> model) {
    int biases =
        model.blocks().stream()
            .filter(block -> !block.penalized())
            .mapToInt(block -> block.to() - block.from())
            .sum();
    return Math.max(biases, model.output().outputs());
  }
}
