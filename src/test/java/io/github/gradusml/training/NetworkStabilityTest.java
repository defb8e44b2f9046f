package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.network.Network;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.stability.Stability;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The largest stable rate of several outputs side by side, and of layers: none is known. */
class NetworkStabilityTest {
  private static final Dataset FLOWERS = Standardizer.fit(Datasets.iris()).apply(Datasets.iris());
  private static final Network SOFTMAX = Network.of(4, Output.softmax(3)).zeros();
  private static final Network LEAST_SQUARES =
      Network.of(4, Output.oneVersusRest(3, Activation.identity())).zeros();

  private static Trainer trainer(Loss loss) {
    return Trainer.minimizing(loss).withUpdates(UpdateStrategy.batch()).withEpochs(300);
  }

  private static Stability limit(Trainer trainer, Network network) {
    return trainer.stability(network, FLOWERS).orElseThrow();
  }

  private static Dataset oneKind() {
    return FLOWERS.oneVersusRest("versicolor");
  }

  /** A sigmoid has a curvature of at most ¼, a softmax of ½. */
  @Test
  void thatOfASoftmaxIsHalfThatOfASigmoid() {
    Trainer trainer = trainer(Loss.crossEntropy());
    Stability ofOne =
        trainer.stability(Perceptron.zeros(4, Activation.sigmoid()), oneKind()).orElseThrow();
    assertEquals(ofOne.largestRate() / 2, limit(trainer, SOFTMAX).largestRate());
    assertFalse(limit(trainer, SOFTMAX).exact());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5})
  void itIsThatOfTheTextbook(double alpha) {
    // Rows are standardized, so that the largest eigenvalue is 2.9184978 =
    // numpy.linalg.eigvalsh(numpy.corrcoef(X.T))[-1] of NumPy 1.24.2, on iris.
    Trainer trainer = trainer(Loss.crossEntropy()).withRegularizer(Regularizer.l2(alpha));
    double expected = 2 / (2.9184978 / 2 + alpha);
    assertEquals(expected, limit(trainer, SOFTMAX).largestRate(), 1e-7 * expected);
  }

  @Test
  void thatOfSquaredErrorOneVersusRestIsThatOfOneAloneAndExact() {
    Trainer trainer = trainer(Loss.squaredError());
    assertEquals(
        trainer.stability(Perceptron.zeros(4, Activation.identity()), oneKind()),
        Optional.of(limit(trainer, LEAST_SQUARES)));
    assertTrue(limit(trainer, LEAST_SQUARES).exact());
  }

  @Test
  void belowTheExactLimitItConvergesAndAboveItDiverges() {
    Trainer trainer = trainer(Loss.squaredError());
    double rate = limit(trainer, LEAST_SQUARES).largestRate();
    Trainer below = trainer.withLearningRate(LearningRate.constant(0.99 * rate));
    double[] losses = below.fit(LEAST_SQUARES, FLOWERS).history().losses();
    assertTrue(losses[299] < losses[100]);
    Trainer above = trainer.withLearningRate(LearningRate.constant(1.05 * rate));
    assertTrue(above.fit(LEAST_SQUARES, FLOWERS).divergence().isPresent());
  }

  @Test
  void belowTheLimitOfASoftmaxTheLossNeverRises() {
    Trainer trainer = trainer(Loss.crossEntropy());
    double rate = limit(trainer, SOFTMAX).largestRate();
    double[] losses =
        trainer
            .withLearningRate(LearningRate.constant(rate))
            .fit(SOFTMAX, FLOWERS)
            .history()
            .losses();
    for (int k = 1; k < losses.length; k++) {
      assertTrue(losses[k] < losses[k - 1], "epoch " + (k + 1));
    }
  }

  @Test
  void withFewRowsAnUpdateTheLongestRowDecides() {
    double longest = 0;
    for (int i = 0; i < FLOWERS.rows(); i++) {
      double squares = 1;
      for (double value : FLOWERS.row(i)) {
        squares += value * value;
      }
      longest = Math.max(longest, squares);
    }
    Trainer trainer = trainer(Loss.crossEntropy()).withUpdates(UpdateStrategy.stochastic());
    double expected = 4 / longest;
    assertEquals(
        expected, limit(trainer, SOFTMAX).largestRate(), 1e-14 * expected); // a rounding or two
  }

  @Test
  void thePenaltyOfTheFirstLayerCounts() {
    Trainer trainer = trainer(Loss.squaredError());
    assertEquals(
        limit(trainer.withRegularizer(Regularizer.l2(0.5)), LEAST_SQUARES),
        limit(trainer.withRegularizer("layer 1 weights", Regularizer.l2(0.5)), LEAST_SQUARES));
  }

  @Test
  void noneIsKnownOfHiddenLayersOrAnOptimizerThatAdapts() {
    Network deep = Network.of(4, Output.softmax(3)).withHidden(3, Activation.tanh()).random(1);
    Trainer trainer = trainer(Loss.crossEntropy());
    assertEquals(Optional.empty(), trainer.stability(deep, FLOWERS));
    assertEquals(
        Optional.empty(), trainer.withOptimizer(Optimizer.adam()).stability(SOFTMAX, FLOWERS));
  }
}
