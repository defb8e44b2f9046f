package io.github.gradusml.tuning;

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
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.training.Trainer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Folds that hold out whole groups, and folds that hold out the future. */
class GroupAndTimeFoldsTest {
  /** Of seven groups of different sizes. */
  private static final int[] GROUPS = {
    0, 1, 3, 5, 6, 1, 2, 4, 6, 1, 1, 3, 5, 0, 1, 3, 5, 6, 1, 3, 4, 6, 1, 1, 3, 5, 0, 1, 3, 5
  };

  /** Rows whose only feature is their number. */
  private static Dataset numbered(int rows) {
    return Dataset.of(
        IntStream.range(0, rows).mapToObj(i -> new double[] {i}).toArray(double[][]::new),
        IntStream.range(0, rows).mapToDouble(i -> i % 2).toArray());
  }

  private static int[] numbers(Dataset data) {
    return DoubleStream.of(data.column(0)).mapToInt(row -> (int) row).toArray();
  }

  /** GroupKFold(3).split(np.zeros(30), groups=GROUPS), scikit-learn 1.2.1. */
  @Test
  void groupsOfDifferentSizesAreDealtAsByScikitLearn() {
    int[][] expected = {
      {1, 5, 7, 9, 10, 14, 18, 20, 22, 23, 27},
      {0, 2, 6, 11, 13, 15, 19, 24, 26, 28},
      {3, 4, 8, 12, 16, 17, 21, 25, 29}
    };
    for (long seed : new long[] {0, 42}) {
      Folds folds = CrossValidation.groupKFold(3, GROUPS).withSeed(seed).folds(numbered(30));
      for (int k = 0; k < 3; k++) {
        assertArrayEquals(expected[k], numbers(folds.split(k).test()));
      }
    }
  }

  @Test
  void noGroupIsInBothPartsAndEveryRowIsHeldOutOnce() {
    double[] groups = IntStream.range(0, 60).mapToDouble(i -> i / 3 / 10.0).toArray();
    Folds folds = CrossValidation.groupKFold(4, groups).withSeed(3).folds(numbered(60));
    Set<Integer> heldOut = new HashSet<>();
    for (Split split : folds) {
      Set<Integer> trained =
          IntStream.of(numbers(split.train())).map(i -> i / 3).boxed().collect(Collectors.toSet());
      for (int row : numbers(split.test())) {
        assertFalse(trained.contains(row / 3));
        assertTrue(heldOut.add(row));
      }
      assertEquals(15, split.test().rows());
      assertEquals(45, split.train().rows());
    }
    assertEquals(60, heldOut.size());
  }

  @Test
  void groupsOfOneSizeAreDealtByTheSeed() {
    int[] groups = IntStream.range(0, 60).map(i -> i / 3).toArray();
    CrossValidation validation = CrossValidation.groupKFold(4, groups).withRepetitions(2);
    int[] first = numbers(validation.folds(numbered(60)).split(0).test());
    assertArrayEquals(first, numbers(validation.folds(numbered(60)).split(0).test()));
    assertFalse(
        Arrays.equals(first, numbers(validation.withSeed(1).folds(numbered(60)).split(0).test())));
    assertFalse(Arrays.equals(first, numbers(validation.folds(numbered(60)).split(4).test())));
  }

  /** TimeSeriesSplit(k).split(np.zeros(n)), scikit-learn 1.2.1: the rows held out begin where. */
  @ParameterizedTest
  @CsvSource({"30, 4, 6, '6 12 18 24'", "23, 5, 3, '8 11 14 17 20'", "3, 2, 1, '1 2'"})
  void theFutureIsHeldOutAsByScikitLearn(int n, int folds, int each, String begins) {
    int[] begin = Arrays.stream(begins.split(" ")).mapToInt(Integer::parseInt).toArray();
    Folds made = CrossValidation.timeSeriesSplit(folds).withSeed(7).folds(numbered(n));
    assertEquals(folds, made.size());
    for (int k = 0; k < folds; k++) {
      Split split = made.split(k);
      assertArrayEquals(IntStream.range(0, begin[k]).toArray(), numbers(split.train()));
      assertArrayEquals(
          IntStream.range(begin[k], begin[k] + each).toArray(), numbers(split.test()));
    }
  }

  @Test
  void rowsToStopByAreTheLastOfThePast() {
    Dataset data = numbered(50);
    CrossValidation validation =
        CrossValidation.timeSeriesSplit(4)
            .withPreparation(Preparation.none())
            .withEarlyStoppingShare(0.2);
    PreparedRows rows = validation.prepare(data);
    assertArrayEquals(IntStream.range(0, 40).toArray(), numbers(rows.train()));
    assertArrayEquals(IntStream.range(40, 50).toArray(), numbers(rows.stopping()));
  }

  @Test
  void bothScoreATrainer() {
    Dataset cancer = Datasets.breastCancer();
    Trainer trainer = Trainer.minimizing(Loss.crossEntropy()).withEpochs(3).withoutLog();
    Perceptron start = Perceptron.zeros(30, Activation.sigmoid());
    int[] groups = IntStream.range(0, cancer.rows()).map(i -> i / 10).toArray();
    for (CrossValidation validation :
        List.of(CrossValidation.groupKFold(3, groups), CrossValidation.timeSeriesSplit(3))) {
      CrossValidationResult result = validation.score(trainer, start, cancer, Metric.accuracy());
      assertTrue(result.mean() > 0.8, validation + ": " + result);
    }
  }

  @Test
  void theySayWhatTheyAre() {
    assertEquals(
        "CrossValidation(3 folds, by group, seed: 0, preparation: standardizing)",
        CrossValidation.groupKFold(3, GROUPS).toString());
    assertEquals(
        "CrossValidation(3 folds, in time, preparation: standardizing)",
        CrossValidation.timeSeriesSplit(3).toString());
  }

  static List<Arguments> refused() {
    Dataset ten = numbered(10);
    CrossValidation groups = CrossValidation.groupKFold(3, GROUPS);
    return List.of(
        Rejected.with(
            "folds must be at most the number of groups, 7, but was 8",
            () -> CrossValidation.groupKFold(8, GROUPS)),
        Rejected.with(
            "folds must be at most the number of groups, 1, but was 2",
            () -> CrossValidation.groupKFold(2, new double[] {0.0, -0.0})),
        Rejected.with(
            "folds must be at most the number of groups, 0, but was 2",
            () -> CrossValidation.groupKFold(2, new int[0])),
        Rejected.with(
            "groups[1] must be finite, but was NaN",
            () -> CrossValidation.groupKFold(2, new double[] {1, Double.NaN, 2})),
        Rejected.with(
            "groups must be as many as there are rows, 10, but were 30", () -> groups.folds(ten)),
        Rejected.with(
            "folds must be at least 2, but was 1", () -> CrossValidation.groupKFold(1, GROUPS)),
        Rejected.with(
            "early stopping share must not be set for folds by group: the rows set aside would be"
                + " of groups that are trained on; stop after a number of epochs, or go through"
                + " folds(data) and set groups aside for fit(model, data, validation)",
            () -> groups.withEarlyStoppingShare(0.2)),
        Rejected.with(
            "folds must be at least 2, but was 1", () -> CrossValidation.timeSeriesSplit(1)),
        Rejected.with(
            "folds must be at most the number of rows less one, 9, for each to have rows before"
                + " it, but was 10",
            () -> CrossValidation.timeSeriesSplit(10).folds(ten)),
        Rejected.with(
            "repetitions must be 1 for folds in time, since all would be the same, but was 2",
            () -> CrossValidation.timeSeriesSplit(2).withRepetitions(2)),
        Rejected.with(
            "crossValidation must have as many rows to train on in every fold for a learning"
                + " curve, but was CrossValidation(2 folds, in time, preparation: standardizing)",
            () ->
                LearningCurve.of(
                        Trainer.minimizing(Loss.crossEntropy()),
                        CrossValidation.timeSeriesSplit(2),
                        Metric.accuracy())
                    .run(Perceptron.zeros(1, Activation.sigmoid()), ten)));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void foldsThatDoNotFitAreRefused(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  @Test
  void nullIsNamed() {
    for (Executable call :
        List.<Executable>of(
            () -> CrossValidation.groupKFold(2, (int[]) null),
            () -> CrossValidation.groupKFold(2, (double[]) null))) {
      assertEquals(
          "groups must not be null", assertThrows(NullPointerException.class, call).getMessage());
    }
  }

  @Test
  void whatTheTargetsOfTheClassesAreHasNoInfluenceOnStratifiedFolds() {
    for (Dataset data : List.of(Datasets.breastCancer(), Datasets.digits())) {
      int k = data.classNames().size();
      Dataset turned =
          data.withTargets(Arrays.stream(data.targets()).map(y -> (y + 1) % k).toArray());
      Dataset back = data.withTargets(Arrays.stream(data.targets()).map(y -> k - 1 - y).toArray());
      CrossValidation validation = CrossValidation.stratified(5).withSeed(4);
      for (int fold = 0; fold < 5; fold++) {
        double[] expected = validation.folds(data).split(fold).test().column(2);
        assertArrayEquals(expected, validation.folds(turned).split(fold).test().column(2));
        assertArrayEquals(expected, validation.folds(back).split(fold).test().column(2));
      }
    }
  }
}
