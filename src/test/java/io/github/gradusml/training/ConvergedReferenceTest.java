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
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Batch descent to convergence finds the minima that scikit-learn 1.2.1 and Newton's method found,
 * and weights that are 0 there are 0 here. The files under reference/converged say which call gave
 * which numbers.
 */
class ConvergedReferenceTest {
  /** The gradient's length at which training may stop, 1e9 times the rounding of its sums. */
  private static final double STILL = 1e-10;

  @ParameterizedTest
  @CsvSource({
    "lasso_0.1, 0.1, 1",
    "lasso_1.0, 1, 1",
    "lasso_10.0, 10, 1",
    "lasso_40.0, 40, 1",
    "elastic_net_0.1_0.5, 0.1, 0.5",
    "elastic_net_1.0_0.5, 1, 0.5",
    "elastic_net_1.0_0.9, 1, 0.9",
    "elastic_net_10.0_0.5, 10, 0.5",
    "elastic_net_10.0_0.9, 10, 0.9",
    "elastic_net_40.0_0.9, 40, 0.9",
    "ridge_0.001, 0.001, 0",
    "ridge_0.1, 0.1, 0",
    "ridge_1.0, 1, 0",
    "ridge_10.0, 10, 0"
  })
  void regression(String file, double alpha, double l1Ratio) {
    Dataset data = Cases.standardized(Datasets.diabetes());
    // Below 2/λmax = 2/(4.03 + L2 part), so that descent converges.
    double eta = 1.9 / (4.03 + alpha * (1 - l1Ratio));
    Perceptron model =
        converged(
            Trainer.minimizing(Loss.squaredError())
                .withRegularizer(Regularizer.elasticNet(alpha, l1Ratio))
                .withLearningRate(LearningRate.constant(eta)),
            Perceptron.zeros(data.features(), Activation.identity()),
            data);
    // The gradient is below 1e-10 and the smallest curvature 0.0085: within 1.2e-8.
    assertSameMinimum(file, model, 2e-8);
  }

  @ParameterizedTest
  @CsvSource({
    "logistic_l2_0.1, 0.1, 0",
    "logistic_elastic_net_0.5_0.1, 0.1, 0.5",
    "logistic_elastic_net_0.5_0.01, 0.01, 0.5",
    "logistic_l1_0.1, 0.1, 1"
  })
  void classification(String file, double alpha, double l1Ratio) {
    Dataset data = Cases.standardized(Datasets.breastCancer());
    // Below 2/λmax, where λmax is at most 13.29/4 + the L2 part.
    double eta = 1.9 / (13.29 / 4 + alpha * (1 - l1Ratio));
    Perceptron model =
        converged(
            Trainer.minimizing(Loss.crossEntropy())
                .withRegularizer(Regularizer.elasticNet(alpha, l1Ratio))
                .withLearningRate(LearningRate.constant(eta)),
            Perceptron.zeros(data.features(), Activation.sigmoid()),
            data);
    // The gradient is below 1e-10 and the curvature on the non-zero weights above 0.005.
    assertSameMinimum(file, model, 2e-8);
  }

  @Test
  void classificationWithSmoothedLabels() {
    Dataset data = Cases.standardized(Datasets.breastCancer());
    Perceptron model =
        converged(
            Trainer.minimizing(Loss.crossEntropy(0.1))
                .withRegularizer(Regularizer.l2(0.1))
                .withLearningRate(LearningRate.constant(1.9 / (13.29 / 4 + 0.1))),
            Perceptron.zeros(data.features(), Activation.sigmoid()),
            data);
    // As above.
    assertSameMinimum("logistic_smoothed_0.1_l2_0.1", model, 2e-8);
    assertEquals(1, model.classify(data.row(0)), "cut between 0 and 1, as without smoothing");
  }

  @ParameterizedTest
  @CsvSource({"poisson_0.0, 0", "poisson_0.1, 0.1", "poisson_1.0, 1", "poisson_10.0, 10"})
  void poissonRegression(String file, double alpha) {
    Dataset data = Cases.standardized(Datasets.diabetes());
    // Near the minimum λmax is 639 to 662; the start, at the mean of the targets, is as curved.
    Perceptron start =
        Perceptron.of(
            new double[data.features()], Math.log(mean(data.targets())), Activation.exponential());
    Perceptron model =
        converged(
            Trainer.minimizing(Loss.poisson())
                .withRegularizer(Regularizer.l2(alpha))
                .withLearningRate(LearningRate.constant(1.0 / 700)),
            start,
            data);
    // The gradient is below 1e-10 and the smallest curvature 1.3: within 1e-10.
    assertSameMinimum(file, model, 1e-9);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static Perceptron converged(Trainer trainer, Perceptron start, Dataset data) {
    TrainingResult<Perceptron> result =
        trainer
            .withUpdates(UpdateStrategy.batch())
            .withTolerance(STILL)
            .withEpochs(20_000)
            .fit(start, data);
    assertEquals(StopReason.CONVERGED, result.stopReason());
    return result.model();
  }

  private static void assertSameMinimum(String file, Perceptron model, double tolerance) {
    double[] expected = Reference.of("converged/" + file).array("w");
    for (int j = 0; j < expected.length; j++) {
      double exactly = expected[j] == 0 ? 0 : tolerance;
      assertEquals(expected[j], model.weight(j), exactly, "weight " + j);
    }
    assertEquals(Reference.of("converged/" + file).get("bias"), model.bias(), tolerance, "bias");
  }
}
