package io.github.gradusml.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kernel against its definition, written out without any thought of speed, bit for bit. */
class DenseKernelsTest {
  private static final int MOST_COLUMNS = 40;
  private static final int MOST_ROWS = 9;

  @Test
  void dotIsFourInterleavedSums() {
    double[] a = random(1, 100);
    double[] b = random(2, 100);
    for (int n = 0; n <= MOST_COLUMNS; n++) {
      assertBits(interleavedDot(a, 3, b, 7, n), DenseKernels.dot(a, 3, b, 7, n));
    }
  }

  @Test
  void sumAndSquaredNormHaveTheSameOrder() {
    double[] a = random(1, 100);
    double[] ones = new double[100];
    Arrays.fill(ones, 1);
    for (int n = 0; n <= MOST_COLUMNS; n++) {
      assertBits(interleavedDot(a, 3, ones, 0, n), DenseKernels.sum(a, 3, n));
      assertBits(interleavedDot(a, 3, a, 3, n), DenseKernels.squaredNorm(a, 3, n));
    }
  }

  @Test
  void scoresAreTheDotProductOfEachRowPlusTheBias() {
    for (int columns = 1; columns <= MOST_COLUMNS; columns++) {
      for (int rows = 0; rows <= MOST_ROWS; rows++) {
        double[] x = random(columns, 5 + rows * columns);
        double[] w = random(rows, 2 + columns);
        double[] expected = random(3, rows + 2);
        double[] z = expected.clone();
        for (int i = 0; i < rows; i++) {
          expected[1 + i] = interleavedDot(x, 5 + i * columns, w, 2, columns) + 0.1;
        }
        DenseKernels.scores(x, 5, columns, rows, w, 2, 0.1, z, 1);
        assertArrayEquals(expected, z, columns + " columns, " + rows + " rows");
      }
    }
  }

  @Test
  void addRowsAddsOneRowAfterTheOther() {
    for (int columns = 1; columns <= MOST_COLUMNS; columns++) {
      for (int rows = 0; rows <= MOST_ROWS; rows++) {
        double[] x = random(columns, 5 + rows * columns);
        double[] delta = random(rows, rows + 3);
        double[] expected = random(3, columns + 2);
        double[] g = expected.clone();
        for (int i = 0; i < rows; i++) {
          for (int j = 0; j < columns; j++) {
            expected[1 + j] = expected[1 + j] + delta[3 + i] * x[5 + i * columns + j];
          }
        }
        DenseKernels.addRows(x, 5, columns, rows, delta, 3, g, 1);
        assertArrayEquals(expected, g, columns + " columns, " + rows + " rows");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4})
  void addScaledAddsToItsStretchAndNothingElse(int yFrom) {
    double[] x = random(1, 50);
    for (int n = 0; n <= MOST_COLUMNS; n++) {
      double[] expected = random(2, 50);
      double[] y = expected.clone();
      for (int j = 0; j < n; j++) {
        expected[yFrom + j] = expected[yFrom + j] + 0.3 * x[3 + j];
      }
      DenseKernels.addScaled(0.3, x, 3, y, yFrom, n);
      assertArrayEquals(expected, y, n + " elements");
    }
  }

  @Test
  void scaleMultipliesItsStretchAndNothingElse() {
    for (int n = 0; n <= MOST_COLUMNS; n++) {
      double[] expected = random(2, 50);
      double[] x = expected.clone();
      for (int j = 3; j < 3 + n; j++) {
        expected[j] = 0.3 * expected[j];
      }
      DenseKernels.scale(0.3, x, 3, n);
      assertArrayEquals(expected, x, n + " elements");
    }
  }

  @Test
  void gatherCopiesRowsInTheOrderGiven() {
    double[] x = {0, 1, 10, 11, 20, 21, 30, 31};
    double[] buffer = {-1, -1, -1, -1, -1, -1, -1};
    DenseKernels.gather(x, 2, new int[] {0, 3, 1, 3, 2}, 1, 4, buffer);
    assertArrayEquals(new double[] {30, 31, 10, 11, 30, 31, -1}, buffer);
  }

  @Test
  void nanAndInfinityAreCarriedOn() {
    double[] x = {1, 2, 3, 4, Double.NaN, 6};
    double[] w = {1, 1, 1, 1, 1, Double.POSITIVE_INFINITY};
    assertEquals(10, DenseKernels.dot(x, 0, w, 0, 4));
    assertEquals(Double.NaN, DenseKernels.dot(x, 0, w, 0, 5));
    assertEquals(Double.POSITIVE_INFINITY, DenseKernels.dot(x, 5, w, 5, 1));
  }

  /** OpenJDK 17.0.15; the same on Temurin 25, and on both with the interpreter alone (-Xint). */
  @Test
  void bitsOfAGradientAreTheRecordedOnes() {
    int columns = 30;
    int rows = 57;
    double[] x = random(1, rows * columns);
    double[] z = new double[rows];
    double[] g = new double[columns];
    long hash = 1;
    for (int pass = 0; pass < 2_000; pass++) { // long enough to be compiled on the way
      DenseKernels.scores(x, 0, columns, rows, g, 0, 0.1, z, 0);
      DenseKernels.addRows(x, 0, columns, rows, z, 0, g, 0);
      DenseKernels.scale(1 / DenseKernels.norm(g, 0, columns), g, 0, columns);
      for (double value : g) {
        hash = 31 * hash + Double.doubleToRawLongBits(value);
      }
    }
    assertEquals("d164c9c23ce2e985", Long.toHexString(hash));
  }

  private static double interleavedDot(double[] a, int aFrom, double[] b, int bFrom, int n) {
    double[] sums = new double[4];
    for (int j = 0; j < n; j++) {
      sums[j % 4] = sums[j % 4] + a[aFrom + j] * b[bFrom + j];
    }
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
  }

  private static double[] random(long seed, int length) {
    Random random = new Random(seed);
    return random.doubles(length, -1, 1).toArray();
  }

  private static void assertBits(double expected, double actual) {
    assertEquals(Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(actual));
  }
}
