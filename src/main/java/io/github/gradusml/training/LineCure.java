package io.github.gradusml.training;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.metric.Scores;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.stability.Advice;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * What to do where no line separates two classes, or one does and is not found yet: a few trainings
 * on a sample of the rows show what helps.
 */
final class LineCure {
  /** A loss with a margin learns at a step of this size to the mean row. */
  private static final double STEP_TO_A_ROW = 0.1;

  /** Epochs are doubled so many times at the most. */
  private static final int MOST_DOUBLINGS = 10;

  private final TrainerSettings settings;
  private final Model<?> start;
  private final Dataset few;
  private final Rehearsal rehearsal;
  private final double meanSquaredRow;

  /**
   * @param few rows by which a model is judged
   */
  LineCure(Case training, Dataset few) {
    this.settings = training.settings();
    this.start = training.start();
    this.rehearsal = training.rehearsal();
    this.few = few;
    this.meanSquaredRow = training.ascent().start().meanSquaredRow();
  }

  /**
   * Where there is no line: another loss if a line is worth something, as on classes that overlap;
   * else something that is no line.
   *
   * @param neverSettles whether the loss is that of the perceptron criterion
   * @param ofGuessing the accuracy that a line must exceed to be worth something
   */
  String never(boolean neverSettles, double ofGuessing) {
    double rate = Double.parseDouble(Texts.number(STEP_TO_A_ROW / meanSquaredRow));
    Consumer<TrainerSettings> hinge = Rehearsal.constant(rate).andThen(s -> s.loss = Loss.hinge());
    return neverSettles && accuracy(hinge) > ofGuessing
        ? "The perceptron criterion never settles on such rows. Take the line that does best all the"
            + " same: Trainer.minimizing(Loss.hinge()) and "
            + Advice.call(rate)
            + (settings.averagedFrom > 0 ? "." : "; or even it out, by withAveragedWeights(1).")
        : "Add features, such as products of those there are, or take a model with a hidden layer."
            + (neverSettles && settings.averagedFrom == 0
                ? " The perceptron criterion never settles on such rows; withAveragedWeights(1) evens"
                    + " it out."
                : "");
  }

  /**
   * Where there is a line.
   *
   * @param mistakeBound after so many mistakes there is no further one, row by row from weights 0
   * @param hindrances what keeps more epochs from finding it; empty if nothing does
   */
  String notYet(double mistakeBound, String hindrances) {
    OptionalInt enough = enoughEpochs(mistakeBound);
    return (enough.isPresent()
            ? "Take withEpochs(" + enough.getAsInt() + ")"
            : "Take many more epochs")
        + hindrances
        + "; from weights 0 the learning rate makes no difference.";
  }

  /** Doubled until every row is right; empty where that takes too long to be tried. */
  private OptionalInt enoughEpochs(double mistakeBound) {
    int epochs = Math.max(settings.epochs, 1);
    for (int k = 0; k < MOST_DOUBLINGS && epochs <= Integer.MAX_VALUE / 4; k++) {
      epochs *= 2;
      int wanted = epochs;
      TrainingResult<?> result =
          rehearsal
              .train(
                  s -> {
                    s.epochs = wanted;
                    s.regularizer = Regularizer.none();
                  },
                  start.parameters())
              .orElse(null);
      if (result == null || result.epochs() < wanted) {
        break; // there is no time for more
      }
      if (accuracy(result) == 1) {
        return OptionalInt.of(2 * epochs); // in another order it may take longer
      }
    }
    double most = settings.epochs + mistakeBound; // an epoch without a mistake is the last
    return settings.updates.batchSize(few.rows()) == 1 && most < Integer.MAX_VALUE
        ? OptionalInt.of((int) Math.ceil(most))
        : OptionalInt.empty();
  }

  private double accuracy(Consumer<TrainerSettings> change) {
    return rehearsal.train(change, start.parameters()).map(this::accuracy).orElse(Double.NaN);
  }

  private double accuracy(TrainingResult<?> result) {
    return Metric.accuracy().of(Scores.of(result.lastFiniteModel(), few));
  }
}
