package io.github.gradusml.diagnosis;

import static io.github.gradusml.diagnosis.RateIllnesses.logUniform;
import static io.github.gradusml.diagnosis.RateIllnesses.patient;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Rates that are a little beyond the limit, and rates at which nothing is learned in time. */
final class PaceIllnesses {
  private static final List<Function<Random, HealthyTask>> TASKS =
      List.of(
          HealthyTasks::numbers,
          HealthyTasks::twoClasses,
          HealthyTasks::manyClasses,
          HealthyOthers::network);

  private PaceIllnesses() {}

  /**
   * Least squares a little beyond the limit, ended where it has fallen and risen again, by a
   * descent of its own: along the steepest direction it grows, along the others it still gains.
   */
  static Patient aboveLimit(Random random) {
    while (true) {
      Dataset rows = withOneSteepColumn(random);
      double limit = 2 / new RowSizes(rows).largestEigenvalue();
      double rate = limit * (1.03 + 0.2 * random.nextDouble());
      double[] objectives = objectives(rows, rate, 400);
      int lowest = 0;
      for (int t = 1; t < objectives.length; t++) {
        lowest = objectives[t] < objectives[lowest] ? t : lowest;
      }
      int end = lowest + 1;
      while (end < objectives.length && objectives[end] < 1.05 * objectives[lowest]) {
        end++;
      }
      if (lowest > 1 && end < objectives.length && objectives[end] < 0.9 * objectives[0]) {
        Trainer trainer =
            Trainer.minimizing(Loss.squaredError())
                .withUpdates(UpdateStrategy.batch())
                .withLearningRate(LearningRate.constant(rate))
                .withEpochs(end);
        return Patient.of(trainer, Perceptron.zeros(rows.features(), Activation.identity()), rows);
      }
    }
  }

  /** The steep column says little of the target. */
  private static Dataset withOneSteepColumn(Random random) {
    int d = 2 + random.nextInt(8);
    int n = 30 + random.nextInt(400);
    double[] w = HealthyRows.weights(random, d, 1, 1);
    w[0] = 0.02 * random.nextGaussian();
    double size = 1.5 + 2 * random.nextDouble();
    double sigma = 0.3 * random.nextDouble();
    double[][] x = new double[n][d];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      Arrays.setAll(x[i], j -> random.nextGaussian());
      x[i][0] *= size;
      y[i] = HealthyRows.dot(w, x[i]) + sigma * random.nextGaussian();
    }
    return Dataset.of(x, y);
  }

  /** Of weights 0 and after each step with all rows. */
  private static double[] objectives(Dataset rows, double rate, int steps) {
    int n = rows.rows();
    int d = rows.features();
    double[] theta = new double[d + 1];
    double[] objectives = new double[steps];
    for (int t = 0; t < steps; t++) {
      double[] gradient = new double[d + 1];
      for (int i = 0; i < n; i++) {
        double[] x = rows.row(i);
        double delta = theta[d] - rows.target(i);
        for (int j = 0; j < d; j++) {
          delta += theta[j] * x[j];
        }
        for (int j = 0; j < d; j++) {
          gradient[j] += delta * x[j] / n;
        }
        gradient[d] += delta / n;
        objectives[t] += delta * delta / (2 * n);
      }
      for (int j = 0; j <= d; j++) {
        theta[j] -= rate * gradient[j];
      }
    }
    return objectives;
  }

  /** All steps together are no way: the distance to the minimum shrinks by a tenth at the most. */
  static Patient tooSlow(Random random) {
    HealthyTask task = TASKS.get(random.nextInt(TASKS.size())).apply(random);
    UpdateStrategy updates = RateIllnesses.updates(random);
    int epochs = 10 + random.nextInt(90);
    long steps = (long) epochs * updates.updatesPerEpoch(task.train().rows());
    Optimizer optimizer =
        switch (random.nextInt(4)) {
          case 0 -> Optimizer.momentum(0.9);
          case 1 -> Optimizer.adam();
          default -> Optimizer.gradientDescent();
        };
    double curvature = task.hasKink() ? 1 : task.steepest();
    double way = logUniform(random, 1e-5, 0.1) * (optimizer.steadyStep() > 1 ? 0.1 : 1);
    double rate = optimizer.equals(Optimizer.adam()) ? way / steps : way / (steps * curvature);
    Trainer trainer =
        Trainer.minimizing(task.loss())
            .withUpdates(updates)
            .withOptimizer(optimizer)
            .withLearningRate(LearningRate.constant(rate))
            .withEpochs(epochs)
            .withSeed(random.nextLong() >>> 1);
    return patient(task, trainer);
  }
}
