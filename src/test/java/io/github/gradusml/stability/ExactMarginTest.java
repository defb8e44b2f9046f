package io.github.gradusml.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.data.Dataset;
import org.junit.jupiter.api.Test;

class ExactMarginTest {
  private static double margin(double[][] x, double[] y, double... theta) {
    SignedRows rows = SignedRows.of(Dataset.of(x, y), true);
    return ExactMargin.of(rows, theta, rows.radius());
  }

  @Test
  void itIsThatOfTheRowNearestToTheLine() {
    double[][] x = {{3, 0}, {-1, 0}, {-5, 0}};
    assertEquals(1, margin(x, new double[] {1, 0, 0}, 2, 0, 0));
    assertEquals(-1, margin(x, new double[] {1, 1, 0}, 2, 0, 0));
  }

  /** 1e16 + 1 − 1e16 is 0 in doubles, in the order in which they are added up. */
  @Test
  void noSignIsLostToRounding() {
    double[][] x = {{1e16, 1, -1e16}, {-1e16, -1, 1e16}};
    assertEquals(1 / Math.sqrt(3), margin(x, new double[] {1, -1}, 1, 1, 1, 0), 1e-16);
    assertEquals(-1 / Math.sqrt(3), margin(x, new double[] {-1, 1}, 1, 1, 1, 0), 1e-16);
  }

  /** 0.1 + 0.2 − 0.3 is 5.6e-17 in doubles, and 2.8e-17 of the three doubles themselves. */
  @Test
  void aRowThatRoundingPutsOffTheLineIsMeasuredExactly() {
    double[][] x = {{0.1, 0.2, -0.3}, {-1, -1, -1}};
    double exact = 0x1p-55 / Math.sqrt(3);
    assertEquals(exact, margin(x, new double[] {1, 0}, 1, 1, 1, 0), 1e-30);
  }

  @Test
  void aRowOnTheLineIsNotSeparated() {
    double[][] x = {{0.1}, {-0.3}};
    assertEquals(0, margin(x, new double[] {1, 0}, 1, -0.1));
  }

  @Test
  void aMarginTooSmallForADoubleKeepsItsSign() {
    double[][] x = {{Double.MIN_VALUE}, {-1}};
    assertTrue(margin(x, new double[] {1, 0}, 0.25, 0) > 0);
  }
}
