package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.Inputs;
import io.github.gradusml.Rejected;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
  /** Rows whose only feature is their number. */
  private static Dataset numbered(int rows, IntToDoubleFunction target) {
    return Dataset.of(
        IntStream.range(0, rows).mapToObj(i -> new double[] {i}).toArray(double[][]::new),
        IntStream.range(0, rows).mapToDouble(target).toArray());
  }

  private static double[] numbers(int rows) {
    return IntStream.range(0, rows).asDoubleStream().toArray();
  }

  private static double[] allRows(Split split) {
    return DoubleStream.concat(
            DoubleStream.of(split.train().column(0)), DoubleStream.of(split.test().column(0)))
        .sorted()
        .toArray();
  }

  private static long ofClass(Dataset data, double target) {
    return Arrays.stream(data.targets()).filter(y -> y == target).count();
  }

  @ParameterizedTest
  @CsvSource({
    "100, 0.8, 80",
    "10, 0.25, 2", // 2.5 rounds to the even number
    "10, 0.35, 4", // 3.5 too
    "10, 0.99, 9", // never all
    "10, 0.01, 1", // never none
    "2, 0.999, 1",
    "2, 0.001, 1",
    "3, 0.5, 2"
  })
  void theTrainingPartIsTheShareAskedForToTheNearestRow(int rows, double share, int train) {
    Split split = Split.random(numbered(rows, i -> i), share, 1);
    assertEquals(train, split.train().rows());
    assertArrayEquals(numbers(rows), allRows(split));
  }

  @Test
  void everyRowIsInOnePartWithItsTarget() {
    for (Split split :
        new Split[] {
          Split.random(numbered(97, i -> i % 3), 0.7, 5),
          Split.stratified(numbered(97, i -> i % 3), 0.7, 5)
        }) {
      assertArrayEquals(numbers(97), allRows(split));
      for (Dataset part : new Dataset[] {split.train(), split.test()}) {
        assertArrayEquals(part.targets(), part.map(row -> row[0] % 3));
      }
    }
  }

  @Test
  void aStratifiedSplitHasTheClassesInProportion() {
    Split split = Split.stratified(Datasets.breastCancer(), 0.8, 42);
    // 0.8·357 = 285.6 and 0.8·212 = 169.6, each to the nearest row.
    assertEquals(286, ofClass(split.train(), 0));
    assertEquals(170, ofClass(split.train(), 1));
    assertEquals(71, ofClass(split.test(), 0));
    assertEquals(42, ofClass(split.test(), 1));
  }

  @Test
  void aStratifiedSplitHasEveryClassInBothParts() {
    Dataset rare = numbered(20, i -> i < 2 ? -1 : 1);
    for (double share : new double[] {0.05, 0.5, 0.95}) {
      Split split = Split.stratified(rare, share, 3);
      assertEquals(1, ofClass(split.train(), -1));
      assertEquals(1, ofClass(split.test(), -1));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 42, -1, Long.MAX_VALUE})
  void theSameSeedGivesTheSameSplit(long seed) {
    Dataset iris = Datasets.iris();
    Split first = Split.stratified(iris, 0.7, seed);
    Split second = Split.stratified(iris, 0.7, seed);
    assertArrayEquals(Inputs.of(first.train()), Inputs.of(second.train()));
    assertArrayEquals(Inputs.of(first.test()), Inputs.of(second.test()));
  }

  @Test
  void anotherSeedGivesAnotherSplit() {
    Dataset data = numbered(50, i -> 0);
    assertFalse(
        Arrays.equals(
            Split.random(data, 0.5, 1).train().column(0),
            Split.random(data, 0.5, 2).train().column(0)));
  }

  @Test
  void bothPartsComeOutShuffled() {
    Split split = Split.stratified(numbered(100, i -> i < 50 ? 0 : 1), 0.5, 1);
    for (Dataset part : new Dataset[] {split.train(), split.test()}) {
      double[] sorted = Arrays.stream(part.column(0)).sorted().toArray();
      assertFalse(Arrays.equals(sorted, part.column(0)));
    }
  }

  @Test
  void everyRowHasTheSameChance() {
    Dataset data = numbered(10, i -> 0);
    double[] timesInTrain = new double[10];
    for (int seed = 0; seed < 2000; seed++) {
      for (double row : Split.random(data, 0.3, seed).train().column(0)) {
        timesInTrain[(int) row]++;
      }
    }
    for (double times : timesInTrain) {
      // 600 expected with deviation √(2000·0.3·0.7) = 20.5; five of them.
      assertEquals(600, times, 5 * 20.5);
    }
  }

  @Test
  void namesGoWithBothParts() {
    Split split = Split.random(Datasets.iris(), 0.5, 1);
    assertEquals(Datasets.iris().classNames(), split.test().classNames());
    assertEquals(Datasets.iris().featureNames(), split.train().featureNames());
  }

  @Test
  void nullIsNamed() {
    assertNull("data", () -> Split.random(null, 0.5, 1));
    assertNull("data", () -> Split.stratified(null, 0.5, 1));
    assertNull("train", () -> new Split(null, null));
    assertNull("test", () -> new Split(Datasets.iris(), null));
  }

  private static void assertNull(String name, Executable call) {
    assertEquals(
        name + " must not be null", assertThrows(NullPointerException.class, call).getMessage());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void aMistakeIsNamed(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  static Stream<Arguments> mistakes() {
    Dataset data = numbered(10, i -> i < 9 ? 0 : 1);
    Dataset one = numbered(1, i -> 0);
    Dataset classes = numbered(2, i -> i).withClassNames("no", "yes");
    Dataset people = Dataset.of(new double[1][2], new double[1]).withFeatureNames("age", "height");
    return Stream.of(
        Rejected.with(
            "trainShare must be in (0.0, 1.0), but was 0.0", () -> Split.random(data, 0, 1)),
        Rejected.with(
            "trainShare must be in (0.0, 1.0), but was 1.0", () -> Split.stratified(data, 1, 1)),
        Rejected.with(
            "trainShare must be in (0.0, 1.0), but was 80.0", () -> Split.random(data, 80, 1)),
        Rejected.with(
            "trainShare must be in (0.0, 1.0), but was NaN",
            () -> Split.random(data, Double.NaN, 1)),
        Rejected.with(
            "data must have at least 2 rows to be split, but has 1",
            () -> Split.random(one, 0.5, 1)),
        Rejected.with(
            "data must have at least 2 rows to be split, but has 1",
            () -> Split.stratified(one, 0.5, 1)),
        Rejected.with(
            "every class must have at least 2 rows to be split, but target 1.0 has 1;"
                + " for targets that are no classes, use Split.random",
            () -> Split.stratified(data, 0.5, 1)),
        Rejected.with(
            "train and test must have the same features, but have 1 and 4",
            () -> new Split(data, Datasets.iris())),
        Rejected.with(
            "test must have the classes of train, [no, yes], but has [yes, no];"
                + " CsvReader.withLabels reads both alike, and withClassNames renames classes that"
                + " are the same",
            () -> new Split(classes, classes.withClassNames("yes", "no"))),
        Rejected.with(
            "features of test must be in the order of train, but feature 0 was \"height\" in place"
                + " of \"age\"; test.selectFeatures(names…) brings them in order",
            () -> new Split(people, people.selectFeatures("height", "age"))));
  }
}
