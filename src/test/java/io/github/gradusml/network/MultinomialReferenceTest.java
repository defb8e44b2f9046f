package io.github.gradusml.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.Reference;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.StopReason;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Softmax regression, trained to the end, has the weights of scikit-learn's multinomial
 * LogisticRegression, and the same zeros. The files under reference/multinomial say which call gave
 * which numbers, and why the weights are unique.
 */
class MultinomialReferenceTest {
  /** The gradient's length at which training may stop, 1e7 times the rounding of its sums. */
  private static final double STILL = 1e-9;

  /** The gradient is below 1e-9 and the curvature of the non-zero weights above 0.0015. */
  private static final double WEIGHTS = 1e-6;

  /** The square of that, times half the largest curvature, is below 1e-12. */
  private static final double OBJECTIVE = 1e-12;

  /** For proximal descent below 2/λmax, λmax at the minimum: 0.38, 0.53, 0.16, 0.26 and so on. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "iris_l2_0.1, 0.1, 0, 1",
    "iris_l1_0.1, 0.1, 1, 4",
    "iris_elastic_net_0.5_0.1, 0.1, 0.5, 2",
    "iris_l2_0.01, 0.01, 0, 1",
    "iris_l1_0.01, 0.01, 1, 4",
    "iris_elastic_net_0.5_0.01, 0.01, 0.5, 4",
    "digits_l2_0.1, 0.1, 0, 1",
    "digits_l1_0.1, 0.1, 1, 4",
    "digits_elastic_net_0.5_0.1, 0.1, 0.5, 2",
    "digits_l2_0.01, 0.01, 0, 1",
    "digits_l1_0.01, 0.01, 1, 5",
    "digits_elastic_net_0.5_0.01, 0.01, 0.5, 4"
  })
  void theMinimum(String file, double alpha, double l1Ratio, double eta) {
    Dataset data = standardized(file.startsWith("iris") ? Datasets.iris() : Datasets.digits());
    int classes = file.startsWith("iris") ? 3 : 10;
    // With momentum the step over the L1 part would be another than that over the loss.
    Optimizer rule = l1Ratio == 0 ? Optimizer.nesterov(0.9) : Optimizer.gradientDescent();
    TrainingResult<Network> result =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.batch())
            .withRegularizer(Regularizer.elasticNet(alpha, l1Ratio))
            .withOptimizer(rule)
            .withLearningRate(LearningRate.constant(eta))
            .withTolerance(STILL)
            .withEpochs(5_000)
            .withoutLog()
            .fit(Network.of(data.features(), Output.softmax(classes)).zeros(), data);
    assertEquals(StopReason.CONVERGED, result.stopReason());
    Reference reference = Reference.of("multinomial/" + file);
    assertEquals(
        reference.get("objective"), result.history().last().objective(), OBJECTIVE, "objective");
    assertSameWeights(reference.array("theta"), result.model().parameters(), classes);
  }

  private static Dataset standardized(Dataset data) {
    return Standardizer.fit(data).apply(data);
  }

  /** Biases may all be larger by one number; from zeros on, their sum stays 0 here as there. */
  private static void assertSameWeights(double[] expected, double[] theta, int classes) {
    assertEquals(expected.length, theta.length);
    int weights = expected.length - classes;
    for (int j = 0; j < expected.length; j++) {
      double tolerance = j < weights && expected[j] == 0 ? 0 : WEIGHTS;
      assertEquals(expected[j], theta[j], tolerance, "theta[" + j + "]");
    }
  }
}
