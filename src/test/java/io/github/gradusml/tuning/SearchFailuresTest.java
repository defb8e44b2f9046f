package io.github.gradusml.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingDivergedException;
import org.junit.jupiter.api.Test;

/** A cell that fails is reported, and the search goes on. */
class SearchFailuresTest {
  private static final Dataset CANCER = Datasets.breastCancer();
  private static final Perceptron START = Perceptron.zeros(30, Activation.sigmoid());
  private static final CrossValidation THREE_FOLDS = CrossValidation.stratified(3).withSeed(42);
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.crossEntropy())
          .withLearningRate(LearningRate.constant(0.1))
          .withEpochs(2);
  private static final GridSearch SEARCH = GridSearch.of(TRAINER, THREE_FOLDS, Metric.logLoss());
  private static final GridSearch OVER_ALPHA =
      SEARCH.with("alpha", Values.logarithmic(1e-3, 10, 5), SearchFailuresTest::penalize);

  private static Trainer penalize(Trainer trainer, double alpha) {
    return trainer.withRegularizer(Regularizer.l2(alpha));
  }

  @Test
  void aCellThatFailsSaysWhyAndTheSearchGoesOn() {
    SearchResult<Perceptron> result =
        SEARCH
            .with("alpha", Values.of(-1.0, 0.1, 1e9), SearchFailuresTest::penalize)
            .run(START, CANCER);
    SearchCell illegal = result.cells().get(0);
    SearchCell sound = result.cells().get(1);
    SearchCell diverging = result.cells().get(2);

    assertEquals(
        "alpha must be finite and >= 0, but was -1.0",
        illegal.failure().orElseThrow().getMessage());
    assertTrue(sound.failure().isEmpty());
    IllegalStateException failure = (IllegalStateException) diverging.failure().orElseThrow();
    assertEquals(TrainingDivergedException.class, failure.getCause().getClass());
    assertTrue(
        failure.getMessage().startsWith("fold 1 of 3: training diverged in epoch 1"),
        failure.getMessage());
    assertEquals(Double.NaN, diverging.mean());
    assertThrows(IllegalStateException.class, diverging::scores);
    assertThrows(IllegalStateException.class, illegal::trainer);
    assertEquals(sound, result.best());
    assertEquals(sound, result.ranking().get(0));
  }

  @Test
  void ifAllCellsFailTheFirstSaysWhy() {
    GridSearch search = SEARCH.with("alpha", Values.of(-1.0, -2.0), SearchFailuresTest::penalize);
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> search.run(START, CANCER));
    assertEquals(
        "all 2 cells failed; the first: alpha -1.0: failed, alpha must be finite and >= 0, but was"
            + " -1.0",
        failure.getMessage());
  }

  @Test
  void aModelOfAnotherWidthIsSaidPlainly() {
    Perceptron narrow = Perceptron.zeros(3, Activation.sigmoid());
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> OVER_ALPHA.run(narrow, CANCER));
    assertEquals(
        "all 5 cells failed; the first: alpha 0.001: failed, fold 1 of 3: data must have 3"
            + " features, as the model has, but has 30"
            + "; a lambda in place of the model makes one as wide:"
            + " features -> Perceptron.zeros(features, Activation.sigmoid())",
        failure.getMessage());
  }

  @Test
  void aScoreThatIsNoNumberInOneFoldFailsTheCell() {
    // 569 rows in three folds: 190, 190 and 189 are held out.
    Metric moody = Metric.of("moody", false, s -> s.rows() == 189 ? Double.NaN : 1);
    GridSearch search =
        GridSearch.of(TRAINER, THREE_FOLDS, moody)
            .with("epochs", Values.of(1), Trainer::withEpochs);
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> search.run(START, CANCER));
    assertEquals(
        "the only cell failed: epochs 1: failed, fold 3 of 3: moody must be finite, but was NaN",
        failure.getMessage());
  }

  @Test
  void aChangeThatGivesNoTrainerFailsTheCell() {
    SearchResult<Perceptron> result =
        SEARCH
            .with("epochs", Values.of(1, 2), (t, epochs) -> epochs == 1 ? null : t)
            .run(START, CANCER);
    assertEquals(
        "what a setting's change returned must not be null",
        result.cells().get(0).failure().orElseThrow().getMessage());
    assertEquals(2.0, result.best().number("epochs"));
  }
}
