package io.github.gradusml.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.Inputs;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are copied, on their way through both products or into a buffer. */
class CopiedRowsTest {
  /** Through one workspace, which then copies some of them on their way. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 7, 30, 256, 257})
  void bothProductsTogetherAreThoseOfEachAlone(int columns) {
    Rows rows = rows(columns, 80, columns);
    double[] w = random(2, columns + 1);
    for (int n = 1; n <= 70; n++) {
      Workspace workspace = Workspace.of(1);
      double[] z = new double[n];
      double[] g = random(3, columns + 1);
      double[] expectedZ = new double[n];
      double[] expectedG = g.clone();
      for (int i = 0; i < n; i++) {
        double[] one = new double[1];
        rows.multiply(i + 2, i + 3, w, Workspace.of(1), one);
        expectedZ[i] = one[0];
        rows.addTransposed(i + 2, i + 3, one, Workspace.of(1), expectedG);
      }
      rows.multiply(2, n + 2, w, workspace, z);
      rows.addTransposed(2, n + 2, z, workspace, g);
      assertArrayEquals(expectedZ, z, n + " rows");
      assertArrayEquals(expectedG, g, n + " rows");
      rows.setTransposed(2, n + 2, z, workspace, g);
      double[] fromZero = random(4, columns + 1);
      Arrays.fill(fromZero, 0, columns, 0);
      g[columns] = fromZero[columns];
      rows.addTransposed(2, n + 2, z, Workspace.of(1), fromZero);
      assertArrayEquals(fromZero, g, n + " rows");
    }
  }

  @Test
  void aBufferThatWasFilledAnewIsReadAnew() {
    Rows rows = rows(1, 20, 5);
    Rows buffer = rows.buffer(8);
    Workspace workspace = Workspace.of(1);
    double[] delta = random(2, 8);
    int[] order = {0, 1, 2, 3, 4, 5, 6, 7, 19, 18, 17, 16, 15, 14, 13, 12};
    rows.copyTo(buffer, order, 0, 8);
    buffer.multiply(0, 8, random(3, 5), workspace, new double[8]);
    rows.copyTo(buffer, order, 8, 16);
    double[] g = new double[5];
    buffer.addTransposed(0, 8, delta, workspace, g);
    double[] expected = new double[5];
    rows.select(19, 18, 17, 16, 15, 14, 13, 12)
        .addTransposed(0, 8, delta, Workspace.of(1), expected);
    assertArrayEquals(expected, g);
  }

  @Test
  void aWorkspaceMayServeOtherRowsInBetween() {
    Rows rows = rows(1, 20, 5);
    Rows others = rows(2, 20, 7);
    Workspace workspace = Workspace.of(1);
    double[] delta = random(2, 8);
    rows.multiply(0, 8, random(3, 5), workspace, new double[8]);
    others.multiply(0, 8, random(3, 7), workspace, new double[8]);
    double[] g = new double[5];
    rows.addTransposed(0, 8, delta, workspace, g);
    double[] fewer = new double[5];
    rows.multiply(0, 8, random(3, 5), workspace, new double[8]);
    rows.addTransposed(1, 8, delta, workspace, fewer);
    double[] expected = new double[5];
    double[] expectedOfFewer = new double[5];
    rows.addTransposed(0, 8, delta, Workspace.of(1), expected);
    rows.addTransposed(1, 8, delta, Workspace.of(1), expectedOfFewer);
    assertArrayEquals(expected, g);
    assertArrayEquals(expectedOfFewer, fewer);
  }

  @Test
  void theLongestRowIsFoundAlsoInABufferThatChanges() {
    Rows rows = Inputs.rows(new double[] {0, 1, 3, 4, -6, 8, 0, 0}, 2);
    assertEquals(100, rows.largestSquaredLength());
    assertEquals(100, rows.largestSquaredLength());
    Rows buffer = rows.buffer(2);
    rows.copyTo(buffer, new int[] {2, 0}, 0, 2);
    assertEquals(100, buffer.largestSquaredLength());
    rows.copyTo(buffer, new int[] {1, 0}, 0, 2);
    assertEquals(25, buffer.largestSquaredLength());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 9, 255, 256, 257})
  void rowsOfAnyWidthAreFetchedWhole(int columns) {
    Rows rows = rows(1, 30, columns);
    int[] order = {29, 0, 13, 13, 7};
    Rows buffer = rows.buffer(5);
    rows.copyTo(buffer, order, 0, 5);
    for (int i = 0; i < 5; i++) {
      assertArrayEquals(rows.row(order[i]), buffer.row(i));
    }
  }

  private static Rows rows(long seed, int n, int columns) {
    return Inputs.rows(random(seed, n * columns), columns);
  }

  private static double[] random(long seed, int length) {
    return new Random(seed).doubles(length, -1, 1).toArray();
  }
}
