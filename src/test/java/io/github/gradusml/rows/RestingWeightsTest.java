package io.github.gradusml.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights that rest are, whenever one looks, what every step would have made of them. */
class RestingWeightsTest {
  private static final int COLUMNS = 7;
  private static final int UNITS = 2;

  private static double[] start() {
    return new Random(4).doubles(COLUMNS * UNITS + 1, -1, 1).toArray();
  }

  private static double shrunk(double w, double by) {
    return Math.signum(w) * Math.max(Math.abs(w) - by, 0);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.5, 0", "0, 0.01", "0.3, 0.02", "19.99, 0.1", "20, 0", "25, 0.01"})
  void manyStepsAtOnceAreTheSameAsOneByOne(double decay, double shrinkage) {
    RestingWeights weights = RestingWeights.of(start(), COLUMNS, UNITS, decay, shrinkage);
    double[] expected = start();
    double[] now = new double[expected.length];
    for (int t = 0; t < 3000; t++) {
      double eta = 0.05 / (1 + t % 3);
      weights.step(eta);
      for (int j = 0; j < COLUMNS * UNITS; j++) {
        expected[j] = shrunk((1 - eta * decay) * expected[j], eta * shrinkage);
      }
      weights.copyTo(now);
      assertArrayEquals(expected, now, 1e-13, "step " + t);
    }
  }

  @Test
  void aColumnThatIsFetchedAndPutBackIsWhereTheOthersAre() {
    RestingWeights weights = RestingWeights.of(start(), COLUMNS, UNITS, 0.5, 0.03);
    double[] expected = start();
    int[] some = {0, 5};
    double[] hand = new double[2 * UNITS];
    double[] now = new double[expected.length];
    for (int t = 0; t < 50; t++) {
      weights.fetch(some, 2, hand);
      for (int u = 0; u < UNITS; u++) {
        assertEquals(expected[5 * UNITS + u], hand[UNITS + u], 1e-15);
      }
      for (int k = 0; k < hand.length; k++) {
        hand[k] = shrunk((1 - 0.1 * 0.5) * hand[k] - 0.1, 0.1 * 0.03);
      }
      weights.step(0.1);
      weights.putBack(some, 2, hand);
      for (int j = 0; j < COLUMNS * UNITS; j++) {
        boolean isTouched = j / UNITS == 0 || j / UNITS == 5;
        double moved = (1 - 0.1 * 0.5) * expected[j] - (isTouched ? 0.1 : 0);
        expected[j] = shrunk(moved, 0.1 * 0.03);
      }
      weights.copyTo(now);
      assertArrayEquals(expected, now, 1e-14, "step " + t);
    }
  }

  @Test
  void whatTheyWereBeforeAStepIsKnown() {
    RestingWeights weights = RestingWeights.of(start(), COLUMNS, UNITS, 0.5, 0.03);
    double[] before = new double[COLUMNS * UNITS + 1];
    double[] known = new double[before.length];
    for (double eta : new double[] {0.1, 0.2, 2, 5, 0.1}) { // 2 leaves nothing, 5 turns the sign
      weights.copyTo(before);
      weights.step(eta);
      weights.copyBefore(known);
      known[COLUMNS * UNITS] = before[COLUMNS * UNITS];
      assertArrayEquals(before, known, 1e-16);
    }
  }

  @Test
  void settlingChangesNothingButHowTheyAreKept() {
    RestingWeights weights = RestingWeights.of(start(), COLUMNS, UNITS, 0.5, 0.03);
    double[] before = new double[COLUMNS * UNITS + 1];
    double[] after = new double[before.length];
    for (int t = 0; t < 10; t++) {
      weights.step(0.1);
    }
    weights.copyTo(before);
    weights.settle();
    weights.copyTo(after);
    assertArrayEquals(before, after);
    assertEquals(1, weights.scale());
    assertEquals(0, weights.due());
  }

  @Test
  void theFirstThatIsTooLargeIsFoundAndNotANumberIsTooLarge() {
    double[] theta = start();
    theta[3] = 4;
    theta[9] = -7;
    RestingWeights weights = RestingWeights.of(theta, COLUMNS, UNITS, 10, 0);
    assertEquals(0, weights.firstBeyond(7));
    assertEquals(-7, weights.firstBeyond(5));
    weights.step(0.05); // halves them
    assertEquals(0, weights.firstBeyond(3.5));
    assertEquals(2, weights.firstBeyond(1.5));
    theta[COLUMNS * UNITS] = Double.NaN; // what does not rest
    assertTrue(Double.isNaN(weights.firstBeyond(100)));
  }

  @Test
  void whatIsLeftOfNotANumberIsNone() {
    assertTrue(Double.isNaN(RestingWeights.soft(Double.NaN, 0.5)));
    assertEquals(0.0, RestingWeights.soft(-0.25, 0.5));
    assertEquals(-0.25, RestingWeights.soft(-0.75, 0.5));
    assertEquals(0.75, RestingWeights.soft(0.75, 0));
  }

  @ParameterizedTest
  @CsvSource({"10000, 0", "10000, 0.01", "1000000, 0", "1000000, 0.01"})
  void aStepByARowWritesTheWeightsOfItsColumnsAndTheBias(int columns, double shrinkage) {
    int[] row = {7, 512, 4_000, 9_999};
    Rows rows = Rows.sparse(columns).add(row, new double[] {1, -2, 3, 0.5}).build();
    double[] theta = new Random(1).doubles(columns + 1, 1, 2).toArray();
    double[] before = theta.clone();
    RestingWeights weights = RestingWeights.of(theta, columns, 1, 0.1, shrinkage);
    rows.descend(0, 1, weights, new double[] {0.5}, (at, z) -> z);
    int[] written = IntStream.range(0, theta.length).filter(j -> theta[j] != before[j]).toArray();
    assertArrayEquals(new int[] {7, 512, 4_000, 9_999, columns}, written);
  }
}
