package io.github.gradusml.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DistinctNumbersTest {
  private static final DistinctNumbers NUMBERS =
      DistinctNumbers.of(new double[] {3, -1, 3, 0.0, -0.0, 3});

  @Test
  void theyAreAscending() {
    assertEquals(3, NUMBERS.size());
    assertEquals(-1, NUMBERS.number(0));
    assertEquals(0.0, NUMBERS.number(1));
    assertEquals(3, NUMBERS.number(2));
  }

  @Test
  void minusZeroIsZero() {
    assertEquals(2, NUMBERS.count(1));
    assertEquals(1, NUMBERS.indexOf(-0.0));
  }

  @Test
  void eachIsCounted() {
    assertEquals(1, NUMBERS.count(0));
    assertEquals(3, NUMBERS.count(2));
  }

  @Test
  void anotherNumberIsNotFound() {
    assertEquals(2, NUMBERS.indexOf(3));
    assertTrue(NUMBERS.indexOf(2) < 0);
  }
}
