package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.metric.ConfusionMatrix;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.network.Architecture;
import io.github.gradusml.network.Network;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.tuning.CrossValidation;
import io.github.gradusml.tuning.GridSearch;
import io.github.gradusml.tuning.SearchResult;
import io.github.gradusml.tuning.Values;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Ten handwritten digits of 8 × 8 pixels: read by ten perceptrons side by side, and with a hidden
 * layer below them.
 *
 * <p>How strong the penalty is, is chosen by cross-validation among the rows to train on; the test
 * rows are looked at once, at the end. The pictures show what is taken for what, the weights of the
 * ten perceptrons as images, and the mistakes that the network is surest of.
 *
 * <p>Try: 10 hidden units and 300; smoothed labels, {@code Loss.crossEntropy(0.1)}; {@code
 * Regularizer.l1(1e-3)}, which leaves out pixels.
 */
public final class Digits {
  private static final Path PICTURES = Path.of("target", "pictures");

  private Digits() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Split split = Split.stratified(Datasets.digits(), 0.8, 0);
    Dataset test = split.test();

    System.out.println("                   alpha   test accuracy   mistakes   seconds to train");
    Architecture layer = Network.of(64, Output.softmax(10));
    Pipeline<Network> softmax = trained("softmax", layer.zeros(), split);
    Network start = layer.withHidden(100, Activation.relu()).random(42);
    Pipeline<Network> network = trained("100 hidden units", start, split);

    Map<String, double[]> weights = new LinkedHashMap<>();
    for (int digit = 0; digit < 10; digit++) {
      weights.put("weights of " + digit, softmax.model().perceptron(1, digit).weights());
    }
    Plots.images(8, weights)
        .withTitle("Softmax: what speaks for each digit, and what against it")
        .save(PICTURES.resolve("digit-weights.png"));
    Plots.confusionMatrix(ConfusionMatrix.of(network.scores(test)))
        .withTitle("Digits of the test rows, by the network")
        .save(PICTURES.resolve("digit-confusion.png"));
    Plots.images(8, worstMistakes(network, test, 6))
        .withTitle("The mistakes that the network is surest of")
        .save(PICTURES.resolve("digit-mistakes.png"));
    System.out.println();
    System.out.println(
        "wrote digit-weights.png, digit-confusion.png and digit-mistakes.png to " + PICTURES);
  }

  /** Standardizes the pixels, chooses alpha, and trains on all rows of the search. */
  private static Pipeline<Network> trained(String name, Network start, Split split) {
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.miniBatch(16))
            .withLearningRate(LearningRate.constant(0.2))
            .withEpochs(40)
            .withHistory(HistoryDetail.FINAL);
    SearchResult<Network> search =
        GridSearch.of(trainer, CrossValidation.stratified(3), Metric.accuracy())
            .with(
                "alpha",
                Values.logarithmic(1e-4, 1e-2, 3).withSimplestLast(),
                (t, alpha) -> t.withRegularizer(Regularizer.l2(alpha)))
            .run(start, split.train());
    long begin = System.nanoTime();
    Pipeline<Network> chosen = search.refit();
    double seconds = (System.nanoTime() - begin) / 1e9;
    double accuracy = chosen.score(Metric.accuracy(), split.test());
    System.out.printf(
        Locale.ROOT,
        "%-16s %7.1g %14.1f%% %10.0f %18.2f%n",
        name,
        search.best().number("alpha"),
        100 * accuracy,
        (1 - accuracy) * split.test().rows(),
        seconds);
    return chosen;
  }

  /** The images of rows taken for another digit, those with the largest probability first. */
  private static Map<String, double[]> worstMistakes(
      Pipeline<Network> network, Dataset test, int count) {
    int[] taken = network.classify(test.inputs());
    double[] p = network.probabilities(test.inputs());
    Map<String, double[]> images = new LinkedHashMap<>();
    System.out.println();
    System.out.println("test row   is   taken for   with a probability of");
    IntStream.range(0, test.rows())
        .filter(i -> taken[i] != test.target(i))
        .boxed()
        .sorted(Comparator.comparing(i -> -p[10 * i + taken[i]]))
        .limit(count)
        .forEach(
            i -> {
              double sure = p[10 * i + taken[i]];
              System.out.printf(
                  Locale.ROOT, "%8d %4.0f %11d %23.3f%n", i, test.target(i), taken[i], sure);
              String name =
                  String.format(
                      Locale.ROOT, "row %d: %.0f, taken for %d", i, test.target(i), taken[i]);
              images.put(name, test.row(i));
            });
    return images;
  }
}
