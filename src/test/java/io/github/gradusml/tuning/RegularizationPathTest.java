package io.github.gradusml.tuning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Reference;
import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegularizationPathTest {
  private static final Dataset DIABETES = standardized(Datasets.diabetes());
  private static final Dataset CANCER = standardized(Datasets.breastCancer());
  private static final Perceptron LINE = Perceptron.zeros(10, Activation.identity());

  /** Full batches until the gradient is below 1e-10; the largest curvature of the data is 4.03. */
  private static final Trainer TO_THE_MINIMUM =
      Trainer.minimizing(Loss.squaredError())
          .withUpdates(UpdateStrategy.batch())
          .withLearningRate(LearningRate.constant(1.9 / 4.03))
          .withTolerance(1e-10)
          .withEpochs(20_000);

  private static Dataset standardized(Dataset data) {
    return Standardizer.fit(data).apply(data);
  }

  private static RegularizationPath lasso(Values<Double> alphas) {
    return RegularizationPath.of(
        TO_THE_MINIMUM,
        alphas,
        (t, alpha) -> t.withRegularizer(Regularizer.l1(alpha)),
        LINE,
        DIABETES);
  }

  @Test
  void weightsOfL1AreThoseOfScikitLearnWithTheSameZeros() {
    RegularizationPath path = lasso(Values.of(0.1, 1.0, 10.0, 40.0));
    assertArrayEquals(new double[] {40, 10, 1, 0.1}, path.each(RegularizationPath.Point::alpha));
    assertSameMinimum("lasso_40.0", path.points().get(0));
    assertSameMinimum("lasso_10.0", path.points().get(1));
    assertSameMinimum("lasso_1.0", path.points().get(2));
    assertSameMinimum("lasso_0.1", path.points().get(3));
  }

  @Test
  void weightsOfTheElasticNetAreThoseOfScikitLearnWithTheSameZeros() {
    RegularizationPath path =
        RegularizationPath.of(
            TO_THE_MINIMUM,
            Values.of(1.0, 10.0, 40.0),
            (t, alpha) ->
                t.withRegularizer(Regularizer.elasticNet(alpha, 0.9))
                    .withLearningRate(LearningRate.constant(1.9 / (4.03 + 0.1 * alpha))),
            LINE,
            DIABETES);
    assertSameMinimum("elastic_net_40.0_0.9", path.points().get(0));
    assertSameMinimum("elastic_net_10.0_0.9", path.points().get(1));
    assertSameMinimum("elastic_net_1.0_0.9", path.points().get(2));
  }

  @Test
  void weightsOfL2AreThoseOfScikitLearn() {
    RegularizationPath path =
        RegularizationPath.of(
            TO_THE_MINIMUM,
            Values.of(0.1, 1.0, 10.0),
            (t, alpha) ->
                t.withRegularizer(Regularizer.l2(alpha))
                    .withLearningRate(LearningRate.constant(1.9 / (4.03 + alpha))),
            LINE,
            DIABETES);
    assertSameMinimum("ridge_10.0", path.points().get(0));
    assertSameMinimum("ridge_1.0", path.points().get(1));
    assertSameMinimum("ridge_0.1", path.points().get(2));
    assertArrayEquals(new double[3], path.each(RegularizationPath.Point::zeros));
  }

  private static void assertSameMinimum(String file, RegularizationPath.Point point) {
    double[] expected = Reference.of("converged/" + file).array("w");
    for (int j = 0; j < expected.length; j++) {
      // The gradient is below 1e-10 and the smallest curvature 0.0085: within 1.2e-8. Zeros are
      // exact.
      double tolerance = expected[j] == 0 ? 0 : 2e-8;
      assertEquals(expected[j], point.model().weight(j), tolerance, file + ", weight " + j);
    }
    long zeros = Arrays.stream(expected).filter(w -> w == 0).count();
    assertEquals(zeros, point.zeros());
  }

  @Test
  void everyTrainingStartsFromTheOneBefore() {
    Trainer short1 = TO_THE_MINIMUM.withEpochs(3);
    RegularizationPath path =
        RegularizationPath.of(
            short1,
            Values.of(1.0, 10.0),
            (t, alpha) -> t.withRegularizer(Regularizer.l1(alpha)),
            LINE,
            DIABETES);
    Perceptron first = short1.withRegularizer(Regularizer.l1(10)).fit(LINE, DIABETES).model();
    Perceptron second = short1.withRegularizer(Regularizer.l1(1)).fit(first, DIABETES).model();
    assertEquals(first, path.points().get(0).model());
    assertEquals(second, path.points().get(1).model());
  }

  @Test
  void atAlphaMaxTheLastWeightLeavesZero() {
    double alphaMax =
        RegularizationPath.alphaMax(Loss.squaredError(), Activation.identity(), DIABETES);
    RegularizationPath path = lasso(Values.of(0.99 * alphaMax, 1.01 * alphaMax));
    assertEquals(10, path.points().get(0).zeros());
    assertEquals(9, path.points().get(1).zeros());
  }

  @Test
  void alphaMaxOfLeastSquaresIsThatOfScikitLearn() {
    assertEquals(
        Reference.of("paths/lasso").get("alpha_max"),
        RegularizationPath.alphaMax(Loss.squaredError(), Activation.identity(), DIABETES),
        1e-11); // sums of 442 numbers up to 500, over 442
  }

  @Test
  void alphaMaxOfLogisticRegressionIsThatOfScikitLearn() {
    assertEquals(
        Reference.of("paths/logistic").get("alpha_max"),
        RegularizationPath.alphaMax(Loss.crossEntropy(), Activation.sigmoid(), CANCER),
        1e-14); // sums of 569 numbers up to 10, over 569
  }

  @Test
  void alphaMaxNeedsASmoothLossAndABestBias() {
    assertEquals(
        "loss must be smooth, so that its slope at weights 0 is known, but was absolute error of"
            + " identity",
        Rejected.message(
            () ->
                RegularizationPath.alphaMax(
                    Loss.absoluteError(), Activation.identity(), DIABETES)));
    Dataset oneClass = CANCER.withTargets(new double[569]);
    assertEquals(
        "data must have a best bias at weights 0, but the loss falls without end; are all targets"
            + " of one class?",
        Rejected.message(
            () ->
                RegularizationPath.alphaMax(Loss.crossEntropy(), Activation.sigmoid(), oneClass)));
  }

  @Test
  void aTrainingThatDivergesNamesItsAlpha() {
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () ->
                RegularizationPath.of(
                    TO_THE_MINIMUM,
                    Values.of(1.0, 1000.0),
                    (t, alpha) -> t.withRegularizer(Regularizer.l2(alpha)),
                    LINE,
                    DIABETES));
    assertTrue(
        failure.getMessage().startsWith("alpha 1000.0: training diverged"), failure.getMessage());
  }

  @Test
  void theTableHasALineAnAlpha(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("path.csv");
    RegularizationPath path = lasso(Values.of(50.0, 40.0));
    path.writeCsv(file);
    List<String> lines = Files.readAllLines(file);
    assertEquals("alpha,zeros,bias," + String.join(",", DIABETES.featureNames()), lines.get(0));
    String bias = Double.toString(path.points().get(0).model().bias());
    assertEquals("50.0,10," + bias + ",0.0".repeat(10), lines.get(1));
    assertEquals(3, lines.size());
  }
}
