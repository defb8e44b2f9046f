package io.github.gradusml.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.rows.Start;
import io.github.gradusml.text.CountVectorizer;
import io.github.gradusml.text.HashingVectorizer;
import io.github.gradusml.text.Vocabulary;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A vocabulary is fitted inside each fold, and a model made as wide as it turns out to be. */
class TextsInFoldsTest {
  private static final int ROWS = 40;
  private static final Dataset TEXTS = texts();
  private static final Preparation COUNTING = Preparation.counting(CountVectorizer.standard());
  private static final CrossValidation FOLDS = CrossValidation.kFold(5).withSeed(1);
  private static final Start<Perceptron> START =
      features -> Perceptron.zeros(features, Activation.sigmoid());
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.crossEntropy())
          .withUpdates(UpdateStrategy.miniBatch(8))
          .withLearningRate(LearningRate.constant(0.5))
          .withEpochs(10)
          .withoutLog();

  /** Row i has a word of its own, {@code onlyi}, and words that its class has more often. */
  private static Dataset texts() {
    Random random = new Random(1);
    List<String> texts = new ArrayList<>();
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      y[i] = i % 2;
      StringBuilder text = new StringBuilder("only" + i);
      for (int k = 0; k < 8; k++) {
        text.append(" w").append(random.nextInt(10) + (random.nextInt(3) == 0 ? 0 : 10 * i % 20));
      }
      texts.add(text.toString());
    }
    return Dataset.of(Rows.texts(texts), y);
  }

  @Test
  void aWordOnlyInTheHeldOutFoldIsNoFeature() {
    List<Vocabulary> fitted = Collections.synchronizedList(new ArrayList<>());
    Preparation spy =
        train -> {
          FittedPreparation vocabulary = COUNTING.fit(train);
          fitted.add((Vocabulary) vocabulary);
          return vocabulary;
        };
    CrossValidation folds = FOLDS.withPreparation(spy).withThreads(1);
    folds.score(TRAINER, START, TEXTS, Metric.accuracy());
    assertEquals(5, fitted.size());
    for (int fold = 0; fold < 5; fold++) {
      List<String> words = fitted.get(fold).words();
      for (int row : folds.folds(TEXTS).heldOut(fold)) {
        assertFalse(words.contains("only" + row));
      }
      for (int row : folds.folds(TEXTS).trainedOn(fold)) {
        assertTrue(words.contains("only" + row));
      }
    }
  }

  @Test
  void aScoreIsThatOfFoldsThatAreFittedByHand() {
    CrossValidation folds = FOLDS.withPreparation(COUNTING);
    CrossValidationResult result = folds.score(TRAINER, START, TEXTS, Metric.logLoss());
    double sum = 0;
    for (int fold = 0; fold < 5; fold++) {
      Dataset train = folds.folds(TEXTS).split(fold).train();
      Vocabulary vocabulary = CountVectorizer.standard().fit(train);
      Perceptron model =
          TRAINER.fit(START.forColumns(vocabulary.words().size()), vocabulary.apply(train)).model();
      Dataset heldOut = vocabulary.apply(folds.folds(TEXTS).split(fold).test());
      sum += Metric.logLoss().of(model, heldOut);
    }
    assertEquals(sum / 5, result.mean(), 1e-15); // five numbers near ½ are added up
  }

  @Test
  void predictionsFitsSearchesAndCurvesTakeTextsToo() {
    CrossValidation folds = FOLDS.withPreparation(COUNTING);
    OutOfFoldPredictions predictions = folds.predict(TRAINER, START, TEXTS);
    assertTrue(predictions.score(Metric.accuracy()) > 0.7);
    Pipeline<Perceptron> pipeline = folds.fit(TRAINER, START, TEXTS);
    assertEquals(
        Pipeline.fit(COUNTING, TRAINER, START, TEXTS).predict("w1 w12"),
        pipeline.predict("w1 w12"));
    SearchResult<Perceptron> found =
        GridSearch.of(TRAINER, folds, Metric.logLoss())
            .with(
                "alpha",
                Values.of(1.0, 0.001),
                (t, alpha) -> t.withRegularizer(Regularizer.l2(alpha)))
            .run(START, TEXTS);
    assertEquals(0.001, found.best().settings().get("alpha"));
    assertEquals(pipeline.featureNames(), found.refit().featureNames());
    assertEquals(
        2,
        LearningCurve.of(TRAINER, folds, Metric.accuracy())
            .withShares(0.5, 1)
            .run(START, TEXTS)
            .points()
            .size());
  }

  @Test
  void calibrationAndEarlyStoppingFitVocabulariesOfTheirOwn() {
    CrossValidation folds = FOLDS.withPreparation(COUNTING);
    assertTrue(
        folds.withEarlyStoppingShare(0.2).score(TRAINER, START, TEXTS, Metric.accuracy()).mean()
            > 0.6);
    Pipeline<Perceptron> calibrated = folds.withCalibration(3).fit(TRAINER, START, TEXTS);
    assertTrue(calibrated.calibration().isPresent());
    assertEquals(1, calibrated.probabilities("w1")[0] + calibrated.probabilities("w1")[1], 1e-15);
  }

  @Test
  void resultsAreTheSameForAnyNumberOfThreads() {
    CrossValidation folds = FOLDS.withPreparation(COUNTING);
    assertEquals(
        folds.withThreads(1).score(TRAINER, START, TEXTS, Metric.logLoss()).validation(),
        folds.withThreads(3).score(TRAINER, START, TEXTS, Metric.logLoss()).validation());
  }

  @Test
  void aModelIsEnoughWhereHashesSayHowWideRowsAre() {
    Preparation hashing = Preparation.hashing(HashingVectorizer.standard().withColumns(32));
    CrossValidation folds = FOLDS.withPreparation(hashing);
    Perceptron model = Perceptron.zeros(32, Activation.sigmoid());
    assertEquals(
        folds.score(TRAINER, START, TEXTS, Metric.logLoss()).mean(),
        folds.score(TRAINER, model, TEXTS, Metric.logLoss()).mean());
  }

  @Test
  void aModelOfAFixedWidthIsRefusedWithTheFold() {
    Perceptron model = Perceptron.zeros(7, Activation.sigmoid());
    String message =
        assertThrows(
                IllegalStateException.class,
                () ->
                    FOLDS.withPreparation(COUNTING).score(TRAINER, model, TEXTS, Metric.logLoss()))
            .getMessage();
    assertTrue(message.contains("data must have 7 features, as the model has, but has 5"), message);
    assertTrue(message.contains("; a lambda in place of the model makes one as wide:"), message);
  }

  @Test
  void textsThatNothingMakesFeaturesOfAreRefused() {
    String message =
        assertThrows(
                IllegalStateException.class,
                () -> FOLDS.score(TRAINER, START, TEXTS, Metric.logLoss()))
            .getMessage();
    assertTrue(message.contains("data must have features, but has texts, of which"), message);
  }

  @Test
  void targetsAreCheckedBeforeAnythingIsTrained() {
    Dataset signs = TEXTS.withTargets(-1, 1);
    String message =
        Rejected.message(
            () -> FOLDS.withPreparation(COUNTING).score(TRAINER, START, signs, Metric.logLoss()));
    assertTrue(message.startsWith("target of row 0 must be"), message);
  }
}
