package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.metric.Scores;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the history's numbers mean, on two rows that can be worked out by hand. */
class HistoryTest {
  /** A few roundings of numbers around 1. */
  private static final double ROUNDING = 1e-14;

  private static final Dataset TWO = Dataset.of(new double[][] {{1}, {2}}, new double[] {1, 3});
  private static final Perceptron START = Perceptron.zeros(1, Activation.identity());

  /**
   * Rate 0.1 and L2 with α = 0.1, row by row in order: row 1 has ŷ = 0 and error −1, which makes w
   * = 0.1 and b = 0.1. Row 2 has ŷ = 0.3 and error −2.7; ∇w = −5.4 + 0.01, which makes w = 0.639
   * and b = 0.37. With these weights the errors are 0.009 and −1.352.
   */
  private static Trainer trainer() {
    return Trainer.minimizing(Loss.squaredError())
        .withUpdates(UpdateStrategy.stochastic().withoutShuffling())
        .withRegularizer(Regularizer.l2(0.1))
        .withLearningRate(LearningRate.constant(0.1))
        .withEpochs(1);
  }

  private static EpochRecord record(Trainer trainer) {
    return trainer.fit(START, TWO).history().last();
  }

  @Test
  void dataLossIsThatOfTheWeightsAtTheEndOfTheEpochWithoutThePenalty() {
    double expected = (0.5 * 0.009 * 0.009 + 0.5 * 1.352 * 1.352) / 2;
    assertEquals(expected, record(trainer()).dataLoss(), ROUNDING);
  }

  @Test
  void penaltyIsThatOfTheSameWeightsAndLeavesTheBiasOut() {
    assertEquals(0.1 / 2 * 0.639 * 0.639, record(trainer()).penalty(), ROUNDING);
  }

  @Test
  void objectiveIsTheirSum() {
    EpochRecord record = record(trainer());
    assertEquals(record.dataLoss() + record.penalty(), record.objective());
  }

  @Test
  void runningLossIsTheMeanOfTheLossesBeforeEachUpdate() {
    assertEquals((0.5 * 1 + 0.5 * 2.7 * 2.7) / 2, record(trainer()).runningLoss(), ROUNDING);
  }

  @Test
  void runningLossWeighsEveryRowTheSameAlsoInAShortBatch() {
    Dataset three = Dataset.of(new double[][] {{0}, {0}, {0}}, new double[] {1, 2, 3});
    Trainer trainer =
        trainer()
            .withUpdates(UpdateStrategy.miniBatch(2).withoutShuffling())
            .withRegularizer(Regularizer.none());
    // ŷ = 0 for two rows: losses ½ and 2. Then b = 0.15, and the third row's error is −2.85.
    double expected = (0.5 + 2 + 0.5 * 2.85 * 2.85) / 3;
    double actual = trainer.fit(START, three).history().last().runningLoss();
    assertEquals(expected, actual, ROUNDING);
  }

  @Test
  void whereNothingIsRecordedTheWeightsAreTheSame() {
    TrainingResult<Perceptron> result =
        trainer().withEpochs(5).withHistory(HistoryDetail.NONE).fit(START, TWO);
    assertTrue(result.history().epochs().isEmpty());
    Perceptron recorded = trainer().withEpochs(5).fit(START, TWO).model();
    assertArrayEquals(recorded.parameters(), result.model().parameters());
  }

  @Test
  void runningLossIsThatOfTheLastEpochAlone() {
    for (HistoryDetail detail : EnumSet.complementOf(EnumSet.of(HistoryDetail.NONE))) {
      Perceptron afterThree = trainer().withEpochs(3).fit(START, TWO).model();
      double expected = trainer().fit(afterThree, TWO).history().last().runningLoss();
      double actual = record(trainer().withEpochs(4).withHistory(detail)).runningLoss();
      assertEquals(expected, actual, ROUNDING, detail.toString());
    }
  }

  @Test
  void gradientNormIsThatOfTheObjectiveOverAllRows() {
    double slope = (0.009 * 1 - 1.352 * 2) / 2 + 0.1 * 0.639;
    double biasSlope = (0.009 - 1.352) / 2;
    assertEquals(Math.hypot(slope, biasSlope), record(trainer()).gradientNorm(), ROUNDING);
  }

  @Test
  void learningRateIsThatOfTheLastUpdate() {
    Trainer falling = trainer().withLearningRate((update, epoch) -> 0.1 / (1 + update));
    assertEquals(0.1 / 2, record(falling).learningRate());
  }

  @Test
  void theScheduleSeesUpdatesFromZeroAndEpochsAsAFraction() {
    Set<String> seen = new LinkedHashSet<>();
    Trainer watching =
        trainer()
            .withEpochs(2)
            .withLearningRate(
                (update, epoch) -> {
                  seen.add(update + " at " + epoch);
                  return 0.1;
                });
    watching.fit(START, TWO);
    assertEquals(List.of("0 at 0.0", "1 at 0.5", "2 at 1.0", "3 at 1.5"), List.copyOf(seen));
  }

  @Test
  void updatesAndEpochsAreCountedFromOne() {
    List<EpochRecord> epochs = trainer().withEpochs(3).fit(START, TWO).history().epochs();
    assertEquals(List.of(1, 2, 3), epochs.stream().map(EpochRecord::epoch).toList());
    assertEquals(List.of(2L, 4L, 6L), epochs.stream().map(EpochRecord::updates).toList());
  }

  @Test
  void validationLossIsThatOfTheValidationRowsAndNaNWithoutAny() {
    Dataset validation = Dataset.of(new double[][] {{3}}, new double[] {1});
    EpochRecord record = trainer().fit(START, TWO, validation).history().last();
    double error = 0.639 * 3 + 0.37 - 1;
    assertEquals(0.5 * error * error, record.validationLoss(), ROUNDING);
    assertEquals(Double.NaN, record(trainer()).validationLoss());
  }

  @Test
  void metricsAreOfTheValidationRowsOrElseOfTheTrainingRows() {
    Trainer measuring =
        trainer()
            .withMetric(Metric.of("mse", false, Metric.meanSquaredError()::of))
            .withMetric(Metric.of("rows", true, Scores::rows));
    EpochRecord record = record(measuring);
    assertEquals((0.009 * 0.009 + 1.352 * 1.352) / 2, record.metrics().get("mse"), ROUNDING);
    assertEquals(List.of("mse", "rows"), List.copyOf(record.metrics().keySet()));
    Dataset validation = Dataset.of(new double[][] {{3}}, new double[] {1});
    EpochRecord validated = measuring.fit(START, TWO, validation).history().last();
    assertEquals(1, validated.metrics().get("rows"));
  }

  @Test
  void updatesAreRecordedOnRequest() {
    assertEquals(List.of(), trainer().fit(START, TWO).history().updates());
    TrainingHistory history = trainer().withHistory(HistoryDetail.UPDATE).fit(START, TWO).history();
    UpdateRecord second = history.updates().get(1);
    assertEquals(2, history.updates().size());
    assertEquals(new UpdateRecord(2, 1, 0.1, second.batchLoss(), second.gradientNorm()), second);
    assertEquals(0.5 * 2.7 * 2.7, second.batchLoss(), ROUNDING);
    assertEquals(Math.hypot(-5.4 + 0.01, -2.7), second.gradientNorm(), ROUNDING);
  }

  @Test
  void finalRecordsTheLastEpochAlone() {
    TrainingHistory all = trainer().withEpochs(5).fit(START, TWO).history();
    TrainingHistory last =
        trainer().withEpochs(5).withHistory(HistoryDetail.FINAL).fit(START, TWO).history();
    assertEquals(1, last.epochs().size());
    assertEquals(5, last.last().epoch());
    assertArrayEquals(new double[] {all.losses()[4]}, last.losses());
  }

  @Test
  void aHistoryCannotBeChanged() {
    TrainingHistory history =
        trainer().withMetric(Metric.of("one", true, scores -> 1)).fit(START, TWO).history();
    EpochRecord record = history.last();
    assertThrows(UnsupportedOperationException.class, () -> history.epochs().clear());
    assertThrows(UnsupportedOperationException.class, () -> record.metrics().clear());
  }

  @Test
  void timeDoesNotRunBackwards() {
    double[] seconds = trainer().withEpochs(5).fit(START, TWO).history().each(EpochRecord::seconds);
    for (int k = 1; k < seconds.length; k++) {
      assertTrue(seconds[k] >= seconds[k - 1]);
    }
  }
}
