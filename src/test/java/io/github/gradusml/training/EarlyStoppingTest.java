package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import org.junit.jupiter.api.Test;

/**
 * Early stopping, on one row with x = 1 and y = 0. An optimizer sets the weight w of each epoch, so
 * that its training loss is w²/2; the validation row has y = 4 and the loss (w − 4)²/2.
 */
class EarlyStoppingTest {
  private static final Dataset VALIDATION = Cases.oneRow().withTargets(new double[] {4});

  @Test
  void trainingEndsAfterAsManyEpochsWithoutImprovementAsThePatienceLasts() {
    TrainingResult<Perceptron> result = onTraining(2, 5, 4, 3, 4, 4, 4, 4);
    assertEquals(StopReason.STOPPED_EARLY, result.stopReason());
    assertEquals(5, result.epochs(), "3 that improve and 2 that do not");
  }

  @Test
  void theBestWeightsAreKept() {
    assertEquals(3, onTraining(2, 5, 4, 3, 4, 4, 4, 4).model().weight(0));
  }

  @Test
  void theHistoryHasTheEpochsAfterTheBestAsWell() {
    double[] losses = onTraining(2, 5, 4, 3, 4, 6, 4, 4).history().losses();
    assertArrayEquals(new double[] {12.5, 8, 4.5, 8, 18}, losses);
  }

  @Test
  void anImprovementStartsThePatienceAnew() {
    TrainingResult<Perceptron> result = onTraining(2, 5, 6, 4, 6, 3, 6, 2);
    assertEquals(StopReason.EPOCHS_DONE, result.stopReason());
  }

  @Test
  void theSameLossIsNoImprovement() {
    assertEquals(3, onTraining(2, 5, 5, 5, 5).epochs());
  }

  @Test
  void theBestWeightsAreKeptAlsoWhereTheEpochsEndFirst() {
    TrainingResult<Perceptron> result = onTraining(3, 5, 3, 4, 4);
    assertEquals(StopReason.EPOCHS_DONE, result.stopReason());
    assertEquals(3, result.model().weight(0));
  }

  @Test
  void validationLossIsWatchedOnTheValidationRows() {
    // Nearer and nearer to 4, and away again; the training loss has its best at the start.
    TrainingResult<Perceptron> result =
        trainer(EarlyStopping.onValidationLoss(2), 1, 2, 3, 2, 1, 0)
            .fit(start(), Cases.oneRow(), VALIDATION);
    assertEquals(5, result.epochs());
    assertEquals(3, result.model().weight(0));
  }

  @Test
  void trainingLossIsWatchedAlsoWhereThereAreValidationRows() {
    TrainingResult<Perceptron> result =
        trainer(EarlyStopping.onTrainingLoss(2), 1, 2, 3, 4)
            .fit(start(), Cases.oneRow(), VALIDATION);
    assertEquals(1, result.model().weight(0));
  }

  @Test
  void anImprovementSmallerThanTheLeastDoesNotCount() {
    // Losses 8, 7.22, 6.48: each 0.7 better than the one before, and the second 1.5 than the first.
    EarlyStopping rule = EarlyStopping.onTrainingLoss(1).withLeastImprovement(1);
    assertEquals(2, trainer(rule, 4, 3.8, 3.6).fit(start(), Cases.oneRow()).epochs());
    EarlyStopping patient = EarlyStopping.onTrainingLoss(2).withLeastImprovement(1);
    assertEquals(3, trainer(patient, 4, 3.8, 3.6).fit(start(), Cases.oneRow()).epochs());
  }

  @Test
  void theTrainingLossThatIsWatchedIncludesThePenalty() {
    // Targets of 4: the loss alone improves, (w − 4)²/2 = 8, 2, 0; with 2·w² it does not.
    TrainingResult<Perceptron> result =
        trainer(EarlyStopping.onTrainingLoss(2), 0, 2, 4)
            .withRegularizer(Regularizer.l2(4))
            .fit(start(), VALIDATION);
    assertEquals(0, result.model().weight(0));
  }

  @Test
  void validationLossNeedsValidationRows() {
    Trainer trainer = trainer(EarlyStopping.onValidationLoss(1), 1);
    assertEquals(
        "early stopping on validation loss needs validation rows: fit(model, data, validation), or,"
            + " across folds, CrossValidation.withEarlyStoppingShare(0.2)",
        Rejected.message(() -> trainer.fit(start(), Cases.oneRow())));
  }

  @Test
  void anEpochHasToBeMeasuredToBeWatched() {
    Trainer trainer = trainer(EarlyStopping.onTrainingLoss(1), 1).withHistory(HistoryDetail.FINAL);
    assertEquals(
        "history must be EPOCH or UPDATE for early stopping and tolerance, which look at every"
            + " epoch, but was FINAL",
        Rejected.message(() -> trainer.fit(start(), Cases.oneRow())));
  }

  @Test
  void patienceIsAtLeastOne() {
    String expected = "patience must be at least 1, but was 0";
    assertEquals(expected, Rejected.message(() -> EarlyStopping.onTrainingLoss(0)));
    assertEquals(expected, Rejected.message(() -> EarlyStopping.onValidationLoss(0)));
  }

  @Test
  void theLeastImprovementIsFiniteAndNotNegative() {
    EarlyStopping rule = EarlyStopping.onTrainingLoss(1);
    assertEquals(
        "improvement must be finite and >= 0, but was NaN",
        Rejected.message(() -> rule.withLeastImprovement(Double.NaN)));
    assertEquals(
        "improvement must be finite and >= 0, but was -1.0",
        Rejected.message(() -> rule.withLeastImprovement(-1)));
  }

  private static TrainingResult<Perceptron> onTraining(int patience, double... weights) {
    return trainer(EarlyStopping.onTrainingLoss(patience), weights).fit(start(), Cases.oneRow());
  }

  private static Trainer trainer(EarlyStopping rule, double... weights) {
    return Trainer.minimizing(Loss.squaredError())
        .withUpdates(UpdateStrategy.batch())
        .withOptimizer(Cases.scripted(weights))
        .withEarlyStopping(rule)
        .withEpochs(weights.length);
  }

  private static Perceptron start() {
    return Perceptron.of(new double[] {10}, 0, Activation.identity());
  }
}
