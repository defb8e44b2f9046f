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
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.stability.Divergence;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A training that diverges says so, and keeps what it has. */
class DivergenceTest {
  /** In original units: the largest feature is around 200. */
  private static final Dataset RAW = Datasets.diabetes();

  private static final Dataset STANDARDIZED = Cases.standardized(RAW);

  static List<UpdateStrategy> strategies() {
    return Cases.strategies();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void tooLargeARateStopsTrainingLongBeforeNaN(UpdateStrategy strategy) {
    TrainingResult<Perceptron> result = fit(trainer(0.1).withUpdates(strategy), RAW);
    assertEquals(StopReason.DIVERGED, result.stopReason());
    // Each batch step multiplies the weights by some thousands, so that a few epochs are enough.
    assertTrue(result.epochs() <= 5, result.epochs() + " epochs");
    double[] theta = result.lastFiniteModel().parameters();
    assertTrue(Arrays.stream(theta).allMatch(w -> Math.abs(w) <= 1e100), "finite, and far from ∞");
  }

  @ParameterizedTest
  @EnumSource(HistoryDetail.class)
  void itIsNoticedWhateverIsRecorded(HistoryDetail detail) {
    TrainingResult<Perceptron> result = fit(trainer(0.1).withHistory(detail), RAW);
    assertEquals(StopReason.DIVERGED, result.stopReason());
  }

  @ParameterizedTest
  @EnumSource(HistoryDetail.class)
  void itIsNoticedInASingleEpochOfAFewUpdates(HistoryDetail detail) {
    // 14 updates: the weights are large by then, and all the same far from overflowing.
    Trainer trainer = trainer(10).withHistory(detail).withEpochs(1);
    assertEquals(StopReason.DIVERGED, fit(trainer, STANDARDIZED).stopReason());
  }

  @Test
  void theModelIsRefusedWithWhatHappenedAndWhatToDo() {
    TrainingResult<Perceptron> result = fit(trainer(0.1).withUpdates(UpdateStrategy.batch()), RAW);
    TrainingDivergedException e = assertThrows(TrainingDivergedException.class, result::model);
    Divergence divergence = result.divergence().orElseThrow();
    assertEquals(divergence, e.divergence());
    String start =
        "training diverged in epoch "
            + divergence.epoch()
            + " at update "
            + divergence.update()
            + " with learning rate 0.100: ";
    assertTrue(e.getMessage().startsWith(start), e.getMessage());
    assertTrue(e.getMessage().contains("Standardizer"), e.getMessage());
    assertTrue(e.getMessage().contains("lastFiniteModel()"), e.getMessage());
  }

  @Test
  void whereTheFeaturesAreNotToBlameASmallerRateIsTheRemedy() {
    TrainingResult<Perceptron> result = fit(trainer(10), STANDARDIZED);
    String message = assertThrows(TrainingDivergedException.class, result::model).getMessage();
    assertTrue(message.contains("LearningRate.constant("), message);
  }

  @Test
  void theFactsAreThoseOfTheUpdateThatShowedIt() {
    TrainingResult<Perceptron> result = fit(trainer(0.1).withHistory(HistoryDetail.UPDATE), RAW);
    Divergence divergence = result.divergence().orElseThrow();
    assertEquals(result.updates(), divergence.update());
    assertEquals(result.epochs(), divergence.epoch());
    assertEquals(0.1, divergence.learningRate());
    assertEquals(result.updates(), result.history().updates().size());
  }

  @Test
  void theHistoryUpToThereCanBeRead() {
    TrainingResult<Perceptron> result = fit(trainer(0.1).withUpdates(UpdateStrategy.batch()), RAW);
    double[] losses = result.history().losses();
    assertTrue(losses.length > 0);
    assertTrue(Arrays.stream(losses).allMatch(Double::isFinite), Arrays.toString(losses));
    for (int k = 0; k < result.divergence().orElseThrow().objectives().size(); k++) {
      assertEquals(losses[k], result.divergence().orElseThrow().objectives().get(k));
    }
  }

  @Test
  void withNoEpochRecordedTheHistorySaysWhy() {
    TrainingResult<Perceptron> result =
        fit(trainer(1e30).withUpdates(UpdateStrategy.stochastic()), RAW);
    String message =
        assertThrows(IllegalStateException.class, () -> result.history().last()).getMessage();
    assertEquals(
        "no epoch was recorded: training diverged in the first, or"
            + " withHistory(HistoryDetail.NONE)",
        message);
  }

  /** λmax of 1/n·[X 1]ᵀ[X 1] is 4.0242; the factor of a step along it is 1 − 1.05·2 = −1.1. */
  @ParameterizedTest
  @EnumSource(HistoryDetail.class)
  void aRateJustAboveTheLimitIsNoticed(HistoryDetail detail) {
    Trainer trainer =
        trainer(1.05 * 2 / 4.0242)
            .withUpdates(UpdateStrategy.batch())
            .withEpochs(200)
            .withHistory(detail);
    TrainingResult<Perceptron> result = fit(trainer, STANDARDIZED);
    assertEquals(StopReason.DIVERGED, result.stopReason());
  }

  /** The factor of a step along the steepest direction is 1 − 1.07·2 = −1.14: J grows 1.3-fold. */
  @Test
  void anObjectiveThatOnlyRisesHasDivergedHoweverSmallItIsYet() {
    Trainer trainer = trainer(1.07 * 2 / 4.0242).withUpdates(UpdateStrategy.batch()).withEpochs(40);
    TrainingResult<Perceptron> result = fit(trainer, STANDARDIZED);
    assertTrue(result.history().last().objective() < 1e9);
    assertTrue(result.oscillation().isEmpty());
    String explanation = result.divergence().orElseThrow().explanation();
    assertTrue(explanation.contains("the objective rose to "), explanation);
  }

  @Test
  void aRateJustBelowTheLimitConverges() {
    Trainer trainer =
        trainer(0.95 * 2 / 4.0242).withUpdates(UpdateStrategy.batch()).withEpochs(200);
    TrainingResult<Perceptron> result = fit(trainer, STANDARDIZED);
    assertFalse(result.divergence().isPresent());
  }

  @Test
  void aWeightThatBecomesNaNIsDivergence() {
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withOptimizer(Cases.scripted(1, 2, Double.NaN, 4))
            .withEpochs(4);
    TrainingResult<Perceptron> result =
        trainer.fit(Perceptron.zeros(1, Activation.identity()), Cases.oneRow());
    assertEquals(3, result.divergence().orElseThrow().epoch());
    assertEquals(2, result.lastFiniteModel().weight(0), "the last before");
    assertEquals(2, result.history().epochs().size());
  }

  @Test
  void aLossThatOverflowsIsDivergence() {
    // The square of a target of 1e200 is infinite from the start.
    Dataset huge = Cases.oneRow().withTargets(new double[] {1e200});
    TrainingResult<Perceptron> result = fit(trainer(1e-150), huge);
    assertEquals("the objective became Infinity", result.divergence().orElseThrow().symptom());
  }

  private static Trainer trainer(double rate) {
    return Trainer.minimizing(Loss.squaredError())
        .withLearningRate(LearningRate.constant(rate))
        .withEpochs(100);
  }

  private static TrainingResult<Perceptron> fit(Trainer trainer, Dataset data) {
    return trainer.fit(Perceptron.zeros(data.features(), Activation.identity()), data);
  }
}
