package io.github.gradusml.docs;

import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.tuning.CrossValidation;
import io.github.gradusml.tuning.GridSearch;
import io.github.gradusml.tuning.SearchResult;
import io.github.gradusml.tuning.Values;

/** The code of the pages on rate, length and penalty, in docs/checks; see {@link Snippets}. */
final class DescentCheckSnippets {
  private DescentCheckSnippets() {}

  static Trainer nearLimit(Trainer trainer, Perceptron start, Dataset train) {
    double limit = trainer.stability(start, train).orElseThrow().largestRate();
    Trainer steadier = trainer.withLearningRate(LearningRate.constant(limit / 2));
    return steadier;
  }

  static Trainer plateau(Trainer trainer) {
    Trainer settling =
        trainer.withLearningRate(LearningRate.cosine(0.3, 0.003, 50).perEpoch()).withEpochs(50);
    return settling;
  }

  static Trainer notConverged(Trainer trainer) {
    Trainer longer = trainer.withEpochs(400);
    return longer;
  }

  static TrainingResult<Perceptron> resumed(
      Trainer trainer, TrainingResult<Perceptron> result, Dataset train) {
    TrainingResult<Perceptron> further = trainer.resume(result, train);
    return further;
  }

  static Trainer penaltyTooStrong(Trainer trainer) {
    Trainer gentler = trainer.withRegularizer(Regularizer.l2(0.1));
    return gentler;
  }

  static SearchResult<Perceptron> strength(Trainer trainer, Perceptron start, Dataset train) {
    SearchResult<Perceptron> found =
        GridSearch.of(trainer, CrossValidation.kFold(5), Metric.meanSquaredError())
            .with(
                "alpha",
                Values.logarithmic(1e-4, 10, 6).withSimplestLast(),
                (t, alpha) -> t.withRegularizer(Regularizer.l2(alpha)))
            .run(start, train);
    return found;
  }

  static Trainer[] penaltyWithoutEffect(Trainer trainer) {
    Trainer felt = trainer.withRegularizer(Regularizer.l2(0.03));
    Trainer plain = trainer.withRegularizer(Regularizer.none());
    return new Trainer[] {felt, plain};
  }
}
