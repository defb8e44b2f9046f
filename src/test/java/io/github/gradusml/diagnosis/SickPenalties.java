package io.github.gradusml.diagnosis;

import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Random;

/** Trainings whose penalty is far too strong for their loss, or far too weak to be felt. */
final class SickPenalties {
  private SickPenalties() {}

  private static double between(Random random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /**
   * Targets of variance 1 that a line explains, so that a slope of the loss with respect to a
   * weight is at most about 1, and a penalty ten to a hundred times as strong.
   */
  static Patient tooStrong(Random random) {
    int d = 2 + random.nextInt(9);
    DescentRows rows = new DescentRows(random, 200 + random.nextInt(600), d, 0);
    DescentTask task = DescentTask.smooth(random, rows, d, between(random, 0.1, 0.4));
    double alpha = task.steepness() * Math.pow(10, between(random, 1, 2));
    Regularizer penalty =
        switch (random.nextInt(5)) {
          case 0 -> Regularizer.l1(alpha / 4);
          case 1 -> Regularizer.elasticNet(alpha, between(random, 0.1, 0.9));
          case 2 -> Regularizer.decoupled(alpha);
          default -> Regularizer.l2(alpha);
        };
    boolean isBatch = random.nextBoolean();
    double steepest = task.steepness() * (isBatch ? rows.steepest() : rows.meanSquare());
    double rate = between(random, 0.3, 0.8) / (steepest + alpha);
    int updates = (int) (8 / (rate * task.steepness()));
    int perEpoch = isBatch ? 1 : (task.train().rows() + 15) / 16;
    Trainer trainer =
        Trainer.minimizing(task.loss())
            .withUpdates(isBatch ? UpdateStrategy.batch() : UpdateStrategy.miniBatch(16))
            .withRegularizer(penalty)
            .withLearningRate(LearningRate.constant(rate))
            .withEpochs(Math.max(20, updates / perEpoch))
            .withSeed(random.nextInt(1000));
    return Patient.of(trainer, task.start(), task.train());
  }

  /** Columns that go their own ways, and a penalty of a hundred-thousandth of the curvature. */
  static Patient withoutEffect(Random random) {
    int d = 2 + random.nextInt(9);
    DescentRows rows = new DescentRows(random, 20 * d + random.nextInt(400), d, 0.2);
    DescentTask task = DescentTask.smooth(random, rows, d, between(random, 0.5, 1));
    double alpha = Math.pow(10, between(random, -12, -5)) * Math.min(1, task.steepness());
    Regularizer penalty =
        switch (random.nextInt(6)) {
          case 0 -> Regularizer.l1(alpha);
          case 1 -> Regularizer.elasticNet(alpha, between(random, 0.1, 0.9));
          case 2 -> Regularizer.decoupled(alpha);
          case 3 -> Regularizer.l1Cumulative(alpha);
          default -> Regularizer.l2(alpha);
        };
    boolean isBatch = random.nextBoolean();
    double steepest = task.steepness() * (isBatch ? rows.steepest() : rows.meanSquare());
    double rate = between(random, 0.2, 0.6) / steepest;
    Trainer trainer =
        Trainer.minimizing(task.loss())
            .withUpdates(isBatch ? UpdateStrategy.batch() : UpdateStrategy.miniBatch(16))
            .withOptimizer(
                penalty.shrinks() || random.nextBoolean()
                    ? Optimizer.gradientDescent()
                    : Optimizer.momentum(0.5))
            .withLearningRate(LearningRate.constant(rate))
            .withEpochs(50 + random.nextInt(150))
            .withSeed(random.nextInt(1000));
    ParameterBlock first = task.start().blocks().get(0);
    return Patient.of(
        random.nextInt(5) == 0
            ? trainer.withRegularizer(first.name(), penalty)
            : trainer.withRegularizer(penalty),
        task.start(),
        task.train());
  }
}
