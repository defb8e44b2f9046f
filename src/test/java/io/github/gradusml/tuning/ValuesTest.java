package io.github.gradusml.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValuesTest {
  @Test
  void powersOfTenAreExact() {
    assertEquals(List.of(1e-4, 1e-3, 1e-2, 1e-1, 1.0), Values.logarithmic(1e-4, 1, 5).list());
  }

  @Test
  void tenthsAreExact() {
    assertEquals(List.of(0.0, 0.3, 0.6, 0.9), Values.linear(0, 0.9, 4).list());
  }

  @Test
  void theEndsAreThoseGivenToTheLastBit() {
    List<Double> list = Values.logarithmic(Math.PI, Math.E * 1e3, 3).list();
    assertEquals(Math.PI, list.get(0));
    assertEquals(Math.E * 1e3, list.get(2));
  }

  @Test
  void valuesByFactorHaveTheSameRatio() {
    List<Double> list = Values.logarithmic(0.02, 7, 9).list();
    for (int i = 1; i < 9; i++) {
      // Rounded to 12 digits each.
      assertEquals(Math.pow(350, 1.0 / 8), list.get(i) / list.get(i - 1), 1e-11);
    }
  }

  @Test
  void aRefinementByFactorReachesFromNeighborToNeighbor() {
    assertEquals(
        List.of(1e-3, 0.00316227766017, 0.01, 0.0316227766017, 0.1),
        Values.logarithmic(1e-4, 1, 5).around(0.01).list());
  }

  @Test
  void aRefinementDoesNotLeaveTheRange() {
    assertEquals(
        List.of(0.75, 0.8125, 0.875, 0.9375, 1.0), Values.linear(0, 1, 5).around(1.0).list());
  }

  @Test
  void aRefinementOfFewValuesIsFinerThanTheyWere() {
    assertEquals(List.of(0.0, 0.25, 0.5, 0.75, 1.0), Values.linear(0, 1, 3).around(0.5).list());
  }

  @Test
  void aRefinementOfManyValuesHasAsMany() {
    assertEquals(11, Values.linear(0, 1, 11).around(0.4).list().size());
    assertEquals(
        List.of(0.3, 0.32, 0.34), Values.linear(0, 1, 11).around(0.4).list().subList(0, 3));
  }

  /** 10 was once tried again as 9.99999999999, as the ends of the finer range are rounded too. */
  @Test
  void aRefinementHasTheValuesThatWereTriedBeforeToTheLastDigit() {
    for (int count = 3; count < 40; count += 2) {
      for (Values<Double> coarse :
          List.of(
              Values.logarithmic(1e-3, 7, count),
              Values.logarithmic(1e-200, 1e200, count),
              Values.linear(-0.1, 0.3, count))) {
        List<Double> known = coarse.list();
        for (int k = 1; k < count - 1; k++) {
          List<Double> finer = coarse.around(known.get(k)).list();
          assertTrue(finer.containsAll(known.subList(k - 1, k + 2)), known.get(k) + ": " + finer);
        }
      }
    }
  }

  @Test
  void aRangeMayBeRefinedUntilNothingIsLeftToRefine() {
    for (Values<Double> start :
        List.of(Values.logarithmic(0.1, 10, 3), Values.linear(0, 0.1, 4), Values.linear(1, 3, 3))) {
      Values<Double> values = start;
      double best = values.list().get(1);
      for (int round = 0; round < 100; round++) {
        values = values.around(best);
        assertTrue(values.list().contains(best), values + " has " + best);
      }
      // What is left differs in the last of 12 digits, and is the same in the next round.
      assertTrue(values.list().size() <= 3, values.list().toString());
      assertEquals(values.list(), values.around(best).list());
    }
  }

  @Test
  void aRangeByFactorMayReachFromTheSmallestToTheLargestNumber() {
    assertEquals(List.of(1e-200, 1.0, 1e200), Values.logarithmic(1e-200, 1e200, 3).list());
    List<Double> all = Values.logarithmic(Double.MIN_VALUE, Double.MAX_VALUE, 5).list();
    assertEquals(5, all.size());
    // The geometric mean of the two: √(2^−1074 · 2^1024) = 2^−25, rounded to 12 digits.
    assertEquals(0x1p-25, all.get(2), 1e-12 * 0x1p-25);
    double most = Double.MAX_VALUE;
    assertEquals(0.0, Values.linear(-most, most, 5).around(0.0).list().get(2));
  }

  @Test
  void aRangeOfFewNumbersHasEachOnce() {
    assertEquals(List.of(1.0, Math.nextUp(1.0)), Values.linear(1, Math.nextUp(1.0), 5).list());
  }

  @Test
  void ofManyValuesAMessageTellsTheFirst() {
    Integer[] many =
        IntStream.range(0, 100_000).map(i -> i % 99_999).boxed().toArray(Integer[]::new);
    assertEquals(
        "values must differ, but were [0, 1, 2, 3, 4, … 99995 more]",
        Rejected.message(() -> Values.of(many)));
    assertEquals(
        "values must differ, but were [" + "x".repeat(99) + "…, " + "x".repeat(99) + "…]",
        Rejected.message(() -> Values.of("x".repeat(10_000_000), "x".repeat(10_000_000))));
  }

  @Test
  void aRefinementOfAListIsTheBestAlone() {
    assertEquals(List.of("b"), Values.of("a", "b", "c").around("b").list());
  }

  @Test
  void numbersAtRandomFillTheRangeEvenlyOnItsScale() {
    Well19937c random = new Well19937c(1);
    Values<Double> values = Values.logarithmic(1e-4, 1, 5);
    double[] drawn = IntStream.range(0, 4000).mapToDouble(i -> values.draw(random)).toArray();
    for (int decade = -4; decade < 0; decade++) {
      double from = Math.pow(10, decade);
      long count =
          IntStream.range(0, 4000).filter(i -> drawn[i] >= from && drawn[i] < 10 * from).count();
      // 1000 of 4000 on average; the deviation is √(4000·¼·¾) = 27, and 4 of these are 110.
      assertEquals(1000, count, 110);
    }
  }

  @Test
  void onlyPositiveNumbersThatSpanMagnitudesAreLogarithmic() {
    assertTrue(Values.logarithmic(1, 2, 2).isLogarithmic());
    assertTrue(Values.of(0.1, 0.001, 0.0001).isLogarithmic());
    assertFalse(Values.linear(1, 1000, 4).isLogarithmic());
    assertFalse(Values.of(10, 20, 40).isLogarithmic());
    assertFalse(Values.of(0.0, 1.0, 100.0).isLogarithmic());
    assertFalse(Values.of("few", "many").isLogarithmic());
  }

  static List<Arguments> refused() {
    return List.of(
        Rejected.with(
            "from must be finite and > 0, but was 0.0", () -> Values.logarithmic(0, 1, 5)),
        Rejected.with("from must be finite, but was NaN", () -> Values.linear(Double.NaN, 1, 5)),
        Rejected.with(
            "to must be finite, but was Infinity",
            () -> Values.logarithmic(1, Double.POSITIVE_INFINITY, 5)),
        Rejected.with("to must be above from, 1.0, but was 1.0", () -> Values.linear(1, 1, 2)),
        Rejected.with(
            "count must be at most 1000000, but was 2000000000",
            () -> Values.linear(0, 1, 2_000_000_000)),
        Rejected.with("count must be at least 2, but was 1", () -> Values.linear(0, 1, 1)),
        Rejected.with("values must be at least one, but there is none", () -> Values.of()),
        Rejected.with("values must differ, but were [1, 2, 1]", () -> Values.of(1, 2, 1)));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void valuesThatMakeNoSenseAreRefused(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  @Test
  void valuesAreSaid() {
    assertEquals(
        "5 values from 1.0E-4 to 1.0 by factor", Values.logarithmic(1e-4, 1, 5).toString());
    assertEquals("3 values from 0.0 to 1.0", Values.linear(0, 1, 3).toString());
    assertEquals("[a, b]", Values.of("a", "b").toString());
  }
}
