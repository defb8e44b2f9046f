package io.github.gradusml.tuning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningCurveTest {
  private static final Dataset CANCER = Datasets.breastCancer();
  private static final Perceptron START = Perceptron.zeros(30, Activation.sigmoid());
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.crossEntropy())
          .withLearningRate(LearningRate.constant(0.1))
          .withEpochs(3);
  private static final CrossValidation FIVE_FOLDS = CrossValidation.stratified(5).withSeed(42);
  private static final LearningCurve CURVE =
      LearningCurve.of(TRAINER, FIVE_FOLDS, Metric.logLoss());

  @Test
  void withAllRowsItIsTheCrossValidation() {
    ScoreCurve curve = CURVE.withShares(0.5, 1).run(START, CANCER);
    assertEquals(
        FIVE_FOLDS.score(TRAINER, START, CANCER, Metric.logLoss()), curve.points().get(1).scores());
  }

  @Test
  void pointsAreNumbersOfRowsToTrainOn() {
    // Of 569 rows, the first of five folds holds out 114.
    ScoreCurve curve = CURVE.withShares(0.1, 0.5, 1).run(START, CANCER);
    assertArrayEquals(new double[] {46, 228, 455}, curve.each(ScoreCurve.Point::value));
  }

  @Test
  void moreRowsAreScoredBetterThanFew() {
    double[] means =
        CURVE.withShares(0.03, 1).run(START, CANCER).each(point -> point.scores().mean());
    assertTrue(means[1] < means[0], Arrays.toString(means));
  }

  @Test
  void aShareHasTheClassesInProportionAndIsPartOfTheLargerShare() {
    List<Dataset> seen = new ArrayList<>();
    Preparation spy =
        train -> {
          seen.add(train);
          return rows -> rows;
        };
    LearningCurve.of(TRAINER, FIVE_FOLDS.withThreads(1).withPreparation(spy), Metric.accuracy())
        .withShares(0.1, 0.3)
        .run(START, Dataset.of(new double[569][30], CANCER.targets()));
    double share = Arrays.stream(CANCER.targets()).average().orElseThrow();
    for (Dataset some : seen) {
      double rows = Arrays.stream(some.targets()).sum();
      assertEquals(share * some.rows(), rows, 1); // to within a row
    }
  }

  @Test
  void aLargerShareHasAllRowsOfASmallerOne() {
    List<Set<Double>> seen = new ArrayList<>();
    Preparation spy =
        train -> {
          Set<Double> rows = new HashSet<>();
          Arrays.stream(train.column(0)).forEach(rows::add);
          seen.add(rows);
          return rowsOfAnyKind -> rowsOfAnyKind;
        };
    double[][] numbered = new double[569][30];
    for (int i = 0; i < 569; i++) {
      numbered[i][0] = i / 569.0;
    }
    LearningCurve.of(TRAINER, FIVE_FOLDS.withThreads(1).withPreparation(spy), Metric.accuracy())
        .withShares(0.1, 0.3)
        .run(START, Dataset.of(numbered, CANCER.targets()));
    for (int fold = 0; fold < 5; fold++) {
      assertTrue(seen.get(2 * fold + 1).containsAll(seen.get(2 * fold)));
    }
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    ScoreCurve one =
        LearningCurve.of(TRAINER, FIVE_FOLDS.withThreads(1), Metric.logLoss()).run(START, CANCER);
    ScoreCurve three =
        LearningCurve.of(TRAINER, FIVE_FOLDS.withThreads(3), Metric.logLoss()).run(START, CANCER);
    assertEquals(one.points(), three.points());
  }

  @Test
  void tooFewRowsAreSaidPlainly() {
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class, () -> CURVE.withShares(0.001, 1).run(START, CANCER));
    assertTrue(
        failure.getMessage().startsWith("with 1 rows to train on, fold 1 of 5: "),
        failure.getMessage());
  }

  @Test
  void sharesThatMakeNoSenseAreRefused() {
    assertEquals(
        "shares must not be null",
        assertThrows(NullPointerException.class, () -> CURVE.withShares((double[]) null))
            .getMessage());
    assertEquals(
        "shares must be at least 1, but was 0", Rejected.message(() -> CURVE.withShares()));
    assertEquals(
        "shares must be in (0, 1] and ascending, but were [0.5, 0.2]",
        Rejected.message(() -> CURVE.withShares(0.5, 0.2)));
    assertEquals(
        "shares must be in (0, 1] and ascending, but were [0.5, 1.1]",
        Rejected.message(() -> CURVE.withShares(0.5, 1.1)));
    assertEquals(
        "shares must be in (0, 1] and ascending, but were [NaN]",
        Rejected.message(() -> CURVE.withShares(Double.NaN)));
  }

  @Test
  void theTableHasALineAPoint(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("curve.csv");
    CURVE.withShares(0.5, 1).run(START, CANCER).writeCsv(file);
    List<String> lines = Files.readAllLines(file);
    assertEquals(3, lines.size());
    assertEquals(
        "rows to train on,mean,standard_error,training_mean,training_standard_error", lines.get(0));
    assertTrue(lines.get(1).startsWith("228.0,"), lines.get(1));
  }
}
