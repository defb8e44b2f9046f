package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ContourTest {
  private static final Axis X = new Axis("x", Scale.LINEAR, -2, 2);
  private static final Axis Y = new Axis("y", Scale.LINEAR, -3, 1);

  @Test
  void aStraightLineIsExact() {
    double[][] line = Contour.zero((x, y) -> 3 * x - 2 * y - 1, X, Y);
    for (int i = 0; i < line[0].length; i++) {
      if (!Double.isNaN(line[1][i])) {
        // A few roundings of numbers below 10.
        assertEquals(0, 3 * line[0][i] - 2 * line[1][i] - 1, 1e-13);
      }
    }
  }

  @Test
  void aLineReachesFromEdgeToEdge() {
    double[][] line = Contour.zero((x, y) -> y - 0.5 * x, X, Y);
    double left = java.util.Arrays.stream(line[0]).min().orElseThrow();
    double right = java.util.Arrays.stream(line[0]).max().orElseThrow();
    // The edge is a hair beyond the end: a millionth of the length.
    assertEquals(-2, left, 1e-5);
    assertEquals(2, right, 1e-5);
  }

  @Test
  void aCircleIsRound() {
    double[][] circle = Contour.zero((x, y) -> x * x + y * y - 0.81, X, Y);
    assertTrue(circle[0].length > 300);
    for (int i = 0; i < circle[0].length; i++) {
      if (!Double.isNaN(circle[1][i])) {
        // A chord of the length of a cell, 4/160·√2, is h²/(8r) = 0.0002 off the circle.
        assertEquals(0.9, Math.hypot(circle[0][i], circle[1][i]), 3e-4);
      }
    }
  }

  @Test
  void aFunctionOfOneSignHasNone() {
    assertEquals(0, Contour.zero((x, y) -> 1, X, Y)[0].length);
    assertEquals(0, Contour.zero((x, y) -> 0, X, Y)[0].length);
  }
}
