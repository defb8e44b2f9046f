package io.github.gradusml.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Errors against {@link Precise}. The bounds asserted are what the Javadoc promises, which a larger
 * search (see there) did not exceed.
 */
class ReproducibleMathTest {
  private static final int POINTS = 300;
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  @ParameterizedTest
  @ValueSource(doubles = {1, 40, 708})
  void expIsWithinThreeQuartersOfAnUlp(double range) {
    assertError(0.75, range, ReproducibleMath::exp, Precise::exp);
  }

  @Test
  void expIsWithinOneUlpNearOverflowAndAmongSubnormals() {
    Random random = new Random(1);
    for (int i = 0; i < POINTS; i++) {
      assertErrorAt(1, 708 + 1.78 * random.nextDouble(), ReproducibleMath::exp, Precise::exp);
      assertErrorAt(1, -708 - 37.1 * random.nextDouble(), ReproducibleMath::exp, Precise::exp);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 0.4, 2, 41, 700})
  void expm1IsWithinTwoUlps(double range) {
    assertError(
        1.5, range, ReproducibleMath::expm1, x -> Precise.exp(x).subtract(ONE, Precise.DIGITS));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 1e-3, 0.34, 0.5, 2, 60, 700})
  void expm1mxIsWithinEightUlps(double range) {
    assertError(
        8,
        range,
        ReproducibleMath::expm1mx,
        x -> Precise.exp(x).subtract(ONE, Precise.DIGITS).subtract(x, Precise.DIGITS));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 0.3, 1, 30})
  void tanhIsWithinTwoUlps(double range) {
    assertError(2, range, ReproducibleMath::tanh, ReproducibleMathTest::preciseTanh);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 40, 700})
  void sigmoidIsWithinThreeUlps(double range) {
    assertError(
        3,
        range,
        ReproducibleMath::sigmoid,
        z -> ONE.divide(ONE.add(Precise.exp(z.negate())), Precise.DIGITS));
  }

  /** With y = ln(1 + x) within n ulps, 1 + x lies between e^(y − n·ulp) and e^(y + n·ulp). */
  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 0.5, 1, 1e3, 1e300})
  void log1pIsWithinOneUlp(double range) {
    Random random = new Random(1);
    for (int i = 0; i < POINTS; i++) {
      double x = range * random.nextDouble() * (range <= 1 && i % 2 == 1 ? -1 : 1);
      double y = ReproducibleMath.log1p(x);
      BigDecimal ulp = new BigDecimal(Math.ulp(y));
      BigDecimal exact = ONE.add(new BigDecimal(x));
      assertTrue(Precise.exp(new BigDecimal(y).subtract(ulp)).compareTo(exact) <= 0, "x = " + x);
      assertTrue(Precise.exp(new BigDecimal(y).add(ulp)).compareTo(exact) >= 0, "x = " + x);
    }
  }

  /** mpmath 1.3.0: {@code mp.prec = 300; float(log1p(exp(mpf(z))))}; 2 ulps are allowed. */
  @ParameterizedTest
  @CsvSource({
    "-745, 5e-324",
    "-40, 4.248354255291589e-18",
    "-1, 0.3132616875182228",
    "0, 0.6931471805599453",
    "1, 1.3132616875182228",
    "3.5, 3.5297504182726205",
    "40, 40.0",
    "1e300, 1e300"
  })
  void softplusAgreesWithMpmath(double z, double expected) {
    assertEquals(expected, ReproducibleMath.softplus(z), 2 * Math.ulp(expected));
  }

  @Test
  void expHasTheExactLimits() {
    assertEquals(1, ReproducibleMath.exp(0));
    assertEquals(1, ReproducibleMath.exp(-0.0));
    assertEquals(1, ReproducibleMath.exp(Double.MIN_VALUE));
    assertEquals(Double.POSITIVE_INFINITY, ReproducibleMath.exp(Double.POSITIVE_INFINITY));
    assertEquals(0, ReproducibleMath.exp(Double.NEGATIVE_INFINITY));
    assertEquals(Double.NaN, ReproducibleMath.exp(Double.NaN));
    double last = 709.782712893384; // ln of the largest double, rounded down
    assertTrue(ReproducibleMath.exp(last) < Double.POSITIVE_INFINITY);
    assertEquals(Double.POSITIVE_INFINITY, ReproducibleMath.exp(Math.nextUp(last)));
    double first = -745.1332191019411; // the last x with eˣ above half the smallest double
    assertEquals(Double.MIN_VALUE, ReproducibleMath.exp(first));
    assertEquals(0, ReproducibleMath.exp(Math.nextDown(first)));
  }

  @Test
  void theOthersHaveTheExactLimits() {
    double infinity = Double.POSITIVE_INFINITY;
    assertLimits(ReproducibleMath::expm1, -1, infinity, -0.0);
    assertLimits(ReproducibleMath::expm1mx, infinity, infinity, 0);
    assertLimits(ReproducibleMath::log1p, Double.NaN, infinity, -0.0);
    assertLimits(ReproducibleMath::tanh, -1, 1, -0.0);
    assertLimits(ReproducibleMath::sigmoid, 0, 1, 0.5);
    assertLimits(ReproducibleMath::softplus, 0, infinity, ReproducibleMath.log1p(1));
    assertEquals(-infinity, ReproducibleMath.log1p(-1));
    assertEquals(Double.NaN, ReproducibleMath.log1p(Math.nextDown(-1.0)));
    assertEquals(Double.MIN_VALUE, ReproducibleMath.expm1(Double.MIN_VALUE));
    assertEquals(Double.MIN_VALUE, ReproducibleMath.log1p(Double.MIN_VALUE));
    assertEquals(Double.MIN_VALUE, ReproducibleMath.tanh(Double.MIN_VALUE));
    assertEquals(Double.MIN_VALUE, ReproducibleMath.sigmoid(-745));
  }

  /** Each centre is where a branch, the exponent k or the sign of the remainder changes. */
  @ParameterizedTest
  @ValueSource(
      doubles = {-708.39, -708, -40, -37, -1.0397, -0.34657359, 0, 0.34657359, 1.0397, 40, 708})
  void allRiseAcrossTheirBoundaries(double centre) {
    double step = Math.max(Math.ulp(centre), 1e-16);
    for (int i = -5_000; i < 5_000; i++) {
      double x = centre + i * step;
      assertRises(ReproducibleMath::exp, x, x + step);
      assertRises(ReproducibleMath::expm1, x, x + 4 * step);
      assertRises(ReproducibleMath::sigmoid, x, x + 8 * step);
    }
  }

  @Test
  void tanhIsOdd() {
    Random random = new Random(1);
    for (int i = 0; i < POINTS; i++) {
      double x = 25 * random.nextDouble();
      assertEquals(-ReproducibleMath.tanh(x), ReproducibleMath.tanh(-x));
    }
  }

  private static BigDecimal preciseTanh(BigDecimal x) {
    BigDecimal e = Precise.exp(x.multiply(TWO));
    return e.subtract(ONE, Precise.DIGITS).divide(e.add(ONE), Precise.DIGITS);
  }

  private static void assertError(
      double bound, double range, DoubleUnaryOperator f, UnaryOperator<BigDecimal> exact) {
    Random random = new Random(1);
    for (int i = 0; i < POINTS; i++) {
      assertErrorAt(bound, range * (2 * random.nextDouble() - 1), f, exact);
    }
  }

  private static void assertErrorAt(
      double bound, double x, DoubleUnaryOperator f, UnaryOperator<BigDecimal> exact) {
    double error = Precise.ulps(f.applyAsDouble(x), exact.apply(new BigDecimal(x)));
    assertTrue(error <= bound, () -> error + " ulp at " + x);
  }

  private static void assertLimits(
      DoubleUnaryOperator f, double low, double high, double atNegativeZero) {
    assertEquals(low, f.applyAsDouble(Double.NEGATIVE_INFINITY));
    assertEquals(high, f.applyAsDouble(Double.POSITIVE_INFINITY));
    assertEquals(atNegativeZero, f.applyAsDouble(-0.0));
    assertEquals(Double.NaN, f.applyAsDouble(Double.NaN));
  }

  private static void assertRises(DoubleUnaryOperator f, double x, double larger) {
    assertTrue(f.applyAsDouble(x) <= f.applyAsDouble(larger), () -> "falls at " + x);
  }
}
