package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.Reference;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * With weights of rows and of classes, the weights of scikit-learn 1.2.1. The files under
 * reference/weights say which call gave which numbers.
 */
class WeightedReferenceTest {
  /** Sums in another order over at most 2845 updates: some 1e-13 apart, and room to spare. */
  private static final double ROW_BY_ROW = 1e-10;

  /** The gradient is below 1e-10, and the smallest curvature 0.0085. */
  private static final double CONVERGED = 2e-8;

  private static final Dataset CANCER = Cases.standardized(Datasets.breastCancer());
  private static final Dataset DIABETES = Cases.standardized(Datasets.diabetes());

  /** The weights 0, ½, 1, 1½, 0, … and more. */
  private static Dataset weighted(Dataset data, double more) {
    return data.withWeights(
        IntStream.range(0, data.rows()).mapToDouble(i -> i % 4 / 2.0 + more).toArray());
  }

  @Test
  void balancedClassesConverge() {
    converges("logistic_balanced", Loss.crossEntropy(), CANCER.withBalancedClasses(), 0.1, 0);
  }

  @Test
  void weightedClassificationConverges() {
    converges("logistic_weighted", Loss.crossEntropy(), weighted(CANCER, 0.5), 0.1, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "ridge_weighted, 0.1, 0",
    "lasso_weighted, 1, 1",
    "elastic_net_weighted, 1, 0.5",
  })
  void weightedRegressionConverges(String file, double alpha, double l1Ratio) {
    converges(file, Loss.squaredError(), weighted(DIABETES, 0), alpha, l1Ratio);
  }

  private static void converges(
      String file, Loss loss, Dataset data, double alpha, double l1Ratio) {
    boolean regression = !loss.separatesClasses();
    TrainingResult<Perceptron> result =
        Trainer.minimizing(loss)
            .withUpdates(UpdateStrategy.batch())
            .withRegularizer(Regularizer.elasticNet(alpha, l1Ratio))
            // Weights change the curvature a little, so somewhat below the stable rates 0.49, 0.6.
            .withLearningRate(LearningRate.constant(regression ? 0.3 : 0.4))
            .withTolerance(1e-10)
            .withEpochs(20_000)
            .fit(
                Perceptron.zeros(
                    data.features(), regression ? Activation.identity() : Activation.sigmoid()),
                data);
    assertEquals(StopReason.CONVERGED, result.stopReason());
    assertWeights("", Reference.of("weights/" + file), result.model(), CONVERGED);
  }

  @Test
  void balancedClassesRowByRow() {
    // Balanced weights are 1 on average, so that rate and alpha are the same.
    rowByRow("sgd_balanced", CANCER.withBalancedClasses(), 1);
  }

  @Test
  void weightedRowsRowByRow() {
    // scikit-learn does not scale weights to a mean of 1: its rate is ours times their mean.
    double mean =
        IntStream.range(0, CANCER.rows()).mapToDouble(i -> i % 4 / 2.0).average().orElseThrow();
    rowByRow("sgd_weighted", weighted(CANCER, 0), mean);
  }

  private static void rowByRow(String file, Dataset data, double meanWeight) {
    for (int epochs : new int[] {1, 5}) {
      Perceptron model =
          Trainer.minimizing(Loss.crossEntropy())
              .withUpdates(UpdateStrategy.stochastic().withoutShuffling())
              .withRegularizer(Regularizer.l2(1e-3 / meanWeight))
              .withLearningRate(LearningRate.constant(0.01 * meanWeight))
              .withEpochs(epochs)
              .fit(Perceptron.zeros(data.features(), Activation.sigmoid()), data)
              .model();
      Reference reference = Reference.of("weights/" + file);
      assertWeights("epoch" + epochs + ".", reference, model, ROW_BY_ROW);
    }
  }

  private static void assertWeights(
      String prefix, Reference reference, Perceptron model, double tolerance) {
    double[] w = reference.array(prefix + "w");
    assertEquals(model.features(), w.length);
    for (int j = 0; j < w.length; j++) {
      assertEquals(w[j], model.weight(j), w[j] == 0 ? 0 : tolerance, prefix + "w" + j);
    }
    assertEquals(reference.get(prefix + "bias"), model.bias(), tolerance, prefix + "bias");
  }
}
