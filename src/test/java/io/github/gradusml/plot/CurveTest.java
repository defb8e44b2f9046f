package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import org.junit.jupiter.api.Test;

class CurveTest {
  private static final Axis X = new Axis("x", Scale.LINEAR, 0, 2);
  private static final Axis Y = new Axis("y", Scale.LOG, 0.1, 10);

  @Test
  void whatHasNoPlaceOnALogarithmicAxisBecomesAGap() {
    Curve curve = Curve.of("c", new double[] {0, 1, 2}, new double[] {1, -1, 2}, 0);
    assertArrayEquals(new double[] {1, Double.NaN, 2}, curve.between(X, Y, false).y());
  }

  @Test
  void aDenseCurveHasNeighborsAPixelApart() {
    Curve dense = Curve.of("c", new double[] {0, 2}, new double[] {0.1, 10}, 0).between(X, Y, true);
    assertEquals(801, dense.x().length);
    for (int i = 1; i < dense.x().length; i++) {
      double across = X.position(dense.x()[i]) - X.position(dense.x()[i - 1]);
      // The step is 1/800; rounding of the logarithm and back.
      assertEquals(1.0 / 800, across, 1e-12);
    }
  }

  @Test
  void aDenseCurveIsStraightOnTheScreen() {
    Curve dense = Curve.of("c", new double[] {0, 2}, new double[] {0.1, 10}, 0).between(X, Y, true);
    for (int i = 0; i < dense.x().length; i++) {
      assertEquals(X.position(dense.x()[i]), Y.position(dense.y()[i]), 1e-12);
    }
  }

  @Test
  void aDenseCurveKeepsItsGaps() {
    double[] x = {0, 1, 2};
    double[] y = {1, Double.NaN, 2};
    Curve dense = Curve.of("c", x, y, 0).between(X, Y, true);
    assertEquals(3, dense.y().length);
    assertTrue(Double.isNaN(dense.y()[1]));
  }

  @Test
  void differentLengthsAreRefused() {
    assertEquals(
        "y must have a value for each of the 1 of x, but has 2",
        Rejected.message(() -> Curve.of("c", new double[1], new double[2], 0)));
  }
}
