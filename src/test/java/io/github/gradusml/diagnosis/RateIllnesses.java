package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Rates that are too large, for rows and losses of many kinds. */
final class RateIllnesses {
  private static final List<Function<Random, Patient>> DIVERGING =
      List.of(
          RateIllnesses::beyondTheLimit,
          RateIllnesses::beyondTheLimit,
          RateIllnesses::raw,
          RateIllnesses::rowByRow,
          RateIllnesses::byThePenalty,
          RateIllnesses::byDecay,
          RateIllnesses::exponential,
          RateIllnesses::network);

  private RateIllnesses() {}

  static double logUniform(Random random, double low, double high) {
    return low * Math.pow(high / low, random.nextDouble());
  }

  static HealthyTask taskOf(
      Random random, Function<Random, HealthyTask> some, boolean mayHaveKink) {
    HealthyTask task = some.apply(random);
    while (task.hasKink() && !mayHaveKink) {
      task = some.apply(random);
    }
    return task;
  }

  private static HealthyTask quadratic(Random random) {
    HealthyTask task = HealthyTasks.numbers(random);
    return new HealthyTask(
        Loss.squaredError(), task.start(), task.train(), task.validation(), 1, 1, 0);
  }

  static UpdateStrategy updates(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> UpdateStrategy.batch();
      case 1 -> UpdateStrategy.miniBatch(4 << random.nextInt(4));
      default -> UpdateStrategy.stochastic();
    };
  }

  static Patient patient(HealthyTask task, Trainer trainer) {
    return Patient.of(trainer, task.start(), task.train(), task.validation());
  }

  static Patient diverging(Random random) {
    return DIVERGING.get(random.nextInt(DIVERGING.size())).apply(random);
  }

  /** Along the steepest direction each step lands at least twice as far from the minimum. */
  private static Patient beyondTheLimit(Random random) {
    HealthyTask task = quadratic(random);
    double limit = 2 / new RowSizes(task.train()).largestEigenvalue();
    boolean isPlain = random.nextInt(3) > 0;
    double rate = logUniform(random, 1.5, 30) * limit * (isPlain ? 1 : 1.9);
    Trainer trainer =
        Trainer.minimizing(task.loss())
            .withUpdates(UpdateStrategy.batch())
            .withOptimizer(isPlain ? Optimizer.gradientDescent() : Optimizer.momentum(0.9))
            .withLearningRate(
                random.nextInt(4) == 0
                    ? LearningRate.constant(rate).withWarmUp(10, rate / 100)
                    : LearningRate.constant(rate))
            .withEpochs(60 + random.nextInt(60));
    return patient(task, trainer);
  }

  /** Columns in units of their own, at a rate for standardized ones. */
  private static Patient raw(Random random) {
    HealthyTask task = quadratic(random);
    double[] units =
        random.doubles(task.train().features()).map(u -> 20 * Math.pow(50, u)).toArray();
    Trainer trainer =
        Trainer.minimizing(task.loss())
            .withUpdates(updates(random))
            .withLearningRate(LearningRate.constant(logUniform(random, 0.05, 0.5)))
            .withEpochs(20 + random.nextInt(80));
    return Patient.of(trainer, task.start(), inUnits(task.train(), units));
  }

  static Dataset inUnits(Dataset rows, double[] units) {
    double[][] x = new double[rows.rows()][units.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < units.length; j++) {
        x[i][j] = rows.value(i, j) * units[j];
      }
    }
    return Dataset.of(x, rows.targets());
  }

  /** Steps that overshoot eight times over on the mean row. */
  private static Patient rowByRow(Random random) {
    HealthyTask task = quadratic(random);
    double rate = logUniform(random, 8, 50) * 2 / new RowSizes(task.train()).meanSquare();
    Trainer trainer =
        Trainer.minimizing(task.loss())
            .withUpdates(
                random.nextBoolean() ? UpdateStrategy.stochastic() : UpdateStrategy.miniBatch(4))
            .withLearningRate(LearningRate.constant(rate))
            .withEpochs(20);
    return patient(task, trainer);
  }

  /** η·α above 2: the penalty alone turns the sign of each weight and makes it grow. */
  private static Patient byThePenalty(Random random) {
    HealthyTask task = HealthyTasks.twoClasses(random);
    double alpha = logUniform(random, 0.1, 1);
    Trainer trainer =
        Trainer.minimizing(task.loss())
            .withUpdates(UpdateStrategy.batch())
            .withRegularizer(Regularizer.l2(alpha))
            .withLearningRate(LearningRate.constant(logUniform(random, 2.5, 10) / alpha))
            .withEpochs(80 + random.nextInt(100));
    return patient(task, trainer);
  }

  private static Patient byDecay(Random random) {
    HealthyTask task = HealthyTasks.twoClasses(random);
    double decay = logUniform(random, 0.1, 1);
    Trainer trainer =
        Trainer.minimizing(task.loss())
            .withUpdates(UpdateStrategy.miniBatch(32))
            .withOptimizer(random.nextBoolean() ? Optimizer.adam() : Optimizer.gradientDescent())
            .withRegularizer(Regularizer.decoupled(decay))
            .withLearningRate(LearningRate.constant(logUniform(random, 2.5, 10) / decay))
            .withEpochs(80 + random.nextInt(100));
    return patient(task, trainer);
  }

  /** One step too far, and e to the net input is beyond all measure. */
  private static Patient exponential(Random random) {
    HealthyTask task = HealthyTasks.counts(random);
    Trainer trainer =
        Trainer.minimizing(task.loss())
            .withUpdates(updates(random))
            .withLearningRate(LearningRate.constant(logUniform(random, 20, 1000)))
            .withEpochs(10 + random.nextInt(50));
    return patient(task, trainer);
  }

  /** Units without a bound, far beyond what the last layer alone could bear. */
  private static Patient network(Random random) {
    HealthyTask task = quadratic(random);
    int d = task.train().features();
    int units = 4 + random.nextInt(8);
    Trainer trainer =
        Trainer.minimizing(task.loss())
            .withUpdates(UpdateStrategy.miniBatch(16))
            .withLearningRate(LearningRate.constant(logUniform(random, 20, 200)))
            .withEpochs(20);
    return Patient.of(
        trainer,
        Network.of(d, Output.of(Activation.identity()))
            .withHidden(units, Activation.leakyRelu(0.1))
            .random(random.nextLong()),
        task.train(),
        task.validation());
  }

  /** A loss of bounded slope, at steps that overshoot by far. */
  private static HealthyTask bounded(Random random) {
    Function<Random, HealthyTask> some =
        random.nextInt(3) == 0
            ? HealthyTasks::numbers
            : random.nextInt(4) == 0 ? HealthyTasks::manyClasses : HealthyTasks::twoClasses;
    HealthyTask task = some.apply(random);
    while (!isBounded(task)) {
      task = some.apply(random);
    }
    return task;
  }

  private static boolean isBounded(HealthyTask task) {
    return !task.loss().isQuadratic() && !task.loss().equals(Loss.squaredHinge());
  }

  static Patient oscillating(Random random) {
    return overshooting(random, 20 + random.nextInt(80));
  }

  /** Too few epochs to see ups and downs. */
  static Patient worse(Random random) {
    return overshooting(random, 1 + random.nextInt(8));
  }

  private static Patient overshooting(Random random, int epochs) {
    HealthyTask task = bounded(random);
    double steepest = task.hasKink() ? 1 : task.steepest();
    double rate =
        logUniform(random, 100, 10_000) / (steepest * new RowSizes(task.train()).meanSquare());
    Trainer trainer =
        Trainer.minimizing(task.loss())
            .withUpdates(updates(random))
            .withOptimizer(optimizer(random))
            .withLearningRate(LearningRate.constant(rate))
            .withEpochs(epochs)
            .withSeed(random.nextLong() >>> 1);
    return patient(task, trainer);
  }

  private static Optimizer optimizer(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> Optimizer.momentum(0.9);
      case 1 -> Optimizer.adam();
      default -> Optimizer.gradientDescent();
    };
  }
}
