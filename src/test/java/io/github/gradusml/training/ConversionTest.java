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

/**
 * The row of the table in docs/weight-decay.md that no other test has: PyTorch's weight_decay
 * beside a mean squared error, which is twice ours.
 */
class ConversionTest {
  @Test
  void besideTorchsMeanSquaredErrorAlphaIsHalfTheDecayAndTheRateTwice() {
    double rate = 0.05;
    double weightDecay = 0.1;
    Dataset data = Cases.withStandardizedTargets(Cases.standardized(Datasets.diabetes()));
    Perceptron model =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.batch())
            .withRegularizer(Regularizer.l2(weightDecay / 2))
            .withLearningRate(LearningRate.constant(2 * rate))
            .withEpochs(50)
            .fit(Perceptron.zeros(data.features(), Activation.identity()), data)
            .model();
    Reference reference = Reference.of("penalties/torch_mean_squared_error");
    double[] w = reference.array("w");
    assertEquals(10, w.length);
    for (int j = 0; j < w.length; j++) {
      // 50 steps of sums in another order; the file itself was checked to 1e-12.
      assertEquals(w[j], model.weight(j), 1e-12, "w" + j);
    }
    assertEquals(reference.get("bias"), model.bias(), 1e-12);
  }
}
