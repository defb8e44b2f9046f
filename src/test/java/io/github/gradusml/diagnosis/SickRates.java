package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Objective;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** Trainings at the edge of what is stable, held up by noise, or ended early. */
final class SickRates {
  private SickRates() {}

  private static double between(Random random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** At 85 to 98% of k/λmax, all rows an update and the squared error. */
  static Patient nearLimit(Random random) {
    int n = 20 + random.nextInt(380);
    int d = 1 + random.nextInt(12);
    DescentRows rows = new DescentRows(random, n, d, between(random, 0, 2));
    double scale = Math.pow(10, between(random, -1, 1));
    Dataset data = rows.scaled(rows.numbers(between(random, 0.1, 1)), scale);
    double alpha = random.nextInt(3) == 0 ? 0.1 * scale * scale * random.nextDouble() : 0;
    double mu = between(random, 0.3, 0.9);
    Optimizer[] optimizers = {
      Optimizer.gradientDescent(), Optimizer.momentum(mu), Optimizer.nesterov(mu)
    };
    double[] limits = {2, 2 + 2 * mu, (2 + 2 * mu) / (1 + 2 * mu)};
    int k = random.nextInt(3);
    double steepest = steepest(data);
    double rate = between(random, 0.85, 0.98) * limits[k] / (steepest + alpha);
    DescentTask task = DescentTask.numbers(random, rows, d, 0);
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.batch())
            .withOptimizer(optimizers[k])
            .withRegularizer(alpha > 0 ? Regularizer.l2(alpha) : Regularizer.none())
            .withLearningRate(LearningRate.constant(rate))
            .withEpochs(50 + random.nextInt(250));
    return Patient.of(trainer, task.start(), data);
  }

  /** Of 1/n·[X 1]ᵀ[X 1]. */
  private static double steepest(Dataset data) {
    int d = data.features();
    RealMatrix h = new Array2DRowRealMatrix(d + 1, d + 1);
    for (int i = 0; i < data.rows(); i++) {
      double[] row = Arrays.copyOf(data.row(i), d + 1);
      row[d] = 1;
      for (int j = 0; j <= d; j++) {
        for (int l = 0; l <= d; l++) {
          h.addToEntry(j, l, row[j] * row[l] / data.rows());
        }
      }
    }
    return new EigenDecomposition(h).getRealEigenvalue(0);
  }

  /**
   * Few rows an update, noise that nothing explains, and a constant rate so large that the weights
   * hover far from the lowest point: for the squared error, η·‖x‖²/m of 0.5 keeps the objective a
   * third above.
   */
  static Patient onPlateau(Random random) {
    int d = 4 + random.nextInt(9);
    int n = 15 * (d + 1) + random.nextInt(400);
    DescentRows rows = new DescentRows(random, n, d, between(random, 0, 0.3));
    int batch = 1 + random.nextInt(1 + d / 4);
    double share = batch / rows.meanSquare();
    DescentTask task =
        switch (random.nextInt(6)) {
          case 0 ->
              DescentTask.line(
                  Loss.crossEntropy(), Activation.sigmoid(), d, rows.sides(0, 0.3, 3), 0.4);
          case 1 ->
              DescentTask.line(
                  Loss.absoluteError(), Activation.identity(), d, rows.numbers(0.5), 2);
          case 2 -> DescentTask.line(Loss.huber(1), Activation.identity(), d, rows.numbers(0.8), 1);
          case 3 -> DescentTask.softmax(rows, d, 0.8);
          default -> DescentTask.numbers(random, rows, d, between(random, 0.4, 0.8));
        };
    double rate = between(random, 0.5, 0.8) * share / task.steepness();
    double mu = between(random, 0.3, 0.9);
    boolean hasMomentum = random.nextInt(3) == 0;
    Trainer trainer =
        Trainer.minimizing(task.loss())
            .withUpdates(batch == 1 ? UpdateStrategy.stochastic() : UpdateStrategy.miniBatch(batch))
            .withOptimizer(hasMomentum ? Optimizer.momentum(mu) : Optimizer.gradientDescent())
            .withLearningRate(LearningRate.constant(hasMomentum ? rate * (1 - mu) : rate))
            .withEpochs(30 + random.nextInt(70))
            .withSeed(random.nextInt(1000));
    return Patient.of(trainer, task.start(), task.train());
  }

  /**
   * At 0.2 to 0.6 of 2/λmax, columns that share most of what they say, and an end at which as many
   * epochs again are known to lower the objective by a seventh or more, and ten times the rate is
   * known not to do so: both are trained.
   */
  static Patient notConverged(Random random) {
    while (true) {
      Patient patient = perhapsNotConverged(random);
      Trainer trainer = patient.trainer();
      double start = objective(patient, patient.start().parameters());
      double end = objective(patient, patient.fitted(trainer).parameters());
      int twice = 2 * trainer.epochs();
      double later = objective(patient, patient.fitted(trainer.withEpochs(twice)).parameters());
      double gained = end - later;
      LearningRate tenfold = LearningRate.constant(10 * trainer.learningRate().at(0, 0));
      double faster =
          objective(patient, patient.fitted(trainer.withLearningRate(tenfold)).parameters());
      boolean isSensible = !(faster < 0.85 * end);
      if (isSensible && end < start && gained >= 0.15 * end && gained >= 0.05 * (start - end)) {
        return patient;
      }
    }
  }

  private static double objective(Patient patient, double[] theta) {
    return Objective.of(patient.trainer(), patient.start(), patient.train()).at(theta);
  }

  private static Patient perhapsNotConverged(Random random) {
    int d = 2 + random.nextInt(8);
    int n = 10 * (d + 1) + random.nextInt(300);
    DescentRows rows = new DescentRows(random, n, d, between(random, 1, 4));
    DescentTask task = DescentTask.smooth(random, rows, d, between(random, 0.1, 0.5));
    boolean isBatch = random.nextInt(3) > 0;
    double rate = between(random, 0.2, 0.6) * 2 / (task.steepness() * rows.steepest());
    double mu = between(random, 0.3, 0.9);
    boolean hasMomentum = isBatch && random.nextInt(3) == 0;
    double alpha = random.nextInt(4) == 0 ? 1e-3 : 0;
    Trainer trainer =
        Trainer.minimizing(task.loss())
            .withUpdates(isBatch ? UpdateStrategy.batch() : UpdateStrategy.miniBatch(32))
            .withOptimizer(hasMomentum ? Optimizer.momentum(mu) : Optimizer.gradientDescent())
            .withRegularizer(alpha > 0 ? Regularizer.l2(alpha) : Regularizer.none())
            .withLearningRate(LearningRate.constant(rate))
            .withEpochs(10 + random.nextInt(90))
            .withSeed(random.nextInt(1000));
    return Patient.of(trainer, task.start(), task.train());
  }
}
