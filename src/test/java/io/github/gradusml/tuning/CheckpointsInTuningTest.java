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
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rangetest.LearningRateRangeTest;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Where many are trained, they would overwrite each other's checkpoints. */
class CheckpointsInTuningTest {
  private static final Dataset ROWS =
      Dataset.of(
          new double[][] {{0, 1}, {1, 0}, {2, 1}, {3, 3}, {-1, 2}, {0.5, -2}},
          new double[] {1, 3, 2, 7, -1, 4});
  private static final Perceptron START = Perceptron.zeros(2, Activation.identity());
  private static final CrossValidation FOLDS = CrossValidation.kFold(2);
  private static final Metric METRIC = Metric.meanSquaredError();

  @TempDir private Path folder;

  private Trainer writing() {
    return Trainer.minimizing(Loss.squaredError())
        .withEpochs(2)
        .withCheckpoints(folder.resolve("a"), 1);
  }

  private void assertRefused(Executable call) {
    assertEquals(
        "trainer must write no checkpoints where it trains many times, since each training would"
            + " overwrite the file of another, but writes "
            + folder.resolve("a")
            + "; call withCheckpoints afterwards, for the one training that is to be kept",
        Rejected.message(call));
    assertFalse(Files.exists(folder.resolve("a")));
  }

  @Test
  void crossValidation() {
    assertRefused(() -> FOLDS.score(writing(), START, ROWS, METRIC));
    assertRefused(() -> FOLDS.predict(writing(), START, ROWS));
  }

  @Test
  void aSearch() {
    GridSearch search = GridSearch.of(writing(), FOLDS, METRIC);
    assertRefused(
        () -> search.with("epochs", Values.of(1, 2), Trainer::withEpochs).run(START, ROWS));
  }

  /** All its cells fail for that reason. */
  @Test
  void aSearchOverCheckpoints() {
    Trainer trainer = Trainer.minimizing(Loss.squaredError()).withEpochs(2);
    GridSearch search =
        GridSearch.of(trainer, FOLDS, METRIC)
            .with(
                "every",
                Values.of(1, 2),
                (t, every) -> t.withCheckpoints(folder.resolve("a"), every));
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> search.run(START, ROWS));
    assertTrue(e.getMessage().contains("trainer must write no checkpoints"), e.getMessage());
  }

  @Test
  void aLearningCurve() {
    assertRefused(() -> LearningCurve.of(writing(), FOLDS, METRIC).run(START, ROWS));
  }

  @Test
  void aPath() {
    assertRefused(
        () ->
            RegularizationPath.of(
                writing(),
                Values.of(0.1, 1.0),
                (t, alpha) -> t.withRegularizer(Regularizer.l1(alpha)),
                START,
                ROWS));
  }

  @Test
  void theOneTrainingOfAllRowsWritesThem() {
    FOLDS.fit(writing(), START, ROWS);
    assertTrue(Files.exists(folder.resolve("a")));
  }

  @Test
  void aRangeTestWritesNone() {
    LearningRateRangeTest.exponential(writing()).withRates(20).run(START, ROWS);
    assertFalse(Files.exists(folder.resolve("a")));
  }
}
