package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LevelSetTest {
  @Test
  void aLevelSetRunsAlongTheBorderWhereItLeavesTheGrid() {
    double[] xs = {0, 1, 2};
    double[][] z = {{0, 0, 0}, {1, 1, 1}, {2, 2, 2}}; // z = x
    LevelSet.Loop loop = LevelSet.of(xs, xs, z, 0.5).get(0);
    double area = 0;
    for (int k = 1; k < loop.x().length; k++) {
      area += (loop.x()[k - 1] * loop.y()[k] - loop.x()[k] * loop.y()[k - 1]) / 2;
      boolean isContour = loop.x()[k] == 0.5 && loop.x()[k - 1] == 0.5;
      assertEquals(!isContour, loop.isBorder()[k]);
    }
    assertEquals(1, area, 1e-15); // low places to the left: counterclockwise, 0.5 by 2
  }

  @Test
  void aHoleTurnsTheOtherWayRound() {
    double[] xs = {0, 1, 2};
    double[][] z = {{0, 0, 0}, {0, 1, 0}, {0, 0, 0}};
    double area = 0;
    for (LevelSet.Loop loop : LevelSet.of(xs, xs, z, 0.5)) {
      for (int k = 1; k < loop.x().length; k++) {
        area += (loop.x()[k - 1] * loop.y()[k] - loop.x()[k] * loop.y()[k - 1]) / 2;
      }
    }
    assertEquals(4 - 0.5, area, 1e-15); // a diamond with half diagonals of 0.5
  }
}
