package io.github.gradusml.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.EarlyStopping;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
  private static final Dataset CANCER = Datasets.breastCancer();
  private static final Perceptron START = Perceptron.zeros(30, Activation.sigmoid());
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.crossEntropy())
          .withLearningRate(LearningRate.constant(0.1))
          .withEpochs(5);

  @Test
  void scoresEqualThoseOfAHandWrittenLoop() {
    CrossValidation validation = CrossValidation.stratified(5).withSeed(42).withRepetitions(2);
    List<Double> heldOut = new ArrayList<>();
    List<Double> trainedOn = new ArrayList<>();
    for (Split fold : validation.folds(CANCER)) {
      Standardizer scaler = Standardizer.fit(fold.train());
      Perceptron model = TRAINER.fit(START, scaler.apply(fold.train())).model();
      heldOut.add(Metric.logLoss().of(model, scaler.apply(fold.test())));
      trainedOn.add(Metric.logLoss().of(model, scaler.apply(fold.train())));
    }
    CrossValidationResult result = validation.score(TRAINER, START, CANCER, Metric.logLoss());
    assertEquals(heldOut, result.validation());
    assertEquals(trainedOn, result.training());
  }

  @Test
  void leavingOneOutOfLeastSquaresGivesItsClosedForm() {
    // The error of least squares without row i, on row i, is eᵢ/(1 − hᵢᵢ) with H the hat matrix (D.
    // M.
    // Allen, The relationship between variable selection and data augmentation, 1974).
    double[][] x = new double[20][2];
    double[] y = new double[20];
    Well19937c random = new Well19937c(1);
    for (int i = 0; i < 20; i++) {
      x[i] = new double[] {random.nextGaussian(), random.nextGaussian()};
      y[i] = 1 + 2 * x[i][0] - x[i][1] + random.nextGaussian();
    }
    OLSMultipleLinearRegression leastSquares = new OLSMultipleLinearRegression();
    leastSquares.newSampleData(y, x);
    RealMatrix hat = leastSquares.calculateHat();
    double[] residuals = leastSquares.estimateResiduals();
    double sum = 0;
    for (int i = 0; i < 20; i++) {
      sum += Math.pow(residuals[i] / (1 - hat.getEntry(i, i)), 2);
    }
    Trainer toTheMinimum =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(LearningRate.constant(0.5))
            .withTolerance(1e-12)
            .withEpochs(10_000);
    CrossValidationResult result =
        CrossValidation.leaveOneOut()
            .withPreparation(Preparation.none())
            .score(
                toTheMinimum,
                Perceptron.zeros(2, Activation.identity()),
                Dataset.of(x, y),
                Metric.meanSquaredError());
    // Weights are within 1e-12 over the smallest curvature, about 0.5, of the minimum.
    assertEquals(sum / 20, result.mean(), 1e-10);
  }

  @Test
  void earlyStoppingLooksAtAShareOfTheTrainingRowsOnly() {
    Trainer patient = TRAINER.withEarlyStopping(EarlyStopping.onValidationLoss(2)).withEpochs(30);
    CrossValidation validation =
        CrossValidation.stratified(3).withSeed(9).withEarlyStoppingShare(0.25);
    List<Double> expected = new ArrayList<>();
    for (Split fold : validation.folds(CANCER)) {
      Split inner = Split.stratified(fold.train(), 0.75, 9);
      Standardizer scaler = Standardizer.fit(inner.train());
      Perceptron model =
          patient.fit(START, scaler.apply(inner.train()), scaler.apply(inner.test())).model();
      expected.add(Metric.logLoss().of(model, scaler.apply(fold.test())));
    }
    assertEquals(expected, validation.score(patient, START, CANCER, Metric.logLoss()).validation());
  }

  @Test
  void aFoldThatFailsIsNamed() {
    Trainer impatient = TRAINER.withEarlyStopping(EarlyStopping.onValidationLoss(2));
    CrossValidation validation = CrossValidation.kFold(3).withRepetitions(2);
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () -> validation.score(impatient, START, CANCER, Metric.logLoss()));
    assertEquals(
        "fold 1 of 3 in repetition 1: early stopping on validation loss needs validation rows:"
            + " fit(model, data, validation),"
            + " or, across folds, CrossValidation.withEarlyStoppingShare(0.2)",
        failure.getMessage());
  }

  @Test
  void aTargetThatTheLossDoesNotTakeIsNamedByItsRowInTheDataBeforeAnythingRuns() {
    double[] targets = CANCER.targets();
    targets[300] = 2;
    Dataset data = CANCER.withTargets(targets);
    CrossValidation validation = CrossValidation.kFold(3);
    String message = Rejected.message(() -> TRAINER.fit(START, data));
    assertTrue(message.startsWith("target of row 300 must be in [0, 1]"), message);
    assertEquals(
        message, Rejected.message(() -> validation.score(TRAINER, START, data, Metric.logLoss())));
    assertEquals(
        message,
        Rejected.message(
            () ->
                GridSearch.of(TRAINER, validation, Metric.logLoss())
                    .with("epochs", Values.of(1), Trainer::withEpochs)
                    .run(START, data)));
    assertEquals(
        message,
        Rejected.message(
            () -> LearningCurve.of(TRAINER, validation, Metric.logLoss()).run(START, data)));
  }

  @Test
  void aPreparationOfOnesOwnMayConvertTargets() {
    Dataset signs = CANCER.withTargets(-1, 1);
    Preparation toZeroAndOne =
        train -> {
          Standardizer scaler = Standardizer.fit(train);
          return rows -> scaler.apply(rows).withTargets(0, 1);
        };
    CrossValidation validation = CrossValidation.stratified(3).withSeed(1);
    assertEquals(
        validation.score(TRAINER, START, CANCER, Metric.logLoss()).validation(),
        validation
            .withPreparation(toZeroAndOne)
            .score(TRAINER, START, signs, Metric.logLoss())
            .validation());
  }

  @Test
  void aScoreThatIsNotANumberFails() {
    Metric broken = Metric.of("broken", false, scores -> Double.NaN);
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () -> CrossValidation.kFold(3).score(TRAINER, START, CANCER, broken));
    assertEquals("fold 1 of 3: broken must be finite, but was NaN", failure.getMessage());
  }

  @Test
  void meanAndStandardErrorAreThoseByHand() {
    // Mean 3; deviations −2, −1, 1, 2: variance 10/3; four folds: √(10/3)/2.
    CrossValidationResult once =
        new CrossValidationResult(
            Metric.logLoss(), List.of(1.0, 2.0, 4.0, 5.0), List.of(0.0, 0.0, 0.0, 4.0), 4);
    assertEquals(3, once.mean());
    assertEquals(Math.sqrt(10.0 / 3), once.standardDeviation(), 1e-15); // one rounding
    assertEquals(Math.sqrt(10.0 / 3) / 2, once.standardError(), 1e-15);
    assertEquals(1, once.trainingMean());
    assertEquals(1, once.trainingStandardError());
  }

  @Test
  void repetitionsDoNotNarrowTheStandardError() {
    CrossValidationResult twice =
        new CrossValidationResult(
            Metric.logLoss(), List.of(1.0, 5.0, 2.0, 4.0), List.of(0.0, 0.0, 0.0, 0.0), 2);
    assertEquals(Math.sqrt(10.0 / 3) / Math.sqrt(2), twice.standardError(), 1e-15); // one rounding
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    CrossValidation validation = CrossValidation.stratified(5).withRepetitions(2);
    CrossValidationResult one =
        validation.withThreads(1).score(TRAINER, START, CANCER, Metric.logLoss());
    for (int threads : new int[] {2, 3, 16}) {
      assertEquals(
          one, validation.withThreads(threads).score(TRAINER, START, CANCER, Metric.logLoss()));
    }
  }

  @Test
  void settingsAreSaid() {
    assertEquals(
        "CrossValidation(5 folds, stratified, 3 repetitions, seed: 42, preparation: standardizing,"
            + " early stopping share: 0.2)",
        CrossValidation.stratified(5)
            .withRepetitions(3)
            .withSeed(42)
            .withEarlyStoppingShare(0.2)
            .toString());
    assertEquals(
        "CrossValidation(leave one out, preparation: none)",
        CrossValidation.leaveOneOut().withPreparation(Preparation.none()).toString());
  }
}
