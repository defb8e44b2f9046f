package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
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
 * Section 4 of the article, Learning rate: rates that rise and fall in cycles, after L. Smith
 * (2017).
 *
 * <p>Three shapes are drawn, and then trained with, next to a constant rate. The loss falls where
 * the rate is high and rests where it is low, in steps as long as a cycle.
 *
 * <p>Try: a half cycle of 2 or 20 epochs; a higher top; cycles in updates instead of epochs, by
 * leaving out {@code perEpoch()}.
 */
public final class CyclicalRates {
  private static final Path PICTURES = Path.of("target", "pictures");

  private CyclicalRates() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    // 1. Cycles of 10 epochs up and 10 down, between 0.001 and 0.2.
    Map<String, LearningRate> rates = new LinkedHashMap<>();
    rates.put("constant", LearningRate.constant(0.05));
    rates.put("triangular", LearningRate.triangular(0.001, 0.2, 10).perEpoch());
    rates.put("triangular2", LearningRate.triangular2(0.001, 0.2, 10).perEpoch());
    rates.put("exp range", LearningRate.expRange(0.001, 0.2, 10, 0.97).perEpoch());

    // 2. Training with each of them.
    Split split = Split.stratified(Datasets.breastCancer(), 0.8, 0);
    Standardizer scaler = Standardizer.fit(split.train());
    Dataset train = scaler.apply(split.train());
    Dataset test = scaler.apply(split.test());
    Perceptron start = Perceptron.zeros(train.features(), Activation.sigmoid());
    UpdateStrategy strategy = UpdateStrategy.miniBatch(16);
    Trainer trainer = Trainer.minimizing(Loss.crossEntropy()).withUpdates(strategy).withEpochs(80);

    Map<String, TrainingHistory> histories = new LinkedHashMap<>();
    System.out.println("learning rate  training loss  test loss  test accuracy");
    rates.forEach(
        (name, rate) -> {
          TrainingResult<Perceptron> result = trainer.withLearningRate(rate).fit(start, train);
          histories.put(name, result.history());
          System.out.printf(
              Locale.ROOT,
              "%-13s %14.4f %10.4f %13.1f%%%n",
              name,
              result.history().last().dataLoss(),
              Metric.logLoss().of(result.model(), test),
              100 * Metric.accuracy().of(result.model(), test));
        });

    // 3. A schedule can be drawn without training.
    Plots.learningRates(rates, 80, strategy.updatesPerEpoch(train.rows()))
        .withTitle("Cyclical learning rates")
        .save(PICTURES.resolve("cyclical-rates.png"));
    Plots.losses(histories)
        .withTitle("Breast cancer: training with cyclical rates")
        .withLogScale()
        .save(PICTURES.resolve("cyclical-losses.png"));
    System.out.println();
    System.out.println("wrote cyclical-rates.png and cyclical-losses.png to " + PICTURES);
  }
}
