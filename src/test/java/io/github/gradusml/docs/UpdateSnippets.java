package io.github.gradusml.docs;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.Training;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The code of docs/ways-to-update.md; {@link UpdateFigures} measures what that page says. */
final class UpdateSnippets {
  private UpdateSnippets() {}

  static List<UpdateStrategy> ways() {
    UpdateStrategy batch = UpdateStrategy.batch(); // all rows an update
    UpdateStrategy miniBatch = UpdateStrategy.miniBatch(32); // 32 of them, shuffled anew each epoch
    UpdateStrategy stochastic = UpdateStrategy.stochastic(); // one, shuffled anew each epoch
    UpdateStrategy online = UpdateStrategy.stochastic().withoutShuffling(); // one, as they come
    return List.of(batch, miniBatch, stochastic, online);
  }

  static int[] updates() {
    int updates = UpdateStrategy.miniBatch(32).updatesPerEpoch(1000); // 32: 31 batches of 32 and 8
    int whole = UpdateStrategy.miniBatch(32).withoutShortBatch().updatesPerEpoch(1000); // 31
    return new int[] {updates, whole};
  }

  /** The rows of each update of an epoch, and how many there are of both. */
  static String counted(UpdateStrategy strategy, int n) {
    Dataset data = Dataset.of(new double[n][1], new double[n]);
    Training<Perceptron> training =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(strategy)
            .withEpochs(1)
            .begin(Perceptron.zeros(1, Activation.identity()), data);
    StringBuilder batches = new StringBuilder();
    int evaluations = 0;
    while (training.goesOn()) {
      training.update();
      evaluations += training.rows().length;
      batches.append(
          Arrays.stream(training.rows())
              .mapToObj(Integer::toString)
              .collect(Collectors.joining(" ", " [", "]")));
    }
    return String.format(
        Locale.ROOT,
        "%-19s %2d updates, %d gradients:%s",
        strategy,
        training.updates(),
        evaluations,
        batches);
  }

  /** The training of the four rows, before its first update. */
  static Training<Perceptron> fourRows(UpdateStrategy strategy) {
    Dataset four = Dataset.of(new double[][] {{1}, {2}, {3}, {4}}, new double[] {2, 3, 5, 6});
    Training<Perceptron> training =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(strategy)
            .withLearningRate(LearningRate.constant(0.1))
            .withEpochs(1)
            .begin(Perceptron.zeros(1, Activation.identity()), four);
    return training;
  }

  /** One epoch of the four rows: the rows, the gradient and the new weights of each update. */
  static String byHand(UpdateStrategy strategy) {
    Training<Perceptron> training = fourRows(strategy);
    StringBuilder lines = new StringBuilder(strategy + "\n");
    while (training.goesOn()) {
      training.update();
      double[] gradient = training.gradient();
      double[] theta = training.model().parameters();
      lines.append(
          String.format(
              Locale.ROOT,
              "  rows %-12s gradient (%7.3f, %6.3f)   w = %6.4f, b = %6.4f%n",
              Arrays.toString(training.rows()),
              gradient[0],
              gradient[1],
              theta[0],
              theta[1]));
    }
    return lines.toString().strip().replace("\r\n", "\n");
  }

  static TrainingResult<Perceptron> online(Trainer trainer, Perceptron start, Dataset stream) {
    Trainer online = trainer.withUpdates(UpdateStrategy.stochastic()).withEpochs(1);
    TrainingResult<Perceptron> soFar = online.begin(start, stream.select(0)).result();
    for (int i = 0; i < stream.rows(); i++) {
      soFar = online.resume(soFar, stream.select(i)); // one row, one update
    }
    return soFar;
  }

  static Trainer threads(Trainer trainer) {
    Trainer faster = trainer.withUpdates(UpdateStrategy.batch()).withThreads(2);
    return faster;
  }

  /** The rows of one class after those of the other, as files often have them. */
  static Dataset sortedByTarget(Dataset data) {
    int[] order =
        IntStream.range(0, data.rows())
            .boxed()
            .sorted((i, j) -> Double.compare(data.target(i), data.target(j)))
            .mapToInt(i -> i)
            .toArray();
    return data.select(order);
  }
}
