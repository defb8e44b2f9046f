package io.github.gradusml.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kernel against its definition, written out without any thought of speed, bit for bit. */
class VectorsTest {
  private static final int MOST_COLUMNS = 40;

  @Test
  void dotIsFourInterleavedSums() {
    double[] a = random(1, 100);
    double[] b = random(2, 100);
    for (int n = 0; n <= MOST_COLUMNS; n++) {
      assertBits(interleavedDot(a, 3, b, 7, n), Vectors.dot(a, 3, b, 7, n));
    }
  }

  @Test
  void squaredNormHasTheSameOrder() {
    double[] a = random(1, 100);
    for (int n = 0; n <= MOST_COLUMNS; n++) {
      assertBits(interleavedDot(a, 3, a, 3, n), Vectors.squaredNorm(a, 3, n));
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
      Vectors.addScaled(0.3, x, 3, y, yFrom, n);
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
      Vectors.scale(0.3, x, 3, n);
      assertArrayEquals(expected, x, n + " elements");
    }
  }

  @Test
  void nanAndInfinityAreCarriedOn() {
    double[] x = {1, 2, 3, 4, Double.NaN, 6};
    double[] w = {1, 1, 1, 1, 1, Double.POSITIVE_INFINITY};
    assertEquals(10, Vectors.dot(x, 0, w, 0, 4));
    assertEquals(Double.NaN, Vectors.dot(x, 0, w, 0, 5));
    assertEquals(Double.POSITIVE_INFINITY, Vectors.dot(x, 5, w, 5, 1));
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
