package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import io.github.gradusml.rate.LearningRate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row of weight 0 is left out of a network too, though it may drive hidden units to ∞. */
class HiddenUnitsWithoutWeightTest {
  private static final double[] CLASSES = {0, 1, 2, 0, 1, 2};

  static Stream<Activation> activations() {
    return Stream.of(
        Activation.identity(),
        Activation.tanh(),
        Activation.relu(),
        Activation.elu(1),
        Activation.softplus(),
        Activation.silu(),
        Activation.gelu(),
        Activation.exponential());
  }

  /** The last row has the same number in both features, and weight 0. */
  private static Dataset withLast(double value) {
    double[][] x = {{0, 0}, {1, 0}, {0, 1}, {1, 1}, {2, 1}, {value, value}};
    return Dataset.of(x, CLASSES).withWeights(1, 2, 1, 2, 1, 0);
  }

  @ParameterizedTest
  @MethodSource("activations")
  void aRowThatDrivesHiddenUnitsToInfinityChangesNothing(Activation activation) {
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withLearningRate(LearningRate.constant(0.01))
            .withEpochs(3);
    Network start =
        Network.of(2, Output.softmax(3))
            .withHidden(4, activation)
            .withHidden(3, activation)
            .random(1);
    TrainingResult<Network> usual = trainer.fit(start, withLast(0));
    for (double huge : new double[] {1.7e308, -1.7e308}) { // two products of it add up to ∞
      TrainingResult<Network> result = trainer.fit(start, withLast(huge));
      assertEquals(StopReason.EPOCHS_DONE, result.stopReason());
      assertArrayEquals(usual.history().losses(), result.history().losses());
      assertEquals(usual.model(), result.model());
    }
  }
}
