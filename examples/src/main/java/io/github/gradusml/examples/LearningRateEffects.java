package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.stability.Divergence;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingHistory;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Section 4 of the article, Effect of the learning rate: the same training with a rate that is too
 * small, one that is good, one near the edge, and one that is too large.
 *
 * <p>Where the edge lies is no matter of trial and error here: with all rows in every update and
 * the squared error it is 2/λmax, and {@link Stability} computes it.
 *
 * <p>Try: other shares of the edge, such as 0.1 or 1.001; without the standardizer, which moves the
 * edge; {@code withOptimizer(Optimizer.momentum(0.9))}, which moves it too.
 */
public final class LearningRateEffects {
  private static final Path PICTURE = Path.of("target", "pictures", "learning-rate-effects.png");

  private LearningRateEffects() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    // 1. A regression, and the largest rate with which descent is stable on it.
    Dataset raw = Datasets.diabetes();
    Dataset data = Standardizer.fit(raw).apply(raw);
    Perceptron start = Perceptron.zeros(data.features(), Activation.identity());
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.batch())
            .withEpochs(25)
            .withoutLog(); // what goes wrong is printed below
    double edge = trainer.stability(start, data).orElseThrow().largestRate();
    System.out.printf(Locale.ROOT, "the largest stable learning rate is %.4f%n%n", edge);

    // 2. Four shares of it.
    Map<String, Double> shares = new LinkedHashMap<>();
    shares.put("too small", 0.01);
    shares.put("good", 0.5);
    shares.put("near the edge", 0.97);
    shares.put("too large", 1.07);

    Map<String, TrainingHistory> histories = new LinkedHashMap<>();
    System.out.println("                 rate    loss after 25 epochs");
    shares.forEach(
        (name, share) -> {
          LearningRate rate = LearningRate.constant(share * edge);
          TrainingResult<Perceptron> result = trainer.withLearningRate(rate).fit(start, data);
          TrainingHistory history = result.history();
          histories.put(String.format(Locale.ROOT, "%s: %.4f", name, share * edge), history);
          System.out.printf(
              Locale.ROOT, "%-13s %7.4f %23.1f%n", name, share * edge, history.last().dataLoss());
        });

    // 3. Too large and for longer: training stops, and says what happened.
    TrainingResult<Perceptron> diverged =
        trainer
            .withLearningRate(LearningRate.constant(1.5 * edge))
            .withEpochs(1000)
            .fit(start, data);
    System.out.println();
    System.out.println(diverged.divergence().map(Divergence::explanation).orElseThrow());

    Plots.losses(histories)
        .withTitle("Diabetes: one training, four learning rates")
        .withLogScale()
        .save(PICTURE);
    System.out.println();
    System.out.println("wrote " + PICTURE);
  }
}
