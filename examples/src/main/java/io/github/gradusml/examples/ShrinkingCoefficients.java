package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.tuning.RegularizationPath;
import io.github.gradusml.tuning.Values;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Section 3 of the article, Weight decay: the regularization path of the diabetes data, which is
 * what becomes of the coefficients of a regression as the penalty on them grows.
 *
 * <p>L1 drops one feature after the other; from the smallest alpha that leaves none, the path is
 * walked towards weaker penalties, so that the features come in by turns, the most useful first. L2
 * makes all of them smaller, and drops none. Each training starts where the one before ended.
 *
 * <p>Try: {@code Regularizer.elasticNet(alpha, 0.5)}, which begins at twice the alpha; the breast
 * cancer data with the cross-entropy of a sigmoid.
 */
public final class ShrinkingCoefficients {
  private static final Path PICTURES = Path.of("target", "pictures");

  private ShrinkingCoefficients() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    // 1. Standardized, so that the penalty means the same to every feature.
    Dataset raw = Datasets.diabetes();
    Dataset patients = Standardizer.fit(raw).apply(raw);
    Perceptron start = Perceptron.zeros(patients.features(), Activation.identity());

    // 2. Each training goes on until it has arrived. The largest curvature of the loss is 4.03.
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(LearningRate.constant(1.9 / 4.03))
            .withTolerance(1e-5)
            .withEpochs(20_000);

    // 3. L1, from where it leaves no weight, and L2.
    RegularizationPath l1 =
        RegularizationPath.of(
            trainer,
            Values.logarithmic(0.05, 50, 41),
            (t, alpha) -> t.withRegularizer(Regularizer.l1(alpha)),
            start,
            patients);
    RegularizationPath l2 =
        RegularizationPath.of(
            trainer,
            Values.logarithmic(1e-3, 1e3, 41),
            (t, alpha) ->
                t.withRegularizer(Regularizer.l2(alpha))
                    .withLearningRate(LearningRate.constant(1.9 / (4.03 + alpha))),
            start,
            patients);

    // 4. Which feature comes in or goes out where.
    double alphaMax =
        RegularizationPath.alphaMax(Loss.squaredError(), Activation.identity(), patients);
    System.out.printf(Locale.ROOT, "L1 leaves no weight from alpha %.2f on%n%n", alphaMax);
    System.out.println("  alpha   weights not 0      R2   changed since the line before");
    Perceptron before = start;
    for (RegularizationPath.Point point : l1.points()) {
      String change = change(before, point.model(), patients);
      if (!change.isEmpty()) {
        System.out.printf(
            Locale.ROOT,
            "%7.3f %15d %7.3f   %s%n",
            point.alpha(),
            patients.features() - point.zeros(),
            Metric.r2().of(point.model(), patients),
            change);
      }
      before = point.model();
    }

    Plots.regularizationPath(l1)
        .withTitle("Diabetes, L1: one coefficient after the other becomes 0")
        .save(PICTURES.resolve("path-l1.png"));
    Plots.regularizationPath(l2)
        .withTitle("Diabetes, L2: all coefficients shrink, none becomes 0")
        .save(PICTURES.resolve("path-l2.png"));
    System.out.println();
    System.out.println("wrote path-l1.png and path-l2.png to " + PICTURES);
  }

  private static String change(Perceptron before, Perceptron after, Dataset data) {
    StringBuilder text = new StringBuilder();
    for (int j = 0; j < data.features(); j++) {
      if (before.weight(j) == 0 && after.weight(j) != 0) {
        text.append(" +").append(data.featureNames().get(j));
      } else if (before.weight(j) != 0 && after.weight(j) == 0) {
        text.append(" -").append(data.featureNames().get(j));
      }
    }
    return text.toString().strip();
  }
}
