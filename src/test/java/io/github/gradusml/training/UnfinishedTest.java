package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A training may be left before its end and gone on with, on other rows and with other checks. */
class UnfinishedTest {
  private static final Dataset ROWS = Cases.rows(Loss.squaredError(), 37, 3, 1);
  private static final Perceptron START = Perceptron.random(3, Activation.identity(), 2);

  /** Ten updates an epoch. */
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.squaredError())
          .withUpdates(UpdateStrategy.miniBatch(4))
          .withOptimizer(Optimizer.momentum(0.9))
          .withEpochs(3);

  private static final Perceptron SIGN = Perceptron.zeros(3, Activation.sign());

  @Test
  void beforeItsFirstUpdateItIsTheStart() {
    TrainingResult<Perceptron> result = TRAINER.begin(START, ROWS).result();
    assertArrayEquals(Cases.bits(START), Cases.bits(result.model()));
    assertEquals(StopReason.UNFINISHED, result.stopReason());
    assertEquals(0, result.epochs());
    assertEquals(0, result.updates());
    assertTrue(result.history().epochs().isEmpty());
    assertTrue(result.divergence().isEmpty());
    assertTrue(result.oscillation().isEmpty());
  }

  @Test
  void resumedBeforeItsFirstUpdateItIsTheWholeTraining() {
    TrainingResult<Perceptron> begun = TRAINER.begin(START, ROWS).result();
    assertArrayEquals(
        Cases.bits(TRAINER.fit(START, ROWS).model()),
        Cases.bits(TRAINER.resume(begun, ROWS).model()));
  }

  @Test
  void betweenTwoEpochsItIsResumedAsIfItHadNeverStopped() {
    Training<Perceptron> training = TRAINER.begin(START, ROWS);
    training.epoch();
    TrainingResult<Perceptron> result = training.result();
    assertEquals(StopReason.UNFINISHED, result.stopReason());
    assertEquals(1, result.history().epochs().size());
    assertArrayEquals(
        Cases.bits(TRAINER.fit(START, ROWS).model()),
        Cases.bits(TRAINER.withEpochs(2).resume(result, ROWS).model()));
  }

  @Test
  void inTheMidstOfAnEpochItIsUnfinishedAndGoesOnWithTheNext() {
    Training<Perceptron> training = TRAINER.begin(START, ROWS);
    for (int k = 0; k < 13; k++) {
      training.update();
    }
    TrainingResult<Perceptron> result = training.result();
    assertEquals(StopReason.UNFINISHED, result.stopReason());
    assertEquals(training.model(), result.model());
    assertEquals(2, result.epochs());
    assertEquals(13, result.updates());
    assertEquals(1, result.history().epochs().size());
    TrainingResult<Perceptron> more = TRAINER.withEpochs(1).resume(result, ROWS);
    assertEquals(StopReason.EPOCHS_DONE, more.stopReason());
    assertEquals(3, more.epochs());
    assertEquals(13 + 10, more.updates());
  }

  /** What the optimizer remembers is copied, so that the training may go on beside its result. */
  @Test
  void aResultIsLeftAsItWasWhenTheTrainingGoesOn() {
    Training<Perceptron> training = TRAINER.begin(START, ROWS);
    training.epoch();
    TrainingResult<Perceptron> result = training.result();
    Perceptron resumed = TRAINER.resume(result, ROWS).model();
    training.epoch();
    assertEquals(1, result.epochs());
    assertEquals(resumed, TRAINER.resume(result, ROWS).model());
  }

  private static Dataset ofOneClass() {
    Dataset rows = Cases.rows(Loss.hinge(), 40, 3, 1);
    return rows.select(IntStream.range(0, rows.rows()).filter(i -> rows.target(i) == 1).toArray());
  }

  @Test
  void rowsOfOneClassCanBeBegunWithAndNotFitted() {
    Trainer trainer = Trainer.minimizing(Loss.hinge()).withEpochs(1);
    Dataset one = ofOneClass();
    String message = Rejected.message(() -> trainer.fit(SIGN, one));
    assertEquals(
        "targets must hold both classes to be told apart with hinge, but all "
            + one.rows()
            + " are 1.0; take rows of both, as Split.stratified does, or, to go on with rows of one"
            + " class, use resume, or begin",
        message);
    Training<Perceptron> training = trainer.begin(SIGN, one);
    training.epoch();
    assertEquals(StopReason.EPOCHS_DONE, training.result().stopReason());
    assertTrue(training.model().bias() > 0);
  }

  /** Online learning: one row at a time, each of one class, from before the first. */
  @Test
  void rowsThatComeOneByOneAreLearntAsInOneEpochInOrder() {
    Dataset rows = Cases.rows(Loss.hinge(), 40, 3, 1);
    Trainer trainer =
        Trainer.minimizing(Loss.hinge())
            .withUpdates(UpdateStrategy.stochastic().withoutShuffling())
            .withLearningRate(LearningRate.inverseTime(0.1, 0.5))
            .withEpochs(1);
    TrainingResult<Perceptron> online = trainer.begin(SIGN, rows.select(0)).result();
    for (int i = 0; i < rows.rows(); i++) {
      online = trainer.resume(online, rows.select(i));
    }
    // The rate asks for the number of the update alone, which goes on from row to row.
    assertArrayEquals(Cases.bits(trainer.fit(SIGN, rows).model()), Cases.bits(online.model()));
    assertEquals(40, online.updates());
  }

  @ParameterizedTest
  @EnumSource(HistoryDetail.class)
  void aTrainingThatDivergedRefusesItsModelAndFurtherSteps(HistoryDetail detail) {
    Trainer trainer =
        TRAINER
            .withOptimizer(Cases.scripted(1, 2, Double.POSITIVE_INFINITY, 3))
            .withUpdates(UpdateStrategy.batch())
            .withHistory(detail)
            .withEpochs(4)
            .withoutLog();
    Training<Perceptron> training = trainer.begin(START, ROWS);
    training.update();
    training.update();
    assertEquals(2, training.model().weight(0));
    training.update();
    assertFalse(training.goesOn());
    TrainingDivergedException e = assertThrows(TrainingDivergedException.class, training::model);
    assertEquals(3, e.divergence().update());
    assertEquals(3, e.divergence().epoch());
    assertEquals("a weight became Infinity", e.divergence().symptom());
    assertThrows(IllegalStateException.class, training::update);
    TrainingResult<Perceptron> result = training.result();
    assertEquals(StopReason.DIVERGED, result.stopReason());
    assertEquals(e.divergence(), result.divergence().orElseThrow());
    assertEquals(2, result.lastFiniteModel().weight(0));
  }

  /** Ten updates of 4 rows are too few for a look of its own. */
  @Test
  void askingForTheModelIsALookAtTheWeights() {
    Trainer trainer =
        TRAINER.withOptimizer(Cases.scripted(1, 2, Double.NaN, 4)).withEpochs(1).withoutLog();
    Training<Perceptron> training = trainer.begin(START, ROWS);
    training.update();
    training.update();
    assertEquals(2, training.model().weight(0));
    training.update();
    assertTrue(training.goesOn());
    assertThrows(TrainingDivergedException.class, training::model);
    assertFalse(training.goesOn());
    assertEquals(3, training.result().divergence().orElseThrow().update());
    assertEquals(2, training.result().lastFiniteModel().weight(0));
  }

  @Test
  void aResumedTrainingIsMeasuredOnValidationRows() {
    Dataset validation = Cases.rows(Loss.squaredError(), 11, 3, 2);
    TrainingResult<Perceptron> first = TRAINER.fit(START, ROWS, validation);
    double[] whole =
        TRAINER
            .withEpochs(5)
            .fit(START, ROWS, validation)
            .history()
            .each(EpochRecord::validationLoss);
    double[] resumed =
        TRAINER
            .withEpochs(2)
            .resume(first, ROWS, validation)
            .history()
            .each(EpochRecord::validationLoss);
    assertArrayEquals(Arrays.copyOfRange(whole, 3, 5), resumed);
    assertTrue(
        Double.isNaN(TRAINER.resume(first, ROWS).history().last().validationLoss()), "none there");
  }

  /** Weights 1, 2, 3 … of a loss w²/2: the first epoch of the resumed training is its best. */
  @Test
  void aResumedTrainingStopsEarlyOnValidationRows() {
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withOptimizer(Cases.scripted(5, 4, 1, 2, 3, 4, 5, 6))
            .withEarlyStopping(EarlyStopping.onValidationLoss(2))
            .withEpochs(2);
    Perceptron zeros = Perceptron.zeros(1, Activation.identity());
    Dataset row = Cases.oneRow();
    TrainingResult<Perceptron> first = trainer.fit(zeros, row, row);
    TrainingResult<Perceptron> more = trainer.withEpochs(6).resume(first, row, row);
    assertEquals(StopReason.STOPPED_EARLY, more.stopReason());
    assertEquals(2 + 3, more.epochs());
    assertEquals(1, more.model().weight(0));
    assertArrayEquals(new double[] {0.5, 2, 4.5}, more.history().each(EpochRecord::validationLoss));
    assertEquals(
        "early stopping on validation loss needs validation rows: fit(model, data, validation),"
            + " or, across folds, CrossValidation.withEarlyStoppingShare(0.2)",
        Rejected.message(() -> trainer.resume(first, row)));
  }

  @Test
  void validationRowsOfAnotherWidthAreRejectedBeforeResuming() {
    TrainingResult<Perceptron> first = TRAINER.fit(START, ROWS);
    Dataset wider = Cases.rows(Loss.squaredError(), 5, 4, 1);
    assertEquals(
        "validation must have 3 features, as the model has, but has 4",
        Rejected.message(() -> TRAINER.resume(first, ROWS, wider)));
  }

  @Test
  void aResultAskedForRightAfterTheWeightsExplodedSaysSo() {
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.stochastic())
            .withLearningRate(LearningRate.constant(1e200))
            .withoutLog();
    Dataset rows = Dataset.of(new double[][] {{1}, {2}}, new double[] {1, 2});
    Training<Perceptron> training = trainer.begin(Perceptron.zeros(1, Activation.identity()), rows);
    training.update();
    TrainingResult<Perceptron> result = training.result();
    assertEquals(StopReason.DIVERGED, result.stopReason());
    assertEquals(0, result.lastFiniteModel().weight(0));
  }
}
