package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Weights are looked at after 128 rows and at the end of an epoch: what was seen at a look is kept,
 * and what happens between two is noticed at the second.
 */
class LooksTest {
  /** L = −ŷ, of slope −1 everywhere: a step adds η to a weight whose feature is 1. */
  private record Rising() implements Loss {
    @Override
    public double value(double prediction, double target) {
      return -prediction;
    }

    @Override
    public double derivative(double prediction, double target) {
      return -1;
    }
  }

  private static Dataset ones(int rows) {
    double[][] x = new double[rows][1];
    Arrays.stream(x).forEach(row -> row[0] = 1);
    return Dataset.of(x, new double[rows]);
  }

  /** One weight, which is k after k updates, until one of them adds 1e200. */
  private static TrainingResult<Perceptron> explode(
      long at, int rows, int batchSize, HistoryDetail detail) {
    return Trainer.minimizing(new Rising())
        .withUpdates(UpdateStrategy.miniBatch(batchSize).withoutShuffling())
        .withLearningRate((update, epoch) -> update == at - 1 ? 1e200 : 1)
        .withHistory(detail)
        .withEpochs(3)
        .withoutLog()
        .fit(Perceptron.zeros(1, Activation.identity()).withoutBias(), ones(rows));
  }

  private static void assertSeen(
      long noticed, double lastFinite, TrainingResult<Perceptron> result) {
    assertEquals(noticed, result.divergence().orElseThrow().update());
    assertEquals(noticed, result.updates());
    assertEquals(lastFinite, result.lastFiniteModel().weight(0));
    assertEquals(
        "a weight became 1.00e+200", result.divergence().orElseThrow().symptom(), "and no less");
  }

  /** With UPDATE the long way, else row by row in one pass over each. */
  @ParameterizedTest
  @EnumSource(HistoryDetail.class)
  void rowByRowThereIsALookEvery128Updates(HistoryDetail detail) {
    assertSeen(128, 0, explode(1, 1000, 1, detail));
    assertSeen(128, 0, explode(128, 1000, 1, detail));
    assertSeen(256, 128, explode(129, 1000, 1, detail));
    assertSeen(256, 128, explode(256, 1000, 1, detail));
    assertSeen(384, 256, explode(257, 1000, 1, detail));
  }

  @ParameterizedTest
  @EnumSource(HistoryDetail.class)
  void theEndOfAnEpochIsALookAndTheNextIs128RowsOn(HistoryDetail detail) {
    assertSeen(200, 128, explode(129, 200, 1, detail));
    assertSeen(328, 200, explode(201, 200, 1, detail));
    assertSeen(400, 328, explode(329, 200, 1, detail));
  }

  @ParameterizedTest
  @EnumSource(HistoryDetail.class)
  void theRowsOfShortEpochsDoNotAddUp(HistoryDetail detail) {
    assertSeen(200, 100, explode(101, 100, 1, detail));
  }

  /** Batches of 127 rows are looked at after every second, of 64 too, and of 128 after each. */
  @ParameterizedTest
  @CsvSource({"128, 1", "127, 2", "64, 2", "63, 3", "43, 3", "42, 4", "500, 1"})
  void inBatchesThereIsALookAfterTheOneThatMakes128Rows(int batchSize, int updates) {
    for (HistoryDetail detail : HistoryDetail.values()) {
      assertSeen(updates, 0, explode(1, 2000, batchSize, detail));
      assertSeen(2 * updates, updates, explode(updates + 1, 2000, batchSize, detail));
    }
  }

  @Test
  void aScriptOfWeightsIsLookedAtAsOften() {
    double[] script = new double[400];
    Arrays.setAll(script, k -> k == 200 ? Double.NaN : k + 1); // NaN is gone with the next update
    script[255] = Double.NEGATIVE_INFINITY;
    TrainingResult<Perceptron> result =
        Trainer.minimizing(new Rising())
            .withUpdates(UpdateStrategy.stochastic())
            .withOptimizer(Cases.scripted(script))
            .withLearningRate(LearningRate.constant(1))
            .withEpochs(1)
            .withoutLog()
            .fit(Perceptron.zeros(1, Activation.identity()), ones(400));
    assertEquals(256, result.divergence().orElseThrow().update());
    assertEquals("a weight became -Infinity", result.divergence().orElseThrow().symptom());
    assertEquals(128, result.lastFiniteModel().weight(0));
  }

  private static Training<Perceptron> fiftyUpdates(long at) {
    Training<Perceptron> training =
        Trainer.minimizing(new Rising())
            .withUpdates(UpdateStrategy.stochastic())
            .withLearningRate((update, epoch) -> update == at - 1 ? 1e200 : 1)
            .withoutLog()
            .begin(Perceptron.zeros(1, Activation.identity()), ones(1000));
    for (int k = 0; k < 50; k++) {
      training.update();
    }
    return training;
  }

  @Test
  void singleUpdatesAndTheRestOfTheirEpochAddUp() {
    Training<Perceptron> training = fiftyUpdates(51);
    training.epoch();
    assertSeen(128, 0, training.result());
  }

  /** A model that is asked for is looked at, and the next 128 rows begin there. */
  @Test
  void aLookInBetweenIsOneToo() {
    Training<Perceptron> training = fiftyUpdates(51);
    assertEquals(50, training.model().weight(0));
    training.epoch();
    assertSeen(178, 50, training.result());
  }
}
