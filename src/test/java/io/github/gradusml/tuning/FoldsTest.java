package io.github.gradusml.tuning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Allocated;
import io.github.gradusml.Rejected;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FoldsTest {
  /** Rows whose only feature is their number; target 1 for every third. */
  private static Dataset numbered(int rows) {
    double[][] x = new double[rows][];
    double[] y = new double[rows];
    for (int i = 0; i < rows; i++) {
      x[i] = new double[] {i};
      y[i] = i % 3 == 0 ? 1 : 0;
    }
    return Dataset.of(x, y);
  }

  private static List<CrossValidation> all() {
    return List.of(
        CrossValidation.kFold(2),
        CrossValidation.kFold(5).withSeed(7),
        CrossValidation.kFold(23),
        CrossValidation.stratified(5).withRepetitions(3),
        CrossValidation.stratified(7).withSeed(-1),
        CrossValidation.leaveOneOut());
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyRowIsHeldOutOnceInEachRepetitionAndTrainedOnOtherwise(CrossValidation validation) {
    Dataset data = numbered(23);
    Folds folds = validation.folds(data);
    for (int from = 0; from < folds.size(); from += folds.perRepetition()) {
      TreeSet<Double> heldOut = new TreeSet<>();
      for (int k = from; k < from + folds.perRepetition(); k++) {
        Split split = folds.split(k);
        TreeSet<Double> both = new TreeSet<>();
        DoubleStream.of(split.test().column(0)).forEach(row -> assertTrue(heldOut.add(row)));
        DoubleStream.of(split.test().column(0)).forEach(row -> assertTrue(both.add(row)));
        DoubleStream.of(split.train().column(0)).forEach(row -> assertTrue(both.add(row)));
        assertEquals(23, both.size());
      }
      assertEquals(23, heldOut.size());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void noTwoFoldsDifferByMoreThanOneRow(CrossValidation validation) {
    Folds folds = validation.folds(numbered(23));
    int[] sizes = IntStream.range(0, folds.size()).map(k -> folds.split(k).test().rows()).toArray();
    assertTrue(
        Arrays.stream(sizes).max().orElseThrow() - Arrays.stream(sizes).min().orElseThrow() <= 1);
  }

  @ParameterizedTest
  @MethodSource("all")
  void rowsOfAFoldAreInTheOrderOfTheData(CrossValidation validation) {
    for (Split split : validation.folds(numbered(23))) {
      for (Dataset part : List.of(split.train(), split.test())) {
        double[] sorted = part.column(0);
        Arrays.sort(sorted);
        assertArrayEquals(sorted, part.column(0));
      }
    }
  }

  @Test
  void noTwoStratifiedFoldsDifferByMoreThanOneRowOfAClass() {
    Dataset data = Datasets.iris().select(IntStream.range(0, 143).toArray());
    for (double target = 0; target < 3; target++) {
      double kind = target;
      int[] counts = new int[7];
      Folds folds = CrossValidation.stratified(7).withSeed(3).folds(data);
      for (int k = 0; k < 7; k++) {
        double[] y = folds.split(k).test().targets();
        counts[k] = (int) Arrays.stream(y).filter(t -> t == kind).count();
      }
      Arrays.sort(counts);
      assertTrue(counts[6] - counts[0] <= 1, Arrays.toString(counts));
    }
  }

  @Test
  void aFoldThatIsNotThereIsNamed() {
    Folds folds = CrossValidation.kFold(5).folds(Datasets.iris());
    assertEquals(
        "fold must be from 0 to 4, but was 5",
        assertThrows(IndexOutOfBoundsException.class, () -> folds.split(5)).getMessage());
  }

  @Test
  void theSameSeedGivesTheSameFolds() {
    assertArrayEquals(firstFold(5, 42, 1, 0), firstFold(5, 42, 1, 0));
  }

  @Test
  void anotherSeedGivesOtherFolds() {
    assertFalse(Arrays.equals(firstFold(5, 42, 1, 0), firstFold(5, 43, 1, 0)));
  }

  @Test
  void everyRepetitionHasOtherFolds() {
    assertFalse(Arrays.equals(firstFold(5, 42, 2, 0), firstFold(5, 42, 2, 5)));
  }

  @Test
  void theFirstRepetitionIsTheSameHoweverManyFollow() {
    assertArrayEquals(firstFold(5, 42, 1, 0), firstFold(5, 42, 3, 0));
  }

  private static double[] firstFold(int folds, long seed, int repetitions, int fold) {
    CrossValidation validation =
        CrossValidation.kFold(folds).withSeed(seed).withRepetitions(repetitions);
    return validation.folds(numbered(50)).split(fold).test().column(0);
  }

  static List<Arguments> refused() {
    Dataset ten = numbered(10);
    return List.of(
        Rejected.with("folds must be at least 2, but was 1", () -> CrossValidation.kFold(1)),
        Rejected.with("folds must be at least 2, but was -1", () -> CrossValidation.stratified(-1)),
        Rejected.with(
            "folds must be at most the number of rows, 10, but was 11",
            () -> CrossValidation.kFold(11).folds(ten)),
        Rejected.with(
            "folds must be at most the number of rows, 10, but was 11",
            () -> CrossValidation.stratified(11).folds(ten)),
        Rejected.with(
            "stratified folds must be at most the rows of every class, but were 5, and target 1.0"
                + " has 4 rows; for targets that are no classes, use CrossValidation.kFold",
            () -> CrossValidation.stratified(5).folds(ten)),
        Rejected.with(
            "stratified folds must be at most the rows of every class, but were 2, and target 25.0"
                + " has 1 row; for targets that are no classes, use CrossValidation.kFold",
            () -> CrossValidation.stratified(2).folds(Datasets.diabetes())),
        Rejected.with(
            "rows must be at least 2, but was 1",
            () -> CrossValidation.leaveOneOut().folds(numbered(1))),
        Rejected.with(
            "repetitions must be at least 1, but was 0",
            () -> CrossValidation.kFold(2).withRepetitions(0)),
        Rejected.with(
            "repetitions must be 1 where one row is left out, since all would be the same, but was"
                + " 2",
            () -> CrossValidation.leaveOneOut().withRepetitions(2)),
        Rejected.with(
            "share must be in (0.0, 1.0), but was NaN",
            () -> CrossValidation.kFold(2).withEarlyStoppingShare(Double.NaN)),
        Rejected.with(
            "threads must be at least 1, but was 0",
            () -> CrossValidation.kFold(2).withThreads(0)));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void foldsThatDoNotFitAreRefused(String message, org.junit.jupiter.api.function.Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  /**
   * An order, for stratified folds sorted targets and the order by class, and what is kept: the row
   * numbers of each fold.
   */
  @Test
  void foldsOfManyRowsTakeAFewBytesARow() {
    int rows = 50_000;
    Dataset data = numbered(rows);
    for (CrossValidation validation :
        List.of(CrossValidation.kFold(5), CrossValidation.stratified(5))) {
      validation.folds(data); // once for what is made at first use only
      double each = (double) Allocated.by(() -> validation.folds(data)) / rows;
      assertTrue(each < 22, validation + ": " + each + " bytes a row");
    }
  }
}
