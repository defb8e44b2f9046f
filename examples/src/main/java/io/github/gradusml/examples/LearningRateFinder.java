package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rangetest.AccuracyRangeResult;
import io.github.gradusml.rangetest.LearningRateRangeTest;
import io.github.gradusml.rangetest.RangeTestResult;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Section 4 of the article, How to configure the learning rate: the range test, with all rows in an
 * update, with mini-batches, and as its inventor did it.
 *
 * <p>Try: other batches, such as 8; {@code withLineSearch(0)}, which takes one short training
 * instead of many, and see how far minimum/10 is off; 5 or 500 epochs, and another rate is best.
 */
public final class LearningRateFinder {
  private static final Path PICTURES = Path.of("target", "pictures");

  private LearningRateFinder() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    // 1. A regression, all rows an update: the rate rises, the loss falls, and explodes at last.
    Dataset rows = Standardizer.fit(Datasets.diabetes()).apply(Datasets.diabetes());
    Perceptron line = Perceptron.zeros(rows.features(), Activation.identity());
    Trainer all =
        Trainer.minimizing(Loss.squaredError()).withUpdates(UpdateStrategy.batch()).withEpochs(50);
    RangeTestResult result =
        LearningRateRangeTest.exponential(all).withLineSearch(16).run(line, rows);
    System.out.println(result.explanation());
    Plots.rangeTest(result)
        .withTitle("Diabetes: range test, all rows an update")
        .save(PICTURES.resolve("range-test.png"));

    // 2. What becomes of each rate in 50 epochs.
    System.out.println();
    Stream.of(result.valley(), result.steepest(), result.suggestion())
        .map(found -> found.orElseThrow())
        .forEach(
            found -> {
              LearningRate rate = LearningRate.constant(found.rate());
              double loss = all.withLearningRate(rate).fit(line, rows).history().last().dataLoss();
              System.out.printf(
                  Locale.ROOT, "%-10s %.4f  loss %.1f%n", found.name(), found.rate(), loss);
            });

    // 3. Mini-batches: the loss of a batch is noisy, and has to be smoothed more.
    Dataset cancer = Standardizer.fit(Datasets.breastCancer()).apply(Datasets.breastCancer());
    Perceptron start = Perceptron.random(cancer.features(), Activation.sigmoid(), 3);
    Trainer batches =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.miniBatch(16))
            .withRegularizer(Regularizer.l2(0.01))
            .withEpochs(50);
    Plots.rangeTest(
            LearningRateRangeTest.exponential(batches)
                .withLossOfBatches()
                .withLineSearch(16)
                .run(start, cancer))
        .withTitle("Breast cancer: range test with mini-batches of 16")
        .save(PICTURES.resolve("range-test-batches.png"));

    // 4. Smith's own test finds the two ends of a cyclical rate.
    AccuracyRangeResult bounds =
        LearningRateRangeTest.linear(batches).withRange(0, 3).run(start, cancer);
    System.out.println();
    System.out.println(bounds.explanation());
    Plots.rangeTest(bounds)
        .withTitle("Breast cancer: accuracy while the rate rises evenly")
        .save(PICTURES.resolve("range-test-accuracy.png"));
    System.out.println();
    System.out.println(
        "wrote range-test.png, range-test-batches.png and range-test-accuracy.png to " + PICTURES);
  }
}
