package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.internal.Randomness;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stratified splits of many small classes: the share of the whole does not drift. */
class ApportionmentTest {
  /** Rows whose only feature is their number, of {@code classes} classes of equal size. */
  private static Dataset data(int classes, int rowsEach) {
    int n = classes * rowsEach;
    return Dataset.of(
        IntStream.range(0, n).mapToObj(i -> new double[] {i}).toArray(double[][]::new),
        IntStream.range(0, n).mapToDouble(i -> i % classes).toArray());
  }

  @ParameterizedTest
  @CsvSource({
    "100, 3, 0.8, 240",
    "100, 3, 0.6, 180",
    "100, 3, 0.5, 150",
    "100, 3, 0.2, 60",
    "100, 5, 0.7, 350",
    "100, 5, 0.5, 250",
    "100, 7, 0.1, 70",
    "100, 2, 0.001, 1",
    "100, 2, 0.999, 199",
    "37, 11, 0.85, 346"
  })
  void theShareOfTheWholeIsThatAskedFor(int classes, int rowsEach, double share, int train) {
    Split split = Split.stratified(data(classes, rowsEach), share, 1);
    assertEquals(train, split.train().rows());
    assertEquals(classes * rowsEach - train, split.test().rows());
  }

  @ParameterizedTest
  @CsvSource({"100, 3, 0.6", "100, 5, 0.7", "100, 5, 0.5", "37, 11, 0.85", "100, 7, 0.15"})
  void noClassIsARowOrMoreOffItsOwnAndBothPartsHaveIt(int classes, int rowsEach, double share) {
    Split split = Split.stratified(data(classes, rowsEach), share, 1);
    int[] counts = new int[classes];
    Arrays.stream(split.train().targets()).forEach(target -> counts[(int) target]++);
    for (int count : counts) {
      assertTrue(Math.abs(count - share * rowsEach) < 1, count + " of " + rowsEach);
      assertTrue(count >= 1 && count < rowsEach);
    }
  }

  @Test
  void aLargeClassMakesUpForSmallOnesThatMustBeInBothParts() {
    double[] y = IntStream.range(0, 1200).mapToDouble(i -> i < 200 ? i / 2 : 100).toArray();
    Split split = Split.stratified(Dataset.of(new double[1200][1], y), 0.9, 1);
    assertEquals(1080, split.train().rows());
    assertEquals(101, split.train().targetCounts().size());
    assertEquals(101, split.test().targetCounts().size());
  }

  @Test
  void whatTheTargetsOfTheClassesAreHasNoInfluence() {
    Random random = new Random(2);
    for (int trial = 0; trial < 50; trial++) {
      int classes = 2 + random.nextInt(30);
      Dataset data = data(classes, 2 + random.nextInt(6));
      int[] other = Randomness.permutation(classes, Randomness.of(trial));
      Dataset swapped =
          data.withTargets(
              Arrays.stream(data.targets()).map(target -> other[(int) target]).toArray());
      double share = 0.05 + 0.9 * random.nextDouble();
      assertArrayEquals(
          Split.stratified(data, share, trial).train().column(0),
          Split.stratified(swapped, share, trial).train().column(0));
    }
  }

  @Test
  void aClassOfOneRowIsNamed() {
    Dataset data =
        Dataset.of(new double[3][1], new double[] {0, 0, 1}).withClassNames("common", "rare");
    assertEquals(
        "every class must have at least 2 rows to be split, but target 1.0 (\"rare\") has 1; for"
            + " targets that are no classes, use Split.random",
        Rejected.message(() -> Split.stratified(data, 0.5, 1)));
  }
}
