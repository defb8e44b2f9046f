package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What swings, or grows for a good reason, is not taken for divergence. */
class NotDivergedTest {
  /**
   * Losses of bounded slope: a step adds at most η·slope·‖x‖ to the weights, however large they
   * are.
   */
  static List<Cases.Pair> boundedSlopes() {
    return List.of(
        new Cases.Pair(Loss.hinge(), Activation.sign()),
        new Cases.Pair(Loss.perceptron(), Activation.step()),
        new Cases.Pair(Loss.crossEntropy(), Activation.sigmoid()),
        new Cases.Pair(Loss.absoluteError(), Activation.identity()),
        new Cases.Pair(Loss.huber(1), Activation.identity()),
        new Cases.Pair(Loss.logCosh(), Activation.identity()),
        new Cases.Pair(Loss.epsilonInsensitive(0.1), Activation.identity()),
        new Cases.Pair(Loss.quantile(0.7), Activation.identity()));
  }

  @ParameterizedTest
  @MethodSource("boundedSlopes")
  void aHugeRateMakesABoundedSlopeSwing(Cases.Pair pair) {
    Dataset data = Cases.rows(pair.loss(), 60, 3, 1);
    for (double rate : new double[] {1e3, 1e9, 1e20}) {
      for (UpdateStrategy strategy : Cases.strategies()) {
        TrainingResult<Perceptron> result =
            Trainer.minimizing(pair.loss())
                .withUpdates(strategy)
                .withLearningRate(LearningRate.constant(rate))
                .withEpochs(30)
                .fit(pair.zeros(3), data);
        assertEquals(StopReason.EPOCHS_DONE, result.stopReason(), rate + ", " + strategy);
      }
    }
  }

  /** A huge rate that falls: the weights made by the first epochs stay large. */
  @Test
  void neitherDoesARateThatFalls() {
    Dataset data = Cases.rows(Loss.hinge(), 60, 3, 1);
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.hinge())
            .withLearningRate((update, epoch) -> epoch < 1 ? 1e12 : 1e-3)
            .withEpochs(10)
            .fit(Perceptron.zeros(3, Activation.sign()), data);
    assertEquals(StopReason.EPOCHS_DONE, result.stopReason());
  }

  /**
   * The perceptron criterion is 0 at weights 0. AND in this order leaves its first epoch with w =
   * (0, 1) and b = −1, a loss of 0 with two rows exactly on the boundary, and its second with a
   * loss of ¼.
   */
  @Test
  void aLossThatWasZeroMayGrow() {
    Dataset and =
        Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 1}, {1, 0}}, new double[] {-1, -1, 1, -1});
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.perceptron())
            .withUpdates(UpdateStrategy.stochastic().withoutShuffling())
            .withLearningRate(LearningRate.constant(1))
            .withEpochs(5)
            .fit(Perceptron.zeros(2, Activation.step()), and);
    assertArrayEquals(new double[] {0, 0.25, 0, 0, 0}, result.history().losses());
    assertEquals(StopReason.EPOCHS_DONE, result.stopReason());
  }

  /** Without noise the optimum has loss 0, and everything is infinitely larger than that. */
  @Test
  void aWarmStartNearTheOptimumIsNotDivergence() {
    Dataset rows = Dataset.of(new double[][] {{-1}, {0}, {1}}, new double[] {-1e6, 1e6, 3e6});
    for (double start : new double[] {2e6, 2e6 + 1e-6}) {
      // Stays, then steps away by a twentieth of the weight, and comes back.
      TrainingResult<Perceptron> result =
          Trainer.minimizing(Loss.squaredError())
              .withUpdates(UpdateStrategy.batch())
              .withOptimizer(Cases.scripted(start, 2.1e6, 2.05e6, 2e6))
              .withEpochs(4)
              .fit(Perceptron.of(new double[] {start}, 1e6, Activation.identity()), rows);
      assertEquals(StopReason.EPOCHS_DONE, result.stopReason());
    }
  }

  @Test
  void aWarmStartWithHugeWeightsMayCalmDown() {
    Dataset data = Cases.standardized(Datasets.diabetes());
    Perceptron far = Perceptron.of(new double[10], 1e12, Activation.identity());
    TrainingResult<Perceptron> result = Trainer.minimizing(Loss.squaredError()).fit(far, data);
    assertEquals(StopReason.EPOCHS_DONE, result.stopReason());
    assertTrue(result.model().bias() < 1e12);
  }

  @Test
  void targetsThatAreAllZeroAreNoReasonToStop() {
    Dataset data = Cases.rows(Loss.squaredError(), 40, 3, 1).withTargets(new double[40]);
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.squaredError())
            .withLearningRate(LearningRate.constant(0.1))
            .fit(Perceptron.random(3, Activation.identity(), 1), data);
    assertEquals(StopReason.EPOCHS_DONE, result.stopReason());
  }
}
