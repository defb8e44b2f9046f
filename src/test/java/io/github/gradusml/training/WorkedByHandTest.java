package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import org.junit.jupiter.api.Test;

/**
 * Steps over the two rows x = (1, 2), y = 3 and x = (2, −1), y = −1, from w = (1, 0), b = 0, with
 * pencil and paper.
 */
class WorkedByHandTest {
  /** A few roundings of numbers around 1. */
  private static final double ROUNDING = 1e-15;

  private static final Dataset TWO =
      Dataset.of(new double[][] {{1, 2}, {2, -1}}, new double[] {3, -1});

  @Test
  void oneBatchStep() {
    // ŷ = 1 and 2, errors −2 and 3: ∇w = ((−2 + 6)/2, (−4 − 3)/2) = (2, −3.5), ∇b = 0.5.
    assertTheta(least(UpdateStrategy.batch()), 1 - 0.2, 0.35, -0.05);
  }

  @Test
  void twoStochasticSteps() {
    // First row: error −2, w = (1.2, 0.4), b = 0.2.
    // Second row: ŷ = 2.4 − 0.4 + 0.2 = 2.2, error 3.2, w = (1.2 − 0.64, 0.4 + 0.32), b = −0.12.
    assertTheta(least(UpdateStrategy.stochastic().withoutShuffling()), 0.56, 0.72, -0.12);
  }

  @Test
  void l2JoinsTheGradientOfTheWeights() {
    // ∇w = (2, −3.5) + 0.5·(1, 0); the bias has no part in it.
    Trainer trainer = least(UpdateStrategy.batch()).withRegularizer(Regularizer.l2(0.5));
    assertTheta(trainer, 1 - 0.25, 0.35, -0.05);
  }

  @Test
  void l1ShrinksAfterTheStep() {
    // (0.8, 0.35) without the penalty; then each 0.1·4 nearer to 0, and no further than 0.
    Trainer trainer = least(UpdateStrategy.batch()).withRegularizer(Regularizer.l1(4));
    assertTheta(trainer, 0.8 - 0.4, 0, -0.05);
  }

  @Test
  void elasticNetDoesBoth() {
    // Half of 4 is L2: ∇w = (2, −3.5) + 2·(1, 0). The other half shrinks by 0.1·2.
    Trainer trainer = least(UpdateStrategy.batch()).withRegularizer(Regularizer.elasticNet(4, 0.5));
    assertTheta(trainer, 1 - 0.4 - 0.2, 0.35 - 0.2, -0.05);
  }

  @Test
  void rosenblattsRuleAddsARowOnTheWrongSide() {
    Dataset signs = TWO.withTargets(-1, 1);
    // First row: z = 1 has the right sign. Second: z = 2 should be negative, w −= 0.1·(2, −1).
    Trainer trainer =
        Trainer.minimizing(Loss.perceptron())
            .withUpdates(UpdateStrategy.stochastic().withoutShuffling())
            .withLearningRate(LearningRate.constant(0.1))
            .withEpochs(1);
    Perceptron start = Perceptron.of(new double[] {1, 0}, 0, Activation.step());
    assertArrayEquals(
        new double[] {0.8, 0.1, -0.1}, trainer.fit(start, signs).model().parameters(), ROUNDING);
  }

  @Test
  void aShortLastBatchAveragesOverItsOwnRows() {
    Dataset three = Dataset.of(new double[][] {{0}, {0}, {1}}, new double[] {0, 0, 1});
    // The first batch has error 0 twice. The second has one row: error −1, not −1/2.
    Trainer trainer = least(UpdateStrategy.miniBatch(2).withoutShuffling());
    Perceptron trained = trainer.fit(Perceptron.zeros(1, Activation.identity()), three).model();
    assertEquals(0.1, trained.weight(0), ROUNDING);
  }

  private static Trainer least(UpdateStrategy strategy) {
    return Trainer.minimizing(Loss.squaredError())
        .withUpdates(strategy)
        .withLearningRate(LearningRate.constant(0.1))
        .withEpochs(1);
  }

  private static void assertTheta(Trainer trainer, double w0, double w1, double b) {
    Perceptron start = Perceptron.of(new double[] {1, 0}, 0, Activation.identity());
    assertArrayEquals(
        new double[] {w0, w1, b}, trainer.fit(start, TWO).model().parameters(), ROUNDING);
  }
}
