package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import io.github.gradusml.data.Split;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.network.Network;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.tuning.CrossValidation;
import io.github.gradusml.tuning.CrossValidationResult;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Targets that are standardized for the training: predictions and scores are not. */
class OwnUnitsTest {
  private static final Split SPLIT = Split.random(Datasets.diabetes(), 0.8, 5);
  private static final Dataset TRAIN = SPLIT.train();
  private static final Dataset TEST = SPLIT.test();
  private static final Perceptron START = Perceptron.zeros(10, Activation.identity());
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.squaredError()).withEpochs(5).withoutLog();
  private static final Preparation BOTH =
      Preparation.standardizing().andThen(Preparation.standardizingTargets());

  private static final Standardizer SCALER = Standardizer.fit(TRAIN);
  private static final TargetStandardizer TARGETS = TargetStandardizer.fit(TRAIN);

  /** What the pipeline does, by hand. */
  private static Perceptron trained() {
    return TRAINER.fit(START, TARGETS.apply(SCALER.apply(TRAIN))).model();
  }

  private static final Pipeline<Perceptron> PIPELINE = Pipeline.fit(BOTH, TRAINER, START, TRAIN);

  @Test
  void predictionsAreThoseBroughtBackByHand() {
    double[] byHand = TARGETS.inverse(SCALER.apply(TEST).map(trained()::predict));
    assertArrayEquals(byHand, PIPELINE.predict(TEST));
    for (int i = 0; i < TEST.rows(); i++) {
      assertEquals(byHand[i], PIPELINE.scores(TEST).prediction(i));
      assertEquals(byHand[i], PIPELINE.predict(TEST.row(i)));
    }
  }

  @Test
  void scoresAreInTheTargetsOwnUnit() {
    double[] byHand = TARGETS.inverse(SCALER.apply(TEST).map(trained()::predict));
    double squares = 0;
    double sizes = 0;
    for (int i = 0; i < byHand.length; i++) {
      double error = byHand[i] - TEST.target(i);
      squares += error * error;
      sizes += Math.abs(error);
    }
    int n = byHand.length;
    // sums of 88 terms, and targets that were brought there and back by three roundings
    assertEquals(squares / n, PIPELINE.score(Metric.meanSquaredError(), TEST), 1e-12 * squares);
    assertEquals(sizes / n, PIPELINE.score(Metric.meanAbsoluteError(), TEST), 1e-12 * sizes);
    double inUnits = Metric.r2().of(trained(), TARGETS.apply(SCALER.apply(TEST)));
    assertEquals(inUnits, PIPELINE.score(Metric.r2(), TEST), 1e-12); // it has no unit
  }

  @Test
  void crossValidationScoresInTheTargetsOwnUnit() {
    CrossValidation folds = CrossValidation.kFold(4).withSeed(3).withPreparation(BOTH);
    CrossValidationResult result = folds.score(TRAINER, START, TRAIN, Metric.meanAbsoluteError());
    double ofMean = 0;
    for (double y : TRAIN.targets()) {
      ofMean += Math.abs(y - TARGETS.mean()) / TRAIN.rows();
    }
    // Better than the mean, whose error is 66 of a target from 25 to 346, and not by a factor of σ.
    assertTrue(result.mean() < ofMean && result.mean() > 0.5 * ofMean, result.mean() + "");
    Pipeline<Perceptron> refit = folds.fit(TRAINER, START, TRAIN);
    assertArrayEquals(PIPELINE.predict(TEST), refit.predict(TEST));
  }

  @Test
  void aPipelineOfPartsPredictsAsTheOneThatWasFitted() {
    Pipeline<Perceptron> parts = Pipeline.of(SCALER.andThen(TARGETS), trained(), TRAIN);
    assertArrayEquals(PIPELINE.predict(TEST), parts.predict(TEST));
    assertTrue(parts.training().isEmpty());
    assertEquals(TRAIN.rows(), PIPELINE.training().orElseThrow().rows());
    assertEquals(5, PIPELINE.training().orElseThrow().epochs());
  }

  @Test
  void validationRowsAreStandardizedByTheTrainingRows() {
    Pipeline<Perceptron> watched = Pipeline.fit(BOTH, TRAINER, START, TRAIN, TEST);
    double loss =
        Metric.meanLoss(Loss.squaredError()).of(trained(), TARGETS.apply(SCALER.apply(TEST)));
    TrainingSummary summary = watched.training().orElseThrow();
    // the same mean over the same rows, by another path to the net inputs
    assertEquals(loss, summary.history().last().validationLoss(), 1e-14);
    assertArrayEquals(PIPELINE.predict(TEST), watched.predict(TEST));
  }

  @Test
  void numbersAreNoClasses() {
    assertThrows(IllegalStateException.class, () -> PIPELINE.classify(TEST));
    assertThrows(IllegalStateException.class, () -> PIPELINE.probabilities(TEST));
    assertEquals(
        "calibration must be of classes, but targets are numbers that are standardized",
        Rejected.message(() -> PIPELINE.withCalibration(new Calibration(1, 0))));
    Network softmax = Network.of(10, Output.softmax(3)).zeros();
    assertEquals(
        "output must have one net input where targets are standardized, but has 3",
        Rejected.message(() -> Pipeline.of(SCALER.andThen(TARGETS), softmax, TRAIN)));
  }

  @Test
  void aCutIsInTheTargetsOwnUnitToo() {
    Pipeline<Perceptron> cut = PIPELINE.withCut(150);
    double[] predictions = cut.predict(TEST);
    int[] classes = cut.classify(TEST);
    for (int i = 0; i < classes.length; i++) {
      assertEquals(predictions[i] >= 150 ? 1 : 0, classes[i]);
    }
    assertEquals(150, cut.output().cut());
  }

  @Test
  void targetsInAHugeUnitDoNotStandInTheWayOfPredictions() {
    TargetStandardizer near = TargetStandardizer.of(1e300, 1e-300); // 0 is further than doubles go
    Pipeline<Perceptron> huge = Pipeline.of(near, START, TRAIN.withTargets(ofSize(1e300)));
    assertEquals(1e300, huge.predict(TRAIN.row(0)));
    assertEquals(1e300, huge.predict(TRAIN)[0]);
  }

  private static double[] ofSize(double size) {
    double[] y = new double[TRAIN.rows()];
    Arrays.fill(y, size);
    return y;
  }
}
