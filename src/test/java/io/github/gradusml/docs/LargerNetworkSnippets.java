package io.github.gradusml.docs;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.network.Architecture;
import io.github.gradusml.network.Initialization;
import io.github.gradusml.network.Network;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.Training;
import io.github.gradusml.tuning.CrossValidation;
import io.github.gradusml.tuning.CrossValidationResult;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The code of docs/larger-network.md that stands in no example, see {@link Snippets}; {@code main}
 * prints the figures of that page.
 */
final class LargerNetworkSnippets {
  private LargerNetworkSnippets() {}

  public static void main(String[] args) {
    System.out.println("length of the weights after so many epochs");
    System.out.println("                       100   1000  10000");
    System.out.println(growth("iris, no penalty", Datasets.iris(), 0, 100, 1000, 10_000));
    System.out.println(growth("iris, alpha 0.01", Datasets.iris(), 0.01, 100, 1000, 10_000));
    System.out.println("                        10    100   1000");
    System.out.println(growth("digits, no penalty", Datasets.digits(), 0, 10, 100, 1000));
    System.out.println(growth("digits, alpha 0.01", Datasets.digits(), 0.01, 10, 100, 1000));
    System.out.println();
    System.out.println("loss on the digits after 1 and 5 epochs, from weights up to a bound");
    for (double bound : new double[] {0.01, 0.1, 3}) {
      System.out.println(start("bound " + bound, (inputs, units) -> bound));
    }
    System.out.println(start("Glorot's bound", Initialization.glorot()));
    System.out.println();
    System.out.println(step());
    System.out.println();
    for (double eta : new double[] {0.1, 3, 5}) {
      System.out.println(dead(eta));
    }
    System.out.println();
    System.out.println("accuracy on rows held out, irises");
    comparison(Datasets.iris(), 3).forEach(LargerNetworkSnippets::print);
    System.out.println();
    System.out.println("accuracy on rows held out, breast cancer");
    comparison(Datasets.breastCancer(), 3).forEach(LargerNetworkSnippets::print);
  }

  private static void print(String name, CrossValidationResult result) {
    System.out.println(compared(name, result));
  }

  static String compared(String name, CrossValidationResult result) {
    return String.format(
        Locale.ROOT,
        "%-24s %.1f%% (%.1f%%)",
        name,
        100 * result.mean(),
        100 * result.standardError());
  }

  /** The length of the weights of a softmax regression, measured at some epochs on the way. */
  static String growth(String name, Dataset raw, double alpha, int... epochs) {
    Dataset data = Standardizer.fit(raw).apply(raw);
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.batch())
            .withRegularizer(Regularizer.l2(alpha))
            .withLearningRate(LearningRate.constant(0.5))
            .withEpochs(epochs[epochs.length - 1])
            .withHistory(HistoryDetail.FINAL)
            .withoutLog();
    Network start = Network.of(data.features(), Output.softmax(data.targetCounts().size())).zeros();
    Training<Network> training = trainer.begin(start, data);
    StringBuilder line = new StringBuilder(String.format("%-20s", name));
    for (int count : epochs) {
      while (training.epochs() < count) {
        training.epoch();
      }
      double[] theta = training.model().parameters();
      int biases = start.blocks().get(1).from();
      double squares = Arrays.stream(theta, 0, biases).map(w -> w * w).sum();
      line.append(String.format(Locale.ROOT, "%7.1f", Math.sqrt(squares)));
    }
    return line.toString();
  }

  static Network oneVersusRest() {
    Network start = Network.of(4, Output.oneVersusRest(3, Activation.sigmoid())).zeros();
    return start;
  }

  static String table() {
    Network network =
        Network.of(64, Output.softmax(10)).withHidden(100, Activation.relu()).random(42);
    System.out.println(network);
    return network.toString();
  }

  static Network[] starts(Architecture architecture) {
    Network usual = architecture.random(42); // what each activation wants
    Network glorot = architecture.random(42, Initialization.glorot());
    Network own = architecture.random(42, (inputs, units) -> 1 / Math.sqrt(inputs));
    return new Network[] {usual, glorot, own};
  }

  /** The loss of a network of three hidden layers after 1 and after 5 epochs. */
  static String start(String name, Initialization initialization) {
    Dataset digits = Datasets.digits();
    Dataset data = Standardizer.fit(digits).apply(digits);
    Activation tanh = Activation.tanh();
    Architecture deep =
        Network.of(64, Output.softmax(10))
            .withHidden(32, tanh)
            .withHidden(32, tanh)
            .withHidden(32, tanh);
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withLearningRate(LearningRate.constant(0.1))
            .withEpochs(5)
            .withoutLog();
    var epochs = trainer.fit(deep.random(1, initialization), data).history().epochs();
    return String.format(
        Locale.ROOT, "%-15s %6.2f %6.2f", name, epochs.get(0).dataLoss(), epochs.get(4).dataLoss());
  }

  /** One update of a network of two inputs, two hidden units and an output. */
  static Training<Network> backPropagation() {
    double[] theta = {0.5, -0.5, 1, 0.5, 0, 0, 1, -1, 0}; // from x1, from x2, b1; W2, b2
    Network network =
        Network.of(2, Output.of(Activation.identity()))
            .withHidden(2, Activation.tanh())
            .withParameters(theta);
    Dataset oneRow = Dataset.of(new double[][] {{1, 0.5}}, new double[] {0});
    Training<Network> training =
        Trainer.minimizing(Loss.squaredError())
            .withLearningRate(LearningRate.constant(0.1))
            .withEpochs(1)
            .begin(network, oneRow);
    training.update();
    double[] gradient = training.gradient();
    Network after = training.model();
    return training;
  }

  static String step() {
    Training<Network> training = backPropagation();
    Network after = training.model();
    Network before = after.withParameters(new double[] {0.5, -0.5, 1, 0.5, 0, 0, 1, -1, 0});
    return "gradient    "
        + numbers(training.gradient())
        + "\nnew weights "
        + numbers(after.parameters())
        + "\nprediction  "
        + numbers(before.predict(1, 0.5))
        + ", then"
        + numbers(after.predict(1, 0.5));
  }

  private static String numbers(double... values) {
    StringBuilder line = new StringBuilder();
    for (double value : values) {
      line.append(String.format(Locale.ROOT, "%8.4f", value));
    }
    return line.toString();
  }

  static Trainer penaltyByLayer(Trainer trainer) {
    Trainer byLayer =
        trainer
            .withRegularizer(Regularizer.l2(0.01))
            .withRegularizer("layer 1 weights", Regularizer.l1(0.001));
    return byLayer;
  }

  static long deadUnits(Network network, Dataset data) {
    int units = network.architecture().units(1);
    double[] a = network.hiddenOutputs(1, data.inputs());
    long dead =
        IntStream.range(0, units)
            .filter(u -> IntStream.range(0, data.rows()).allMatch(i -> a[i * units + u] == 0))
            .count();
    return dead;
  }

  /** How many of sixteen ReLU units die at a rate. */
  static String dead(double eta) {
    Dataset iris = Datasets.iris();
    Dataset data = Standardizer.fit(iris).apply(iris);
    Network end =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.miniBatch(10))
            .withLearningRate(LearningRate.constant(eta))
            .withEpochs(50)
            .withoutLog()
            .fit(Network.of(4, Output.softmax(3)).withHidden(16, Activation.relu()).random(1), data)
            .model();
    return "rate " + eta + ": " + deadUnits(end, data) + " of 16 units are dead";
  }

  /** Accuracy on rows held out, of a layer and of more, with the same small penalty. */
  static Map<String, CrossValidationResult> comparison(Dataset data, int repetitions) {
    Activation tanh = Activation.tanh();
    int k = data.targetCounts().size();
    Architecture softmax = Network.of(data.features(), Output.softmax(k));
    Output ofOne = Output.oneVersusRest(k, Activation.sigmoid());
    Map<String, Network> starts = new LinkedHashMap<>();
    starts.put("one versus rest", Network.of(data.features(), ofOne).zeros());
    starts.put("softmax", softmax.zeros());
    starts.put("16 hidden units", softmax.withHidden(16, tanh).random(1));
    starts.put("two layers of 16", softmax.withHidden(16, tanh).withHidden(16, tanh).random(1));
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.miniBatch(10))
            .withRegularizer(Regularizer.l2(1e-3))
            .withLearningRate(LearningRate.constant(0.1))
            .withEpochs(200)
            .withHistory(HistoryDetail.NONE)
            .withoutLog();
    CrossValidation validation =
        CrossValidation.stratified(10).withRepetitions(repetitions).withSeed(1);
    Map<String, CrossValidationResult> results = new LinkedHashMap<>();
    starts.forEach(
        (name, start) ->
            results.put(name, validation.score(trainer, start, data, Metric.accuracy())));
    return results;
  }
}
