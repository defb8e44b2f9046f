package io.github.gradusml.pipeline;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.network.Network;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.training.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes the files that every later version must read, and what they predict: {@code GoldenFiles
 * FOLDER}, for instance {@code src/test/resources/golden/v1}. Those of a version that was published
 * are never made again; a new version, or a new kind of model in the same one, adds its own.
 *
 * <p>To run it: {@code mvn -q test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=io.github.gradusml.pipeline.GoldenFiles
 * -Dexec.args=src/test/resources/golden/v1}.
 */
public final class GoldenFiles {
  /** What the files predict: a line a file, its name and then numbers. */
  static final String PREDICTIONS = "predictions.csv";

  private static final int FEATURES = 3;

  private GoldenFiles() {}

  /** Rows that need no file and no generator. */
  static Rows rows() {
    return Rows.dense(7, FEATURES, i -> new double[] {i / 3.0 - 1, i * i % 5 - 2, 0.1 * i});
  }

  private static Dataset data(int kinds) {
    double[][] x = new double[42][];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = new double[] {i % 7 / 3.0 - 1, i * i % 5 - 2, 0.1 * (i % 11)};
      y[i] = kinds == 0 ? 100 * x[i][0] + i % 3 : i % 7 % kinds;
    }
    Dataset named = Dataset.of(x, y).withFeatureNames("length", "Größe \"b\"", "😀");
    return switch (kinds) {
      case 2 -> named.withClassNames("no", "yes");
      case 3 -> named.withClassNames("ant", "bee", "cicada");
      default -> named;
    };
  }

  private static Map<String, Pipeline<?>> pipelines() {
    Trainer trainer = Trainer.minimizing(Loss.crossEntropy()).withEpochs(4).withoutLog();
    Trainer numbers = Trainer.minimizing(Loss.squaredError()).withEpochs(2).withoutLog();
    Preparation scaled = Preparation.standardizing();
    Preparation two = Preparation.selecting("😀", "length");
    Preparation all = scaled.andThen(two).andThen(Preparation.standardizingTargets());
    Perceptron sigmoid = Perceptron.zeros(FEATURES, Activation.sigmoid());
    Perceptron identity = Perceptron.zeros(FEATURES, Activation.identity());
    Output softmax = Output.softmax(3);
    Map<String, Pipeline<?>> files = new LinkedHashMap<>();
    files.put(
        "perceptron",
        Pipeline.fit(scaled, trainer.withMetric(Metric.accuracy()), sigmoid, data(2), data(2)));
    files.put(
        "perceptron-calibrated",
        Pipeline.fit(two, trainer, Perceptron.zeros(2, Activation.sigmoid()), data(2))
            .withCalibration(new Calibration(0.75, -0.1))
            .withCut(0.3));
    files.put(
        "perceptron-numbers",
        Pipeline.fit(all, numbers, Perceptron.zeros(2, Activation.identity()), data(0)));
    files.put(
        "perceptron-without-bias",
        Pipeline.fit(Preparation.none(), numbers, identity.withoutBias(), data(0)));
    files.put(
        "perceptron-leaky-relu",
        Pipeline.of(
            scaled.fit(data(2)),
            Perceptron.of(new double[] {0.1, -2e-310, -0.0}, 1e300, Activation.leakyRelu(0.01)),
            data(2)));
    files.put(
        "softmax", Pipeline.fit(scaled, trainer, Network.of(FEATURES, softmax).zeros(), data(3)));
    files.put(
        "softmax-calibrated",
        Pipeline.fit(Preparation.none(), trainer, Network.of(FEATURES, softmax).zeros(), data(3))
            .withCalibration(new Calibration(2.0 / 3, 0)));
    Output rest = Output.oneVersusRest(3, Activation.sigmoid());
    files.put(
        "one-versus-rest",
        Pipeline.fit(scaled, trainer, Network.of(FEATURES, rest).zeros(), data(3)));
    files.put(
        "network",
        Pipeline.fit(
            scaled,
            trainer.withOptimizer(Optimizer.adam()).withRegularizer(Regularizer.l2(0.01)),
            Network.of(FEATURES, softmax).withHidden(4, Activation.tanh()).random(1),
            data(3)));
    files.put(
        "network-deep",
        Pipeline.fit(
            all,
            numbers,
            Network.of(2, Output.of(Activation.identity()))
                .withHidden(3, Activation.elu(0.5))
                .withHidden(2, Activation.gelu())
                .random(2),
            data(0)));
    return files;
  }

  /** Predictions and, where there are any, probabilities, as they are written in Java. */
  static List<String> predictions(Pipeline<?> pipeline) {
    List<Double> all = new ArrayList<>();
    Arrays.stream(pipeline.predict(rows())).forEach(all::add);
    try {
      Arrays.stream(pipeline.probabilities(rows())).forEach(all::add);
      Arrays.stream(pipeline.classify(rows())).forEach(number -> all.add((double) number));
    } catch (IllegalStateException e) {
      all.add(Double.NaN);
    }
    return all.stream().map(Double::toHexString).toList();
  }

  /** Writes the files. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Map<String, String> lines = new TreeMap<>();
    pipelines()
        .forEach(
            (name, pipeline) -> {
              pipeline.save(folder.resolve(name + ".json"));
              lines.put(name, name + "," + String.join(",", predictions(pipeline)));
            });
    String text = lines.values().stream().collect(Collectors.joining("\n", "", "\n"));
    Files.writeString(folder.resolve(PREDICTIONS), text);
  }
}
