package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Model;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One thing to change in a training that came to nothing.
 *
 * @param call the call to make
 * @param change what it does
 */
record GuessingCure(String call, UnaryOperator<Trainer> change) {
  private static final double[] FACTORS = {10, 100, 1000, 1e4, 1e6, 0.1, 0.01};
  private static final int MORE_EPOCHS = 30;

  /** There are ten trials or so. */
  private static final double MILLISECONDS = 5;

  /** That with the lowest loss of those that help; empty if none does. */
  static Optional<GuessingCure> best(Case training, Predicate<Model<?>> helps) {
    GuessingCure best = null;
    double lowest = Double.POSITIVE_INFINITY;
    for (GuessingCure cure : all(training)) {
      Optional<Model<?>> model =
          Trials.again(training, MILLISECONDS, cure.change()).map(TrainingResult::model);
      if (model.filter(helps).isPresent()) {
        double loss = RowLosses.of(training, model.get(), training.rowsOfTrials()).mean();
        if (loss < lowest) {
          best = cure;
          lowest = loss;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static List<GuessingCure> all(Case training) {
    List<GuessingCure> all = new ArrayList<>();
    Trainer trainer = training.trainer();
    if (!trainer.regularizer().equals(Regularizer.none())) {
      all.add(
          new GuessingCure(
              "withRegularizer(Regularizer.none())",
              other -> other.withRegularizer(Regularizer.none())));
    }
    double rate = training.largestRate();
    for (double factor : FACTORS) {
      double tried = Double.parseDouble(Texts.number(factor * rate));
      if (tried > 0 && Double.isFinite(tried)) {
        all.add(
            new GuessingCure(
                "withLearningRate(LearningRate.constant(" + Texts.digits(tried) + "))",
                other -> other.withLearningRate(LearningRate.constant(tried))));
      }
    }
    int epochs = (int) Math.min(Integer.MAX_VALUE, (long) trainer.epochs() * MORE_EPOCHS);
    all.add(new GuessingCure("withEpochs(" + epochs + ")", other -> other.withEpochs(epochs)));
    return all;
  }
}
