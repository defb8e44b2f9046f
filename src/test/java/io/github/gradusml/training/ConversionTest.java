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
import org.junit.jupiter.api.Test;

/** The rows of the table in docs/weight-decay.md that no other test has. */
class ConversionTest {
  /** 50 steps of sums in another order; the files themselves were checked to 1e-12. */
  private static final double TOLERANCE = 1e-12;

  /** Its mean squared error is twice ours. */
  @Test
  void besideTorchsMeanSquaredErrorAlphaIsHalfTheDecayAndTheRateTwice() {
    double rate = 0.05;
    double weightDecay = 0.1;
    assertSame(
        "torch_mean_squared_error",
        Trainer.minimizing(Loss.squaredError())
            .withRegularizer(Regularizer.l2(weightDecay / 2))
            .withLearningRate(LearningRate.constant(2 * rate)),
        Activation.identity(),
        Cases.withStandardizedTargets(Cases.standardized(Datasets.diabetes())));
  }

  @Test
  void theAlphaOfScikitLearnsMlpIsDividedByTheRowsOfABatch() {
    Dataset data = Cases.standardized(Datasets.breastCancer());
    assertSame(
        "mlp_classifier",
        Trainer.minimizing(Loss.crossEntropy())
            .withRegularizer(Regularizer.l2(50.0 / data.rows()))
            .withLearningRate(LearningRate.constant(0.1)),
        Activation.sigmoid(),
        data);
  }

  private static void assertSame(
      String file, Trainer trainer, Activation activation, Dataset data) {
    Perceptron model =
        trainer
            .withUpdates(UpdateStrategy.batch())
            .withEpochs(50)
            .fit(Perceptron.zeros(data.features(), activation), data)
            .model();
    Reference reference = Reference.of("penalties/" + file);
    double[] w = reference.array("w");
    assertEquals(data.features(), w.length);
    for (int j = 0; j < w.length; j++) {
      assertEquals(w[j], model.weight(j), TOLERANCE, "w" + j);
    }
    assertEquals(reference.get("bias"), model.bias(), TOLERANCE, "bias");
  }
}
