package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.rate.Schedule;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A training asks its schedule before every update, by both clocks, and believes nothing blindly.
 */
class RatesInTrainingTest {
  /** 10 rows, so that batches of 3 make 4 updates an epoch. */
  private static final Dataset ROWS = Cases.rows(Loss.squaredError(), 10, 2, 1);

  private static final int EPOCHS = 6;
  private static final int UPDATES_PER_EPOCH = 4;

  @Test
  void aScheduleIsAskedAtEveryUpdate() {
    assertRates(LearningRate.exponential(0.01, 0.5, 3));
  }

  @Test
  void aScheduleByEpochsMovesWithEveryUpdateToo() {
    assertRates(LearningRate.warmRestarts(0.01, 0, 1, 2).perEpoch());
  }

  @Test
  void aLambdaOfBothClocksIsAskedWithBoth() {
    assertRates((update, epoch) -> 1e-3 * update + 1e-4 * epoch);
  }

  private static void assertRates(LearningRate rate) {
    double[] used =
        fit(rate).history().updates().stream().mapToDouble(UpdateRecord::learningRate).toArray();
    assertArrayEquals(rate.table(EPOCHS, UPDATES_PER_EPOCH), used);
  }

  @Test
  void aRateOfZeroStandsStill() {
    Perceptron still = fit((update, epoch) -> 0).model();
    assertArrayEquals(new double[3], still.parameters());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -0.1, Double.POSITIVE_INFINITY})
  void aRateThatIsNoneEndsTrainingWithAnErrorThatNamesTheUpdate(double wrong) {
    Schedule broken =
        new Schedule() {
          @Override
          public double at(double time) {
            return time == 6 ? wrong : 0.01;
          }

          @Override
          public String toString() {
            return "my schedule";
          }
        };
    assertEquals(
        "learningRate must be finite and >= 0, but my schedule gave "
            + wrong
            + " for update 6 (epoch 1.5)",
        Rejected.message(() -> fit(broken)));
  }

  @Test
  void aPlateauIsSeenOnTheObjective() {
    // 0 from the start: no epoch improves on the first, and every second one reduces.
    Dataset nothing = ROWS.withTargets(new double[10]);
    LearningRate rate = LearningRate.reduceOnPlateau(LearningRate.constant(0.8), 0.5, 2);
    TrainingHistory history = trainer(rate).fit(zeros(), nothing).history();
    assertArrayEquals(
        new double[] {0.8, 0.8, 0.8, 0.4, 0.4, 0.2}, history.each(EpochRecord::learningRate));
  }

  @Test
  void aPlateauIsSeenOnTheValidationLossWhereThereIsOne() {
    LearningRate rate = LearningRate.reduceOnPlateau(LearningRate.constant(0.1), 0.5, 1);
    // What is learned about the rows makes the predictions of their opposites worse.
    double[] opposite = Arrays.stream(ROWS.targets()).map(y -> -y).toArray();
    TrainingHistory history =
        trainer(rate).fit(zeros(), ROWS, ROWS.withTargets(opposite)).history();
    double[] losses = history.each(EpochRecord::validationLoss);
    assertTrue(losses[1] > losses[0] && losses[2] > losses[0], Arrays.toString(losses));
    assertArrayEquals(
        new double[] {0.1, 0.1, 0.05}, Arrays.copyOf(history.each(EpochRecord::learningRate), 3));
  }

  @Test
  void aTrainerMayBeUsedAgainWithARateThatReacts() {
    Trainer trainer = trainer(LearningRate.reduceOnPlateau(LearningRate.constant(0.1), 0.5, 1));
    Perceptron first = trainer.fit(zeros(), ROWS).model();
    assertArrayEquals(Cases.bits(first), Cases.bits(trainer.fit(zeros(), ROWS).model()));
  }

  @Test
  void aRateThatReactsNeedsToSeeEveryEpoch() {
    LearningRate rate = LearningRate.reduceOnPlateau(LearningRate.constant(0.1), 0.5, 1);
    Trainer blind = trainer(rate).withHistory(HistoryDetail.FINAL);
    assertEquals(
        "history must be EPOCH or UPDATE for a learning rate that looks at every epoch,"
            + " constant(0.1) reduced by 0.5 on a plateau of 1, but was FINAL",
        Rejected.message(() -> blind.fit(zeros(), ROWS)));
  }

  private static TrainingResult<Perceptron> fit(LearningRate rate) {
    return trainer(rate).fit(zeros(), ROWS);
  }

  private static Trainer trainer(LearningRate rate) {
    return Trainer.minimizing(Loss.squaredError())
        .withUpdates(UpdateStrategy.miniBatch(3))
        .withLearningRate(rate)
        .withEpochs(EPOCHS)
        .withHistory(HistoryDetail.UPDATE);
  }

  private static Perceptron zeros() {
    return Perceptron.zeros(2, Activation.identity());
  }
}
