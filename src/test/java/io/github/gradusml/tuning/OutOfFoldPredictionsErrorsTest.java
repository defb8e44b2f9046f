package io.github.gradusml.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.network.Network;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.EarlyStopping;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import org.junit.jupiter.api.Test;

class OutOfFoldPredictionsErrorsTest {
  private static final Dataset IRIS = Datasets.iris();
  private static final Dataset CANCER = Datasets.breastCancer();
  private static final Network SOFTMAX = Network.of(4, Output.softmax(3)).zeros();
  private static final Perceptron SIGMOID = Perceptron.zeros(30, Activation.sigmoid());
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.crossEntropy())
          .withLearningRate(LearningRate.constant(0.1))
          .withEpochs(5);
  private static final Trainer LEAST_SQUARES =
      Trainer.minimizing(Loss.squaredError())
          .withUpdates(UpdateStrategy.batch())
          .withLearningRate(LearningRate.constant(0.2))
          .withEpochs(20);
  private static final CrossValidation FIVE = CrossValidation.stratified(5).withSeed(42);

  @Test
  void repetitionsAreRefused() {
    assertEquals(
        "repetitions must be 1 for one prediction a row, but was 3: a mean over them would be that"
            + " of many models, and better than one of them; take other seeds one by one",
        Rejected.message(() -> FIVE.withRepetitions(3).predict(TRAINER, SOFTMAX, IRIS)));
  }

  @Test
  void aFoldThatFailsIsNamed() {
    Trainer impatient = TRAINER.withEarlyStopping(EarlyStopping.onValidationLoss(2));
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> FIVE.predict(impatient, SOFTMAX, IRIS));
    assertTrue(
        failure.getMessage().startsWith("fold 1 of 5: early stopping on validation loss needs"),
        failure.getMessage());
  }

  @Test
  void aFoldThatDivergesIsNamed() {
    Trainer wild = LEAST_SQUARES.withLearningRate(LearningRate.constant(1e9));
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () ->
                CrossValidation.kFold(3)
                    .predict(
                        wild, Perceptron.zeros(10, Activation.identity()), Datasets.diabetes()));
    assertTrue(
        failure.getMessage().startsWith("fold 1 of 3: training diverged"), failure.getMessage());
  }

  @Test
  void aTargetThatIsNoClassIsNamedByItsRowInTheData() {
    double[] targets = IRIS.targets();
    targets[120] = 3;
    String message =
        Rejected.message(() -> FIVE.predict(TRAINER, SOFTMAX, IRIS.withTargets(targets)));
    assertTrue(message.startsWith("target of row 120 must be "), message);
  }

  @Test
  void targetsInAUnitOfEachFoldAreRefused() {
    Preparation ofTargets = train -> TargetStandardizer.fit(train)::apply;
    String message =
        Rejected.message(
            () ->
                CrossValidation.kFold(3)
                    .withPreparation(ofTargets)
                    .predict(
                        LEAST_SQUARES.withLearningRate(LearningRate.constant(1e-6)),
                        Perceptron.zeros(10, Activation.identity()),
                        Datasets.diabetes()));
    assertTrue(
        message.startsWith(
            "preparation must do the same to targets in every fold, or predictions of different"
                + " folds have different units, but made targets [25.0, 346.0] into "),
        message);
    assertTrue(message.endsWith("; prepare features alone, or go through folds(data) by hand"));
  }

  @Test
  void targetsConvertedInEveryFoldAlikeAreThoseOfTheScores() {
    Dataset signs = CANCER.withTargets(-1, 1);
    Preparation toZeroAndOne =
        train -> {
          Standardizer scaler = Standardizer.fit(train);
          return rows -> scaler.apply(rows).withTargets(0, 1);
        };
    OutOfFoldPredictions predictions =
        FIVE.withPreparation(toZeroAndOne).predict(TRAINER, SIGMOID, signs);
    assertEquals(
        FIVE.predict(TRAINER, SIGMOID, CANCER).score(Metric.logLoss()),
        predictions.score(Metric.logLoss()));
  }

  /**
   * The fold that holds out the only 2 is trained on two kinds of targets, and cuts; others not.
   */
  @Test
  void whereFoldsCutDifferentlyAllAreCutAsOneTrainedOnAllRowsWould() {
    Dataset counts = Dataset.of(new double[6][1], new double[] {0, 1, 0, 1, 0, 2});
    OutOfFoldPredictions predictions =
        CrossValidation.leaveOneOut()
            .predict(LEAST_SQUARES, Perceptron.zeros(1, Activation.identity()), counts);
    assertTrue(predictions.score(Metric.meanSquaredError()) > 0);
    String message =
        assertThrows(IllegalStateException.class, () -> predictions.classify(5)).getMessage();
    assertTrue(message.startsWith("model must be trained on targets of two kinds"), message);
  }

  @Test
  void whoAsksForTheWeightsOfTheModelIsToldThatThereAreMany() {
    OutOfFoldPredictions predictions = FIVE.predict(TRAINER, SOFTMAX, IRIS);
    Metric size = Metric.of("size", false, scores -> scores.model().parameters()[0]);
    assertEquals(
        "scores must be of one model to look at its weights, but are of net inputs alone, as where"
            + " each fold has a model of its own",
        assertThrows(IllegalStateException.class, () -> predictions.score(size)).getMessage());
  }
}
