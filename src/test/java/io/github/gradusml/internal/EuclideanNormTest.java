package io.github.gradusml.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EuclideanNormTest {
  @Test
  void ofThreeAndFourIsFive() {
    assertEquals(5, Vectors.norm(new double[] {9, 3, -4, 9}, 1, 2));
  }

  /** Powers of two change no digit; the last two reach the largest doubles and the subnormals. */
  @ParameterizedTest
  @ValueSource(ints = {-800, -500, -100, 100, 500, 800, 1019, -1070})
  void neitherOverflowsNorVanishes(int exponent) {
    double factor = Math.scalb(1.0, exponent);
    double[] x = {9, 3 * factor, -4 * factor, 0, 12 * factor, 9};
    assertEquals(13 * factor, Vectors.norm(x, 1, 4));
  }

  @Test
  void scalingByAPowerOfTwoScalesTheNormExactly() {
    double[] x = new Random(1).doubles(33, -1, 1).toArray();
    double norm = Vectors.norm(x, 0, x.length);
    for (int exponent = -1000; exponent <= 1000; exponent += 50) {
      double[] scaled = x.clone();
      Vectors.scale(Math.scalb(1.0, exponent), scaled, 0, scaled.length);
      // within rounding: the smallest of the numbers lose digits as subnormals at 2⁻¹⁰⁰⁰
      double expected = Math.scalb(norm, exponent);
      assertEquals(expected, Vectors.norm(scaled, 0, scaled.length), Math.ulp(expected));
    }
  }

  @Test
  void isInfiniteOnlyBeyondTheDoubles() {
    double huge = Double.MAX_VALUE;
    assertEquals(huge, Vectors.norm(new double[] {huge, 0}, 0, 2));
    assertEquals(Double.POSITIVE_INFINITY, Vectors.norm(new double[] {huge, huge}, 0, 2));
    assertEquals(
        Double.POSITIVE_INFINITY, Vectors.norm(new double[] {1, Double.NEGATIVE_INFINITY}, 0, 2));
  }

  @Test
  void ofNothingOrZerosIsZero() {
    assertEquals(0, Vectors.norm(new double[] {1}, 0, 0));
    assertEquals(0, Vectors.norm(new double[] {0, -0.0}, 0, 2));
    assertEquals(Double.MIN_VALUE, Vectors.norm(new double[] {0, -Double.MIN_VALUE}, 0, 2));
  }

  @Test
  void isNanWithANan() {
    assertEquals(Double.NaN, Vectors.norm(new double[] {1, Double.NaN}, 0, 2));
    assertEquals(
        Double.NaN, Vectors.norm(new double[] {Double.POSITIVE_INFINITY, Double.NaN, 1e200}, 0, 3));
  }
}
