package io.github.gradusml.tuning;

import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import java.util.Map;

/** A trainer that takes the same steps as another, and neither stops early nor tells anybody. */
final class BareTrainer {
  private BareTrainer() {}

  static Trainer of(Trainer trainer) {
    Trainer bare =
        Trainer.minimizing(trainer.loss())
            .withUpdates(trainer.updates())
            .withRegularizer(trainer.regularizer())
            .withOptimizer(trainer.optimizer())
            .withLearningRate(trainer.learningRate())
            .withEpochs(trainer.epochs())
            .withSeed(trainer.seed())
            .quietly();
    for (Map.Entry<String, Regularizer> block : trainer.blockRegularizers().entrySet()) {
      bare = bare.withRegularizer(block.getKey(), block.getValue());
    }
    return bare;
  }
}
