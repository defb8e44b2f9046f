package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.network.Network;
import io.github.gradusml.plot.Plot;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.tuning.CrossValidation;
import io.github.gradusml.tuning.GridSearch;
import io.github.gradusml.tuning.Values;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Section 3 of the article advises to begin with a larger network and to use weight decay: 401
 * weights and biases for 60 rows, without a penalty and with one.
 *
 * <p>The rows lie above and below a parabola, with noise, so that a line is too simple, and a curve
 * around every single row too complicated. How strong the penalty is, is chosen by cross-validation
 * among the 60 rows.
 *
 * <p>Try: 600 rows to train on, where no penalty is needed; 5 hidden units, which fit less noise by
 * themselves; a second hidden layer.
 */
public final class LargerNetwork {
  private static final Path PICTURE = Path.of("target", "pictures", "larger-network.png");

  private LargerNetwork() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    // 1. Few rows to train on, others to see what that is worth.
    RandomGenerator random = new Well19937c(3);
    Dataset train = noisyRows(60, random);
    Dataset others = noisyRows(1000, random);

    // 2. One perceptron, and a network far too large.
    Output output = Output.of(Activation.sigmoid());
    Network perceptron = Network.of(2, output).zeros();
    Network large = Network.of(2, output).withHidden(100, Activation.relu()).random(7);
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.miniBatch(10))
            .withLearningRate(LearningRate.constant(0.1))
            .withEpochs(500);

    // 3. How strong a penalty, by the rows to train on alone.
    double alpha =
        GridSearch.of(
                trainer.withHistory(HistoryDetail.NONE),
                CrossValidation.stratified(5),
                Metric.logLoss())
            .with(
                "alpha",
                Values.logarithmic(1e-4, 1, 5).withSimplestLast(),
                (t, a) -> t.withRegularizer(Regularizer.l2(a)))
            .run(large, train)
            .best()
            .number("alpha");

    // 4. Side by side.
    Trainer decayed = trainer.withRegularizer(Regularizer.l2(alpha));
    Map<String, TrainingResult<Network>> results = new LinkedHashMap<>();
    results.put("one perceptron", trainer.fit(perceptron, train, others));
    results.put("no penalty", trainer.fit(large, train, others));
    results.put("alpha " + alpha, decayed.fit(large, train, others));
    System.out.printf(
        Locale.ROOT,
        "%d weights and biases, at the start %.1f long, for %d rows%n%n",
        large.architecture().parameters(),
        length(large),
        train.rows());
    System.out.println("                  loss on the   on others   accuracy on   length of");
    System.out.println("                rows to train                    others   the weights");
    results.forEach((name, result) -> print(name, result, others));

    // 5. The loss over epochs, with one range for both, and where the trained networks say yes.
    List<Plot> pictures = new ArrayList<>();
    results.remove("one perceptron");
    results.forEach(
        (name, result) ->
            pictures.add(Plots.loss(result.history()).withTitle(name).withVerticalRange(0.1, 0.8)));
    results.forEach(
        (name, result) ->
            pictures.add(Plots.decisionBoundary(result.model(), train).withTitle(name)));
    Plots.sheet(2, pictures.toArray(Plot[]::new))
        .withTitle("401 weights and biases, 60 rows to train on")
        .withSize(1200, 1000)
        .save(PICTURE);
    System.out.println();
    System.out.println("wrote " + PICTURE);
  }

  /** Class 1 lies above the parabola x2 = x1² − 0.6, but for noise. */
  private static Dataset noisyRows(int n, RandomGenerator random) {
    double[][] x = new double[n][2];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i][0] = random.nextGaussian();
      x[i][1] = random.nextGaussian();
      double height = x[i][1] - x[i][0] * x[i][0] + 0.6;
      y[i] = height + 0.6 * random.nextGaussian() > 0 ? 1 : 0;
    }
    return Dataset.of(x, y).withFeatureNames("x1", "x2").withClassNames("below", "above");
  }

  private static void print(String name, TrainingResult<Network> result, Dataset others) {
    Network model = result.model();
    System.out.printf(
        Locale.ROOT,
        "%-15s %12.3f %11.3f %12.1f%% %11.1f%n",
        name,
        result.history().last().dataLoss(),
        result.history().last().validationLoss(),
        100 * Metric.accuracy().of(model, others),
        length(model));
  }

  /** The length of all weights, biases aside: what the penalty holds small. */
  private static double length(Network model) {
    double[] theta = model.parameters();
    double sum = 0;
    for (ParameterBlock block : model.blocks()) {
      for (int j = block.from(); block.penalized() && j < block.to(); j++) {
        sum += theta[j] * theta[j];
      }
    }
    return Math.sqrt(sum);
  }
}
