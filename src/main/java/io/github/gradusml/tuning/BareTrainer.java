package io.github.gradusml.tuning;

import io.github.gradusml.training.Trainer;

/** A trainer that takes the same steps as another, and neither stops early nor tells anybody. */
final class BareTrainer {
  private BareTrainer() {}

  static Trainer of(Trainer trainer) {
    return Trainer.minimizing(trainer.loss())
        .withUpdates(trainer.updates())
        .withRegularizer(trainer.regularizer())
        .withOptimizer(trainer.optimizer())
        .withLearningRate(trainer.learningRate())
        .withEpochs(trainer.epochs())
        .withSeed(trainer.seed());
  }
}
