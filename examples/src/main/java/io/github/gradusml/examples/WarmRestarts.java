package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingHistory;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Section 4 of the article, Learning rate: stochastic gradient descent with warm restarts, after I.
 * Loshchilov and F. Hutter (2017), next to constant rates.
 *
 * <p>Row by row, a constant rate leaves the weights hovering around the minimum: the larger the
 * rate, the wider. A rate that falls lets them settle, and a restart shakes them up again. The loss
 * at the end of each cycle is what counts.
 *
 * <p>Try: cycles that double ({@code growth} 2) or triple; {@code LearningRate.cosine} over all 70
 * epochs; a warm-up before the first cycle with {@code withWarmUp(2, 0.1)}.
 */
public final class WarmRestarts {
  private static final Path PICTURES = Path.of("target", "pictures");

  private WarmRestarts() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    // 1. A regression with noise: no weights fit all rows, so single rows pull in different
    // directions.
    Dataset raw = Datasets.diabetes();
    Dataset data = Standardizer.fit(raw).apply(raw);
    Perceptron start = Perceptron.zeros(data.features(), Activation.identity());

    // 2. Restarts after 10, 30 and 70 epochs, and two constant rates.
    Map<String, LearningRate> rates = new LinkedHashMap<>();
    rates.put("constant, high", LearningRate.constant(0.02));
    rates.put("constant, low", LearningRate.constant(0.001));
    rates.put("warm restarts", LearningRate.warmRestarts(0.02, 0.0, 10, 2).perEpoch());

    UpdateStrategy strategy = UpdateStrategy.stochastic();
    Trainer trainer = Trainer.minimizing(Loss.squaredError()).withUpdates(strategy).withEpochs(70);
    double lowest = lowestLoss(start, data);
    Map<String, TrainingHistory> histories = new LinkedHashMap<>();
    System.out.printf(Locale.ROOT, "the lowest loss that there is: %.1f%n%n", lowest);
    System.out.println("               above it after epoch 10       30       70");
    rates.forEach(
        (name, rate) -> {
          TrainingResult<Perceptron> result = trainer.withLearningRate(rate).fit(start, data);
          histories.put(name, result.history());
          double[] loss = result.history().losses();
          System.out.printf(
              Locale.ROOT,
              "%-18s %19.2f %8.2f %8.2f%n",
              name,
              loss[9] - lowest,
              loss[29] - lowest,
              loss[69] - lowest);
        });

    // 3. Pictures: the rates, and what they do.
    Plots.learningRates(rates, 70, strategy.updatesPerEpoch(data.rows()))
        .withTitle("A learning rate with warm restarts")
        .save(PICTURES.resolve("warm-restarts-rates.png"));
    Plots.perEpoch("mean loss above the lowest", e -> e.dataLoss() - lowest, histories)
        .withTitle("Diabetes: stochastic updates with warm restarts")
        .withLogScale()
        .save(PICTURES.resolve("warm-restarts-losses.png"));
    System.out.println();
    System.out.println("wrote warm-restarts-rates.png and warm-restarts-losses.png to " + PICTURES);
  }

  /** Where descent with all rows in every update ends: no noise, no hovering. */
  private static double lowestLoss(Perceptron start, Dataset data) {
    return Trainer.minimizing(Loss.squaredError())
        .withUpdates(UpdateStrategy.batch())
        .withLearningRate(LearningRate.constant(0.4))
        .withEpochs(20_000)
        .withTolerance(1e-6)
        .fit(start, data)
        .history()
        .last()
        .dataLoss();
  }
}
