package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A training that grows worse and worse is told, however short it is and whatever it records. */
class SilentDivergenceTest {
  private static final Dataset DIABETES = Cases.standardized(Datasets.diabetes());
  private static final Perceptron ZEROS = Perceptron.zeros(10, Activation.identity());

  /** λmax of 1/n·[X 1]ᵀ[X 1]; the largest stable rate is 2/λmax = 0.497. */
  private static final double LARGEST = 2 / 4.0242;

  private static Trainer trainer(double rate, int epochs) {
    return Trainer.minimizing(Loss.squaredError())
        .withUpdates(UpdateStrategy.batch())
        .withLearningRate(LearningRate.constant(rate))
        .withEpochs(epochs)
        .withoutLog();
  }

  @ParameterizedTest
  @EnumSource(HistoryDetail.class)
  void inNineEpochsWhateverIsRecorded(HistoryDetail detail) {
    TrainingResult<Perceptron> result = trainer(0.8, 9).withHistory(detail).fit(ZEROS, DIABETES);
    assertEquals(StopReason.DIVERGED, result.stopReason());
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 6, 7, 8, 9})
  void fromTheEpochOnInWhichItIsAboveItsStart(int epochs) {
    TrainingResult<Perceptron> result = trainer(0.8, epochs).fit(ZEROS, DIABETES);
    boolean isAbove = result.history().last().objective() > 14537; // that of weights 0
    assertEquals(isAbove, result.divergence().isPresent());
  }

  /** Each row pulls its own way, so that the objective falls and rises, and rises more. */
  @Test
  void dipsOrNot() {
    TrainingResult<Perceptron> result =
        trainer(0.5, 15).withUpdates(UpdateStrategy.miniBatch(10)).fit(ZEROS, DIABETES);
    double[] objectives = result.history().each(EpochRecord::objective);
    boolean dips = false;
    for (int i = objectives.length / 2 + 1; i < objectives.length; i++) {
      dips |= objectives[i] < objectives[i - 1];
    }
    assertTrue(dips);
    assertEquals(StopReason.DIVERGED, result.stopReason());
  }

  @Test
  void alsoIfItIsResumedFromAnExplodedStart() {
    Perceptron exploded = ZEROS.withParameters(filled(1e3));
    TrainingResult<Perceptron> result = trainer(0.8, 9).fit(exploded, DIABETES);
    assertEquals(StopReason.DIVERGED, result.stopReason());
  }

  private static double[] filled(double value) {
    double[] theta = new double[11];
    Arrays.fill(theta, value);
    return theta;
  }

  @Test
  void belowTheExactLimitNothingIsSaidOfAHighEnd() {
    // A heavy ball swings far beyond its start before it settles.
    double largest = LARGEST * 1.9;
    TrainingResult<Perceptron> result =
        trainer(0.99 * largest, 3).withOptimizer(Optimizer.momentum(0.9)).fit(ZEROS, DIABETES);
    assertTrue(result.history().last().objective() > 14537);
    assertFalse(result.divergence().isPresent());
  }

  @Test
  void aRateAboveTheLimitIsToldBeforeItIsFelt() {
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(LearningRate.constant(1.02 * LARGEST))
            .withEpochs(30)
            .fit(ZEROS, DIABETES);
    assertTrue(result.history().last().objective() < 14537);
    assertEquals("RATE_ABOVE_LIMIT", result.findings().get(0).code());
    String text = result.findings().get(0).text();
    assertTrue(text.startsWith("learning rate 0.507 is above the largest stable one, 0.497"), text);
  }

  /** One row is no training: online, its own loss may well rise. */
  @Test
  void aSingleStepOfOnlineLearningIsNotAccused() {
    Trainer trainer = trainer(0.3, 1).withUpdates(UpdateStrategy.stochastic());
    Dataset far = Dataset.of(new double[][] {{5}}, new double[] {1});
    Perceptron zeros = Perceptron.zeros(1, Activation.identity());
    TrainingResult<Perceptron> online = trainer.begin(zeros, far).result();
    online = trainer.resume(trainer.resume(online, Cases.oneRow()), far);
    assertEquals(StopReason.EPOCHS_DONE, online.stopReason());
  }

  /** Targets of 1e120 need weights of 1e120. */
  @ParameterizedTest
  @EnumSource(HistoryDetail.class)
  void weightsMayBeAsLargeAsTheTargets(HistoryDetail detail) {
    Dataset data = Cases.rows(Loss.squaredError(), 40, 3, 1);
    double[] y = data.targets();
    for (int i = 0; i < y.length; i++) {
      y[i] *= 1e120;
    }
    Perceptron zeros = Perceptron.zeros(3, Activation.identity());
    Trainer trainer = trainer(1, 50).withHistory(detail);
    double eighth = trainer.stability(zeros, data).orElseThrow().largestRate() / 8;
    TrainingResult<Perceptron> result =
        trainer.withLearningRate(LearningRate.constant(eighth)).fit(zeros, data.withTargets(y));
    assertEquals(StopReason.EPOCHS_DONE, result.stopReason());
  }

  @Test
  void decayThatMultipliesWeightsIsNamed() {
    TrainingResult<Perceptron> result =
        trainer(0.1, 300)
            .withOptimizer(Optimizer.adam())
            .withRegularizer(Regularizer.decoupled(40))
            .fit(ZEROS, DIABETES);
    String message = assertThrows(TrainingDivergedException.class, result::model).getMessage();
    assertTrue(message.contains("1 − η·λ = -3.00"), message);
  }

  /** The hinge alone cannot diverge; behind it, L2 does above 2/α = 2e-5. */
  @Test
  void adviceForALossWithAKinkHeedsThePenalty() {
    Dataset data = Cases.rows(Loss.hinge(), 60, 3, 1);
    Trainer trainer =
        Trainer.minimizing(Loss.hinge())
            .withRegularizer(Regularizer.l2(1e5))
            .withLearningRate(LearningRate.constant(0.1))
            .withoutLog();
    String advice =
        trainer
            .fit(Perceptron.zeros(3, Activation.sign()), data)
            .divergence()
            .orElseThrow()
            .advice();
    assertTrue(advice.endsWith("LearningRate.constant(1.00e-05))."), advice);
  }
}
