package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Section 3 of the article, Weight decay: the same noisy problem with no penalty, with L1, with L2,
 * and with both.
 *
 * <p>Only features 0, 1 and 2 have to do with the target; feature 3 is nearly a copy of feature 0.
 * There are few rows and much noise, so that without a penalty the weights fit the noise as well.
 *
 * <p>Try: an alpha of 0.01 or 3 for all of them; 1000 rows to train on, where no penalty is needed;
 * {@code decoupled(0.3)}, which is L2 for plain gradient descent.
 */
public final class WeightDecay {
  private static final Path PICTURE = Path.of("target", "pictures", "weight-decay.png");

  private WeightDecay() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    // 1. The problem: few rows to train on, many to see how good the weights are.
    Perceptron truth =
        Perceptron.of(new double[] {3, -2, 1.5, 0, 0, 0, 0, 0, 0, 0}, 5, Activation.identity());
    RandomGenerator random = new Well19937c(1);
    Dataset train = noisyRows(20, truth, random);
    Dataset test = noisyRows(2000, truth, random);

    // 2. The penalties.
    Map<String, Regularizer> penalties = new LinkedHashMap<>();
    penalties.put("no penalty", Regularizer.none());
    penalties.put("L1", Regularizer.l1(0.3));
    penalties.put("L2", Regularizer.l2(0.3));
    penalties.put("both", Regularizer.elasticNet(0.3, 0.5));

    // 3. Trained to the minimum each.
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(LearningRate.constant(0.2))
            .withTolerance(1e-9)
            .withEpochs(20_000);
    Perceptron start = Perceptron.zeros(10, Activation.identity());
    Map<String, Perceptron> models = new LinkedHashMap<>();
    models.put("the truth", truth);
    penalties.forEach(
        (name, penalty) ->
            models.put(name, trainer.withRegularizer(penalty).fit(start, train).model()));

    // 4. The weights side by side, how far off they predict, and how many are exactly 0.
    System.out.print("              w0    w1    w2    w3    w4    w5    w6    w7    w8    w9");
    System.out.println("  bias    train   test  zeros");
    models.forEach((name, model) -> print(name, model, train, test));

    Plots.weights(models)
        .withTitle("Ten weights, and what each penalty makes of them")
        .save(PICTURE);
    System.out.println();
    System.out.println("wrote " + PICTURE);
  }

  private static Dataset noisyRows(int n, Perceptron truth, RandomGenerator random) {
    double[][] x = new double[n][truth.features()];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      Arrays.setAll(x[i], j -> random.nextGaussian());
      x[i][3] = 0.95 * x[i][0] + 0.31 * x[i][3];
      y[i] = truth.predict(x[i]) + 3 * random.nextGaussian();
    }
    return Dataset.of(x, y);
  }

  private static void print(String name, Perceptron model, Dataset train, Dataset test) {
    System.out.printf("%-10s", name);
    for (double w : model.weights()) {
      System.out.printf(Locale.ROOT, " %5.2f", w);
    }
    System.out.printf(
        Locale.ROOT,
        " %5.2f %8.2f %6.2f %6d%n",
        model.bias(),
        Metric.rootMeanSquaredError().of(model, train),
        Metric.rootMeanSquaredError().of(model, test),
        Arrays.stream(model.weights()).filter(w -> w == 0).count());
  }
}
