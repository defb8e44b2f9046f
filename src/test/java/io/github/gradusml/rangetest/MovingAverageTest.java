package io.github.gradusml.rangetest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MovingAverageTest {
  /** A handful of roundings of numbers of size 1. */
  private static final double ROUNDING = 1e-15;

  @Test
  void theFirstAverageIsTheFirstNumber() {
    assertEquals(0.7, new MovingAverage(0.98).after(0.7), ROUNDING);
  }

  @Test
  void theSameNumberAgainAndAgainIsItsAverage() {
    MovingAverage average = new MovingAverage(0.98);
    for (int i = 0; i < 1000; i++) {
      assertEquals(0.7, average.after(0.7), 1e-13); // a thousand roundings
    }
  }

  @Test
  void itIsTheExponentialAverageDividedByItsWeight() {
    MovingAverage average = new MovingAverage(0.9);
    average.after(3);
    average.after(1);
    // (0.1·2 + 0.9·(0.1·1 + 0.9·(0.1·3))) / (1 − 0.9³) = 0.533/0.271
    assertEquals(0.533 / 0.271, average.after(2), ROUNDING);
  }

  @Test
  void withoutSmoothingTheLastNumberIsTheAverage() {
    MovingAverage average = new MovingAverage(0);
    average.after(5);
    assertEquals(7, average.after(7));
  }

  @Test
  void tenNumbersCountWhereATenthIsTaken() {
    assertEquals(1, MovingAverage.memory(0));
    assertEquals(10, MovingAverage.memory(0.9), 1); // 1/(1 − 0.9) is a bit above 10
    assertEquals(50, MovingAverage.memory(0.98), 1);
  }
}
