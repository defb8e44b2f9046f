package io.github.gradusml.docs;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.network.Network;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.Training;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** Measures what docs/ways-to-update.md says; {@code main} prints it. */
final class UpdateFigures {
  private UpdateFigures() {}

  static final Dataset CANCER = standardized(Datasets.breastCancer());
  static final Dataset DIGITS =
      UpdateSnippets.sortedByTarget(standardized(Datasets.digits())); // all 0, then all 1, …
  private static final Perceptron SIGMOID = Perceptron.zeros(30, Activation.sigmoid());
  private static final Trainer CROSS_ENTROPY =
      Trainer.minimizing(Loss.crossEntropy()).withSeed(1).withoutLog();

  private static Dataset standardized(Dataset data) {
    return Standardizer.fit(data).apply(data);
  }

  public static void main(String[] args) {
    UpdateStrategy[] ofTwelve = {
      UpdateStrategy.batch(),
      UpdateStrategy.miniBatch(5),
      UpdateStrategy.stochastic(),
      UpdateStrategy.stochastic().withoutShuffling()
    };
    for (UpdateStrategy strategy : ofTwelve) {
      System.out.println(UpdateSnippets.counted(strategy, 12));
    }
    System.out.println();
    for (int size : new int[] {4, 2, 1}) {
      System.out.println(UpdateSnippets.byHand(UpdateStrategy.miniBatch(size).withoutShuffling()));
    }
    System.out.println("\nrows an update   measured   sigma^2/m * (n-m)/(n-1)");
    for (int m : new int[] {1, 4, 16, 64, 256, 569}) {
      System.out.println(noise(m));
    }
    System.out.println("\nloss after five epochs, by rows an update and rate");
    System.out.println(rates("rows", 0));
    for (int m : new int[] {1, 4, 16, 64, 256, 569}) {
      System.out.println(rates("", m));
    }
    System.out.println("\ndigits, one after the other   epochs   shuffled   in order");
    for (int[] how : new int[][] {{1, 1}, {1, 5}, {1, 20}, {32, 1}, {32, 5}, {32, 20}}) {
      System.out.println(inOrder(how[0], how[1]));
    }
    System.out.println("\nrow      weight");
    System.out.println(online());
  }

  /** The mean squared distance of the gradient of a batch from that of all rows, at weights 0. */
  static String noise(int m) {
    int trials = 1000;
    double[] whole = firstGradient(UpdateStrategy.batch(), 0);
    double sum = 0;
    for (int seed = 0; seed < trials; seed++) {
      sum += distance(firstGradient(UpdateStrategy.miniBatch(m), seed), whole);
    }
    int n = CANCER.rows();
    double ofOneRow =
        IntStream.range(0, n).mapToDouble(i -> distance(rowGradient(i), whole)).sum() / n;
    return String.format(
        Locale.ROOT, "%14d %10.4f %10.4f", m, sum / trials, ofOneRow / m * (n - m) / (n - 1));
  }

  private static double[] firstGradient(UpdateStrategy strategy, long seed) {
    Training<Perceptron> training =
        CROSS_ENTROPY.withUpdates(strategy).withSeed(seed).begin(SIGMOID, CANCER);
    training.update();
    return training.gradient();
  }

  /** δ·(x, 1), with δ = ŷ − y and ŷ = ½. */
  private static double[] rowGradient(int row) {
    double delta = 0.5 - CANCER.target(row);
    return IntStream.rangeClosed(0, 30)
        .mapToDouble(j -> j < 30 ? delta * CANCER.value(row, j) : delta)
        .toArray();
  }

  private static double distance(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(j -> (a[j] - b[j]) * (a[j] - b[j])).sum();
  }

  /** The loss after five epochs at rates that are powers of two; the rates themselves for m = 0. */
  static String rates(String name, int m) {
    StringBuilder line = new StringBuilder(String.format("%4s", m == 0 ? name : "" + m));
    for (double eta = 1.0 / 128; eta <= 8; eta *= 2) {
      line.append(
          m == 0
              ? String.format(Locale.ROOT, "%8s", eta < 1 ? "1/" + (int) (1 / eta) : (int) eta)
              : String.format(Locale.ROOT, "%8.4f", loss(m, eta)));
    }
    return line.toString();
  }

  static double loss(int m, double eta) {
    return CROSS_ENTROPY
        .withUpdates(UpdateStrategy.miniBatch(m))
        .withLearningRate(LearningRate.constant(eta))
        .withEpochs(5)
        .fit(SIGMOID, CANCER)
        .history()
        .last()
        .dataLoss();
  }

  /** Accuracy on the sorted digits themselves, shuffled and as they lie. */
  static String inOrder(int m, int epochs) {
    UpdateStrategy shuffled = UpdateStrategy.miniBatch(m);
    return String.format(
        Locale.ROOT,
        "%-26s %9d %9.1f%% %9.1f%%",
        m == 1 ? "row by row" : "mini-batches of " + m,
        epochs,
        100 * accuracy(shuffled, epochs),
        100 * accuracy(shuffled.withoutShuffling(), epochs));
  }

  private static double accuracy(UpdateStrategy strategy, int epochs) {
    Network model =
        CROSS_ENTROPY
            .withUpdates(strategy)
            .withLearningRate(LearningRate.constant(0.1))
            .withEpochs(epochs)
            .fit(Network.of(64, Output.softmax(10)).zeros(), DIGITS)
            .model();
    return Metric.accuracy().of(model, DIGITS);
  }

  /** 1,000 rows as they come: y = 2·x and noise, and from row 500 on y = −x and noise. */
  static Dataset stream() {
    Random random = new Random(7);
    double[][] x = new double[1000][1];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i][0] = random.nextGaussian();
      y[i] = (i < 500 ? 2 : -1) * x[i][0] + 0.3 * random.nextGaussian();
    }
    return Dataset.of(x, y);
  }

  /** The weight after so many rows of the stream, online; and by all rows at once. */
  static String online() {
    Dataset stream = stream();
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withLearningRate(LearningRate.constant(0.05))
            .withoutLog();
    Perceptron start = Perceptron.zeros(1, Activation.identity());
    StringBuilder lines = new StringBuilder();
    for (int rows : new int[] {500, 510, 530, 560, 1000}) {
      Dataset soFar = stream.select(IntStream.range(0, rows).toArray());
      TrainingResult<Perceptron> result = UpdateSnippets.online(trainer, start, soFar);
      lines.append(line("" + rows, result.model().weight(0)));
    }
    Perceptron all =
        trainer.withUpdates(UpdateStrategy.batch()).withEpochs(200).fit(start, stream).model();
    return lines + line("all rows, batch", all.weight(0)).strip();
  }

  private static String line(String rows, double weight) {
    return String.format(Locale.ROOT, "%-16s %6.2f%n", rows, weight).replace("\r\n", "\n");
  }
}
