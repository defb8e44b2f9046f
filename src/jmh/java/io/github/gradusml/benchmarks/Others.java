package io.github.gradusml.benchmarks;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;

/**
 * Trainings of other models: a JVM that has met them can take less for granted, of losses,
 * strategies and widths of rows, than one that trains a single model all its life.
 */
final class Others {
  private static final int TIMES = 6;
  private static final Dataset CLASSES = data(3_000, 23);
  private static final Dataset SIGNS = CLASSES.withTargets(-1, 1);
  private static final Dataset WIDE = data(300, 300);

  private Others() {}

  private static Dataset data(int rows, int columns) {
    Synthetic made = Synthetic.of(Workload.parse(rows + "x" + columns + "/1"));
    return Dataset.of(made.x(), made.y());
  }

  /** Trains, long enough to be compiled. */
  static void train() {
    for (int k = 0; k < TIMES; k++) {
      for (UpdateStrategy updates : strategies()) {
        Trainer trainer = trainer(Loss.crossEntropy(), updates);
        fit(trainer.withRegularizer(Regularizer.l2(1e-3)), Activation.sigmoid(), CLASSES);
        fit(trainer.withOptimizer(Optimizer.adam()), Activation.sigmoid(), WIDE);
        fit(trainer(Loss.squaredError(), updates), Activation.identity(), SIGNS);
        fit(trainer(Loss.huber(1), updates), Activation.tanh(), SIGNS);
        fit(
            trainer(Loss.hinge(), updates).withRegularizer(Regularizer.l1(1e-3)),
            Activation.sign(),
            SIGNS);
        fit(
            trainer(Loss.squaredHinge(), updates)
                .withLearningRate(LearningRate.inverseTime(0.01, 1e-3)),
            Activation.sign(),
            SIGNS);
        trainer.fit(network(23), CLASSES);
        trainer.fit(network(300), WIDE);
      }
    }
  }

  private static List<UpdateStrategy> strategies() {
    return List.of(
        UpdateStrategy.stochastic(),
        UpdateStrategy.stochastic().withoutShuffling(),
        UpdateStrategy.miniBatch(16),
        UpdateStrategy.batch());
  }

  private static Trainer trainer(Loss loss, UpdateStrategy updates) {
    return Trainer.minimizing(loss)
        .withUpdates(updates)
        .withLearningRate(LearningRate.constant(0.01))
        .withEpochs(5)
        .withoutLog();
  }

  private static void fit(Trainer trainer, Activation activation, Dataset data) {
    trainer.fit(Perceptron.zeros(data.features(), activation), data);
  }

  private static Network network(int columns) {
    return Network.of(columns, Output.softmax(2))
        .withHidden(8, Activation.tanh())
        .withHidden(5, Activation.relu())
        .random(1);
  }
}
