package io.github.gradusml.diagnosis;

import static io.github.gradusml.diagnosis.HealthyRows.dot;
import static io.github.gradusml.diagnosis.HealthyRows.weights;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Finding;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Classes that no line separates, and classes that one would, of a training that ends too early.
 */
final class LineIllnesses {
  private record Pair(Loss loss, Activation activation, int lower) {
    Perceptron zeros(int d) {
      return Perceptron.zeros(d, activation);
    }
  }

  private static final Pair CRITERION = new Pair(Loss.perceptron(), Activation.sign(), -1);
  private static final List<Pair> PAIRS =
      List.of(
          CRITERION,
          new Pair(Loss.crossEntropy(), Activation.sigmoid(), 0),
          new Pair(Loss.hinge(), Activation.sign(), -1),
          new Pair(Loss.squaredHinge(), Activation.sign(), -1),
          new Pair(Loss.squaredError(), Activation.identity(), -1));

  private LineIllnesses() {}

  private static Dataset rows(
      Random random, int n, int d, int lower, ToDoubleFunction<double[]> side) {
    double[][] x = new double[n][];
    double[] y = new double[n];
    for (int i = 0; i < n; ) {
      x[i] = random.doubles(d, -1.5, 1.5).toArray();
      double s = side.applyAsDouble(x[i]);
      y[i] = s > 0 ? 1 : lower;
      i += s == 0 ? 0 : 1; // on neither side: another in its place
    }
    return Dataset.of(x, y);
  }

  private static Trainer trainer(Random random, Loss loss, Dataset rows) {
    double rate = 0.3 / new RowSizes(rows).meanSquare();
    return Trainer.minimizing(loss)
        .withUpdates(RateIllnesses.updates(random))
        .withLearningRate(
            LearningRate.constant(loss.equals(Loss.perceptron()) ? random.nextInt(9) + 1 : rate))
        .withEpochs(50 + random.nextInt(100))
        .withSeed(random.nextLong() >>> 1);
  }

  /** Each row with its reflections in both axes, so that no line is worth anything. */
  private static Dataset reflected(Dataset rows, int lower, ToDoubleFunction<double[]> side) {
    double[][] x = new double[4 * rows.rows()][];
    for (int i = 0; i < x.length; i++) {
      double[] row = rows.row(i / 4);
      row[0] *= i % 2 == 0 ? 1 : -1;
      row[1] *= i % 4 < 2 ? 1 : -1;
      x[i] = row;
    }
    return Dataset.of(
        x, Arrays.stream(x).mapToDouble(row -> side.applyAsDouble(row) > 0 ? 1 : lower).toArray());
  }

  /** XOR, a ring about the other class, or classes that overlap; each with many rows. */
  static Patient notSeparable(Random random) {
    int kind = random.nextInt(3);
    int n = 60 + random.nextInt(600);
    if (kind == 2) {
      int d = 2 + random.nextInt(6);
      double[] w = weights(random, d, 0, 2);
      Dataset rows =
          rows(random, n, d, -1, x -> random.nextDouble() - HealthyRows.probability(-dot(w, x)));
      return Patient.of(trainer(random, Loss.perceptron(), rows), CRITERION.zeros(d), rows);
    }
    Pair pair = PAIRS.get(random.nextInt(PAIRS.size()));
    ToDoubleFunction<double[]> side =
        kind == 0 ? x -> apart(x[0] * x[1], 0.15) : x -> apart(dot(x, x) - 1.4, 0.2);
    Dataset rows = reflected(rows(random, n / 4, 2, pair.lower(), side), pair.lower(), side);
    return Patient.of(trainer(random, pair.loss(), rows), pair.zeros(2), rows);
  }

  /** Nothing lies near the border. */
  private static double apart(double side, double margin) {
    return Math.abs(side) < margin ? 0 : side;
  }

  static Patient cured(Patient patient, Finding finding) {
    return finding.cure().startsWith("Add features")
        ? EndCures.withProducts(patient)
        : EndCures.asTold(patient, finding);
  }

  /** By the perceptron's rule, ended while some row is on the wrong side. */
  static Patient notYet(Random random) {
    while (true) {
      int d = 2 + random.nextInt(10);
      int n = 30 + random.nextInt(600);
      double[] w = weights(random, d, 0, 1);
      double margin = 0.02 + 0.1 * random.nextDouble();
      Dataset rows = rows(random, n, d, -1, x -> apart(dot(w, x) + 0.3, margin));
      UpdateStrategy updates = RateIllnesses.updates(random);
      Trainer trainer =
          Trainer.minimizing(Loss.perceptron())
              .withUpdates(updates)
              .withLearningRate(LearningRate.constant(1 + random.nextInt(9)))
              .withEpochs(1 + random.nextInt(8))
              .withSeed(random.nextLong() >>> 1);
      TrainingResult<Perceptron> result = trainer.withoutLog().fit(CRITERION.zeros(d), rows);
      if (hasMistake(result.model(), rows)) {
        return Patient.of(trainer, CRITERION.zeros(d), rows);
      }
    }
  }

  private static boolean hasMistake(Perceptron model, Dataset rows) {
    double[] wrong = rows.map(model::netInput);
    Arrays.setAll(wrong, i -> wrong[i] * rows.target(i));
    return Arrays.stream(wrong).anyMatch(right -> right <= 0);
  }
}
