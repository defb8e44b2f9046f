package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Allocated;
import io.github.gradusml.Rejected;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done to many rows makes no object a row. */
class WorkSpaceTest {
  private static final int ROWS = 50_000;
  private static final int FEATURES = 3;

  /** A row handed out: its features and its target. */
  private static final int A_ROW = 8 * (FEATURES + 1);

  private static final Dataset DATA = data();

  private static Dataset data() {
    Random random = new Random(1);
    double[][] x = new double[ROWS][FEATURES];
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      x[i][i % FEATURES] = random.nextGaussian();
      y[i] = random.nextInt(10);
    }
    return Dataset.of(x, y);
  }

  static Stream<Arguments> work() {
    return Stream.of(
        // The order, and the row numbers of both parts: 4 bytes each.
        work("a random split", A_ROW + 8, () -> Split.random(DATA, 0.8, 1)),
        // And the targets, to be sorted.
        work("a stratified split", A_ROW + 16, () -> Split.stratified(DATA, 0.8, 1)),
        work("counts of targets", 8, DATA::targetCounts),
        // Two sorts, the weights, and their copy.
        work("balanced classes", 32, DATA::withBalancedClasses),
        work("fitting a standardizer", 0, () -> Standardizer.fit(DATA)),
        // Targets as a column.
        work("fitting one for targets", 8, () -> TargetStandardizer.fit(DATA)));
  }

  private static Arguments work(String name, int bytes, Runnable work) {
    return Arguments.of(name, bytes, work);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("work")
  void aRowTakesAFewBytes(String name, int bytes, Runnable work) {
    work.run(); // once for what is made at first use only
    double each = (double) Allocated.by(work) / ROWS;
    assertTrue(each < bytes + 2, each + " bytes a row");
  }

  @Test
  void manyDifferentTargetsAreRefusedAsFewAre() {
    double[] y = new Random(2).doubles(ROWS).toArray();
    y[7] = -1;
    Dataset numbers = DATA.withTargets(y);
    assertEquals(
        "every class must have at least 2 rows to be split, but target -1.0 has 1;"
            + " for targets that are no classes, use Split.random",
        Rejected.message(() -> Split.stratified(numbers, 0.5, 1)));
  }

  @Test
  void zeroAndMinusZeroAreOneClass() {
    Dataset data = Dataset.of(new double[4][1], new double[] {0.0, -0.0, 1, 1});
    assertEquals(2, data.targetCounts().get(0.0));
    assertEquals(1, data.withBalancedClasses().weight(1));
    assertEquals(2, Split.stratified(data, 0.5, 1).train().rows());
  }
}
