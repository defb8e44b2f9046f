package io.github.gradusml.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.CentralDifference;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The softmax and its cross-entropy, against what the algebra says of them. */
class SoftmaxTest {
  /** A few roundings of a number, in units of its size. */
  private static final double ROUNDING = 2e-15;

  private static LossOnNetInputs loss(int k, double smoothing) {
    Loss loss = smoothing == 0 ? Loss.crossEntropy() : Loss.crossEntropy(smoothing);
    return Output.softmax(k).compose(loss);
  }

  private static double[] predicted(double... z) {
    double[] p = new double[z.length];
    Output.softmax(z.length).predict(z, 0, p);
    return p;
  }

  private static double[] slope(LossOnNetInputs loss, double y, double... z) {
    double[] delta = new double[z.length];
    loss.slope(z, 0, y, delta);
    return delta;
  }

  /** ln 1, ln 2, … ln k. */
  private static double[] logarithms(int k) {
    double[] z = new double[k];
    Arrays.setAll(z, u -> StrictMath.log(u + 1));
    return z;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 10})
  void ofLogarithmsItGivesTheirShares(int k) {
    double[] p = predicted(logarithms(k));
    double sum = k * (k + 1) / 2.0; // 1 + 2 + … + k
    for (int u = 0; u < k; u++) {
      assertEquals((u + 1) / sum, p[u], ROUNDING);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 10})
  void theLossOfLogarithmsIsThatOfTheirShares(int k) {
    double sum = k * (k + 1) / 2.0;
    for (int y = 0; y < k; y++) {
      double expected = StrictMath.log(sum / (y + 1));
      assertEquals(expected, loss(k, 0).value(logarithms(k), 0, y), ROUNDING * (1 + expected));
    }
  }

  /** −Σ qᵤ·ln pᵤ, where q is 1 − s + s/k of the class and s/k of every other. */
  @ParameterizedTest
  @CsvSource({"2, 0.1", "3, 0.1", "10, 0.1", "3, 0.5", "10, 0.9"})
  void withSmoothingEveryClassHasItsShareOfTheLoss(int k, double smoothing) {
    double sum = k * (k + 1) / 2.0;
    for (int y = 0; y < k; y++) {
      double expected = 0;
      for (int u = 0; u < k; u++) {
        double q = smoothing / k + (u == y ? 1 - smoothing : 0);
        expected += q * StrictMath.log(sum / (u + 1));
      }
      double actual = loss(k, smoothing).value(logarithms(k), 0, y);
      assertEquals(expected, actual, 4 * ROUNDING * (1 + expected)); // k terms
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "3, 0", "10, 0", "2, 0.1", "3, 0.1", "10, 0.1", "3, 0.9"})
  void theSlopeIsThatOfTheValue(int k, double smoothing) {
    LossOnNetInputs loss = loss(k, smoothing);
    Random random = new Random(k);
    for (int repeat = 0; repeat < 20; repeat++) {
      double[] z = random.doubles(k, -8, 8).toArray();
      int y = random.nextInt(k);
      double[] delta = slope(loss, y, z);
      for (int u = 0; u < k; u++) {
        int moved = u;
        CentralDifference.assertSlope(
            value -> {
              double[] other = z.clone();
              other[moved] = value;
              return loss.value(other, 0, y);
            },
            z[u],
            delta[u]);
      }
    }
  }

  /** Which is what a training asks for that records its losses. */
  @ParameterizedTest
  @CsvSource({"2, 0", "3, 0", "10, 0", "3, 0.1", "10, 0.1"})
  void bothAtOnceHaveTheBitsOfEachAlone(int k, double smoothing) {
    LossOnNetInputs loss = loss(k, smoothing);
    Random random = new Random(k);
    for (int repeat = 0; repeat < 200; repeat++) {
      double[] z = random.ints(3 * k, -300, 300).mapToDouble(v -> v / 8.0).toArray();
      int y = random.nextInt(k);
      double[] slope = new double[3 * k];
      loss.slope(z, 1, y, slope);
      double[] delta = new double[3 * k];
      assertEquals(loss.value(z, 1, y), loss.valueAndSlope(z, 1, y, delta));
      assertArrayEquals(slope, delta);
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "3, 0", "10, 0", "3, 0.1", "10, 0.1"})
  void slopesSumToZero(int k, double smoothing) {
    Random random = new Random(k);
    for (int repeat = 0; repeat < 50; repeat++) {
      double[] z = random.doubles(k, -30, 30).toArray();
      double sum = Arrays.stream(slope(loss(k, smoothing), random.nextInt(k), z)).sum();
      assertEquals(0, sum, ROUNDING); // roundings of k numbers up to 1
    }
  }

  /** Here p of the class rounds to 1, and 1 − p, in truth e^z, would be 0. */
  @ParameterizedTest
  @ValueSource(doubles = {-40, -100, -700})
  void whatIsLackingToACertainClassKeepsItsDigits(double z) {
    double rest = StrictMath.exp(z);
    double relative = ROUNDING * rest;
    assertEquals(rest, loss(2, 0).value(new double[] {0, z}, 0, 0), relative);
    assertEquals(2 * rest, loss(3, 0).value(new double[] {z, 0, z}, 0, 1), 2 * relative);
    double[] delta = slope(loss(3, 0), 1, z, 0, z);
    assertEquals(rest, delta[0], relative);
    assertEquals(-2 * rest, delta[1], 2 * relative);
    assertEquals(rest, delta[2], relative);
    assertEquals(rest, predicted(0, z)[1], relative);
  }

  /** Net inputs of ±1e300 and ±3 in every order of signs that three bits have. */
  @ParameterizedTest
  @CsvSource({"2, 0", "3, 0", "10, 0", "2, 0.1", "3, 0.1", "10, 0.1"})
  void allIsFiniteUpTo1e300(int k, double smoothing) {
    for (double size : new double[] {3, 710, 1e17, 1e300}) {
      for (int signs = 0; signs < 8; signs++) {
        int bits = signs;
        double[] z = new double[k];
        Arrays.setAll(z, u -> (bits >> u % 3 & 1) == 1 ? size : -size);
        assertFinite(z, smoothing);
        z[k - 1] = 3;
        assertFinite(z, smoothing);
      }
    }
  }

  private static void assertFinite(double[] z, double smoothing) {
    int k = z.length;
    double[] p = predicted(z);
    assertEquals(1, Arrays.stream(p).sum(), ROUNDING, Arrays.toString(z));
    Output softmax = Output.softmax(k);
    for (int y = 0; y < k; y++) {
      double value = loss(k, smoothing).value(z, 0, y);
      double[] delta = slope(loss(k, smoothing), y, z);
      String where = Arrays.toString(z) + " and " + y;
      assertTrue(value >= 0 && Double.isFinite(value), where);
      assertTrue(Arrays.stream(delta).allMatch(d -> Math.abs(d) <= 1), where);
      assertTrue(Double.isFinite(softmax.score(z, 0, y) + softmax.logLoss(z, 0, y)), where);
    }
  }

  /** A sum of several features may overflow; equal infinities then share, and nothing is NaN. */
  @Test
  void infiniteNetInputsThatAreEqualShare() {
    double infinity = Double.POSITIVE_INFINITY;
    assertArrayEquals(new double[] {0.5, 0.5, 0}, predicted(infinity, infinity, 1e300));
    assertArrayEquals(new double[] {0.5, 0.5}, predicted(-infinity, -infinity));
    assertArrayEquals(new double[] {-0.5, 0.5}, slope(loss(2, 0), 0, infinity, infinity));
    assertEquals(infinity, loss(2, 0).value(new double[] {infinity, 0}, 0, 1));
  }

  @ParameterizedTest
  @CsvSource({"3, 0", "10, 0", "3, 0.1", "10, 0.1"})
  void aShiftOfAllNetInputsChangesNothing(int k, double smoothing) {
    LossOnNetInputs loss = loss(k, smoothing);
    Random random = new Random(k);
    for (int repeat = 0; repeat < 20; repeat++) {
      double[] z = random.ints(k, -20, 20).mapToDouble(v -> v / 4.0).toArray();
      double[] shifted = Arrays.stream(z).map(v -> v + 1e12).toArray(); // still exact
      int y = random.nextInt(k);
      assertEquals(loss.value(z, 0, y), loss.value(shifted, 0, y));
      assertArrayEquals(slope(loss, y, z), slope(loss, y, shifted));
      assertArrayEquals(predicted(z), predicted(shifted));
      assertEquals(Output.softmax(k).score(z, 0, y), Output.softmax(k).score(shifted, 0, y));
    }
  }

  /** e^a/(e^a + e^b) = 1/(1 + e^(b−a)): a few ulps of each number. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void ofTwoClassesItIsTheSigmoidOfTheDifference(double smoothing) {
    Loss loss = smoothing == 0 ? Loss.crossEntropy() : Loss.crossEntropy(smoothing);
    ComposedLoss sigmoid = loss.compose(Activation.sigmoid());
    LossOnNetInputs softmax = loss(2, smoothing);
    Random random = new Random(2);
    for (int repeat = 0; repeat < 500; repeat++) {
      double[] z = random.doubles(2, -60, 60).toArray();
      double d = z[1] - z[0];
      double[] p = predicted(z);
      assertUlps(Activation.sigmoid().value(d), p[1], 0);
      assertUlps(Activation.sigmoid().value(-d), p[0], 0);
      for (int y = 0; y < 2; y++) {
        // Smoothing adds numbers below 1, or, to the loss, a share of d, and so roundings of these.
        double size = smoothing == 0 ? 0 : 1;
        assertUlps(sigmoid.value(d, y), softmax.value(z, 0, y), size * Math.abs(d));
        double[] delta = slope(softmax, y, z);
        assertUlps(sigmoid.derivative(d, y), delta[1], size);
        assertUlps(-sigmoid.derivative(d, y), delta[0], size);
        assertUlps(y == 1 ? d : -d, Output.softmax(2).score(z, 0, y), 0);
      }
    }
  }

  private static void assertUlps(double expected, double actual, double size) {
    assertEquals(expected, actual, 6 * Math.ulp(Math.max(Math.abs(expected), size)));
  }

  /** That of the slope along any line: ‖δ(z) − δ(z′)‖ is at most ½·‖z − z′‖. */
  @Test
  void noSlopeChangesFasterThanTheCurvatureSays() {
    LossOnNetInputs loss = loss(4, 0);
    assertEquals(0.5, loss.curvature());
    Random random = new Random(4);
    for (int repeat = 0; repeat < 1000; repeat++) {
      double[] z = random.doubles(4, -5, 5).toArray();
      double[] other = random.doubles(4, -5, 5).toArray();
      double rise = distance(slope(loss, 1, z), slope(loss, 1, other));
      assertTrue(rise <= 0.5 * distance(z, other) * (1 + 1e-12)); // roundings
    }
    double[] near = slope(loss, 1, 0.001, -0.001, -50, -50);
    double[] rise = slope(loss, 1, -0.001, 0.001, -50, -50);
    assertEquals(0.5, distance(near, rise) / (0.002 * Math.sqrt(2)), 1e-6, "and here it does");
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int u = 0; u < a.length; u++) {
      sum += (a[u] - b[u]) * (a[u] - b[u]);
    }
    return Math.sqrt(sum);
  }
}
