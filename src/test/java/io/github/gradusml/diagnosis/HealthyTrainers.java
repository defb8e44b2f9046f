package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Loss;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Random;

/**
 * Trainers that arrive: at a third of the largest stable rate or less, or at a rate that falls to
 * nothing, for as many updates as the flattest direction needs.
 */
final class HealthyTrainers {
  /** Of independent, standardized columns with 25 rows each no direction is flatter. */
  private static final double FLATTEST_ROWS = 0.6;

  /** A distance is divided by e so many times. */
  private static final double TIMES = 12;

  private final Random random;
  private final HealthyTask task;
  private final RowSizes sizes;
  private final int n;
  private final int batch;
  private final boolean isBatch;

  private HealthyTrainers(Random random, HealthyTask task) {
    this.random = random;
    this.task = task;
    this.sizes = new RowSizes(task.train());
    this.n = task.train().rows();
    this.isBatch = random.nextInt(5) < 2;
    this.batch = isBatch ? n : random.nextInt(4) == 0 ? 1 : 4 << random.nextInt(4);
  }

  static Trainer of(Random random, HealthyTask task) {
    HealthyTrainers trainers = new HealthyTrainers(random, task);
    Trainer trainer =
        Trainer.minimizing(task.loss())
            .withUpdates(trainers.updates())
            .withSeed(random.nextLong() >>> 1);
    if (task.loss().equals(Loss.perceptron())) {
      return trainer.withLearningRate(LearningRate.constant(1)).withEpochs(400);
    }
    if (!task.isLine()) {
      return trainers.forNetwork(trainer);
    }
    trainer = trainer.withRegularizer(trainers.penalty());
    return task.hasKink()
        ? falling(trainer, Optimizer.gradientDescent(), 1 / trainers.sizes.meanSquare(), 400)
        : trainers.forLine(trainer);
  }

  /** Its columns have to do with each other, and its rows have an order. */
  private boolean isBundled() {
    return !task.train().credit().isEmpty();
  }

  private UpdateStrategy updates() {
    UpdateStrategy strategy =
        isBatch
            ? UpdateStrategy.batch()
            : batch == 1 ? UpdateStrategy.stochastic() : UpdateStrategy.miniBatch(batch);
    return random.nextInt(5) == 0 && !isBundled()
        ? strategy.withoutShuffling() // in an order left to chance
        : strategy;
  }

  /** A few hundredths to a tenth of the curvature: weights shrink by as much. */
  private Regularizer penalty() {
    double alpha = (0.04 + 0.08 * random.nextDouble()) * task.flattest();
    boolean findsZeros = task.noise() > 0 && n >= 300 && !task.hasKink() && isBatch;
    return switch (random.nextInt(isBundled() ? 1 : 5)) {
      case 0 -> Regularizer.l2(alpha);
      case 1 -> findsZeros ? Regularizer.l1(3 * task.noise() / Math.sqrt(n)) : Regularizer.none();
      default -> Regularizer.none();
    };
  }

  private Trainer forLine(Trainer trainer) {
    double third =
        2 / (3 * task.steepest() * (isBatch ? sizes.largestEigenvalue() : sizes.longestRow()));
    double slowest = task.flattest() * (isBundled() ? FLATTEST_ROWS / 3 : FLATTEST_ROWS);
    double updates = TIMES / (third * slowest);
    boolean hasL1 = trainer.regularizer().shrinks();
    return switch (random.nextInt(hasL1 ? 2 : 6)) {
      case 0, 1 ->
          isBatch
              ? constant(trainer, Optimizer.gradientDescent(), third, updates)
              : falling(trainer, Optimizer.gradientDescent(), third, epochs(3 * updates));
      case 2 ->
          isBatch
              ? constant(trainer, Optimizer.momentum(0.9), third / 3, updates)
              : falling(trainer, Optimizer.momentum(0.9), third / 10, epochs(3 * updates));
      case 3 -> falling(trainer, Optimizer.nesterov(0.9), third / 10, epochs(3 * updates));
      case 4 -> falling(trainer, Optimizer.adam(), 0.05, epochs(Math.max(600, 3 * updates)));
      default -> falling(trainer, Optimizer.rmsProp(0.9), 0.03, epochs(Math.max(900, updates)));
    };
  }

  private Trainer forNetwork(Trainer trainer) {
    UpdateStrategy updates = isBatch ? UpdateStrategy.batch() : UpdateStrategy.miniBatch(32);
    Trainer some = trainer.withUpdates(updates);
    return isBatch
        ? falling(some, Optimizer.adam(), 0.03, 500)
        : falling(some, Optimizer.adam(), 0.02, 100);
  }

  private Trainer constant(Trainer trainer, Optimizer optimizer, double rate, double updates) {
    Trainer constant =
        trainer
            .withOptimizer(optimizer)
            .withLearningRate(LearningRate.constant(rate))
            .withEpochs(epochs(updates));
    return random.nextInt(3) == 0 ? constant.withTolerance(1e-6) : constant;
  }

  private static Trainer falling(Trainer trainer, Optimizer optimizer, double rate, int epochs) {
    return trainer
        .withOptimizer(optimizer)
        .withLearningRate(LearningRate.cosine(rate, rate / 1000, epochs).perEpoch())
        .withEpochs(epochs);
  }

  private int epochs(double updates) {
    return (int) Math.max(20, Math.ceil(updates * batch / n));
  }
}
