package io.github.gradusml.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link SlopeErrors} of nine million points were 1.41 ulp at most, of fractions 1.86. */
class SigmoidTableTest {
  private static final DoubleBinaryOperator TABLE = SigmoidTable::sigmoidMinus;
  private static final int POINTS = 100_000;

  @ParameterizedTest
  @ValueSource(doubles = {1, 4, 16})
  void slopesOfTwoClassesAreWithinOneAndAHalfUlps(double range) {
    assertTrue(SlopeErrors.largest(TABLE, 2, POINTS, range, 0) <= 1.5);
    assertTrue(SlopeErrors.largest(TABLE, 3, POINTS, range, 1) <= 1.5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 4, 16})
  void slopesOfFractionsAreWithinTwoOfWhatTheyAreMadeOf(double range) {
    assertTrue(SlopeErrors.largest(TABLE, 4, POINTS, range, Double.NaN) <= 2);
  }

  @Test
  void whatTheyAreHeldToHasThirtyDigits() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      double z = 32 * random.nextDouble() - 16;
      BigDecimal power = Precise.exp(new BigDecimal(-z));
      BigDecimal sigmoid = BigDecimal.ONE.divide(BigDecimal.ONE.add(power), Precise.DIGITS);
      assertExact(sigmoid, SlopeErrors.exact(z, 0));
      assertExact(sigmoid.multiply(power, Precise.DIGITS).negate(), SlopeErrors.exact(z, 1));
    }
  }

  private static void assertExact(BigDecimal expected, SlopeErrors.Pair pair) {
    BigDecimal sum = new BigDecimal(pair.high()).add(new BigDecimal(pair.low()));
    BigDecimal off = sum.subtract(expected).divide(expected, Precise.DIGITS).abs();
    assertTrue(off.doubleValue() < 1e-29, expected + " and " + sum);
  }

  /** Where an expansion ends and the next begins, and where the table does. */
  @Test
  void itNeverFallsByMoreThanItsErrorFromOneNumberToTheNext() {
    for (int k = -16 * 64; k <= 16 * 64; k++) {
      double edge = k / 64.0;
      double below = SigmoidTable.sigmoidMinus(Math.nextDown(edge), 0);
      double above = SigmoidTable.sigmoidMinus(Math.nextUp(edge), 0);
      assertTrue(below <= above + 3 * Math.ulp(above), "at " + edge);
    }
  }

  @Test
  void farOutItIsTheExponential() {
    assertEquals(ReproducibleMath.sigmoid(-17), SigmoidTable.sigmoidMinus(-17, 0));
    assertEquals(-ReproducibleMath.sigmoid(-17), SigmoidTable.sigmoidMinus(17, 1));
    assertEquals(0, SigmoidTable.sigmoidMinus(-1000, 0));
    assertEquals(-1, SigmoidTable.sigmoidMinus(Double.NEGATIVE_INFINITY, 1));
    assertEquals(1, SigmoidTable.sigmoidMinus(Double.POSITIVE_INFINITY, 0));
    assertEquals(Double.NaN, SigmoidTable.sigmoidMinus(Double.NaN, 0));
    assertEquals(Double.NaN, SigmoidTable.sigmoidMinus(1, Double.NaN));
  }

  @Test
  void atZeroItIsExact() {
    assertEquals(0.5, SigmoidTable.sigmoidMinus(0, 0));
    assertEquals(-0.5, SigmoidTable.sigmoidMinus(-0.0, 1));
    assertEquals(0.25, SigmoidTable.sigmoidMinus(0, 0.25));
  }

  /** No class, but nothing stops anyone from asking. */
  @ParameterizedTest
  @ValueSource(doubles = {-3, -1, -0.5, 1.5, 2, 3, 7.25, 1e10})
  void otherTargetsAreTakenAwayToo(double y) {
    double expected = ReproducibleMath.sigmoid(0.3) - y;
    assertEquals(expected, SigmoidTable.sigmoidMinus(0.3, y), 2 * Math.ulp(y));
  }

  /** The same on every JVM; whoever changes it changes trainings: a matter for the change log. */
  @Test
  void bitsAreTheRecordedOnes() {
    Random random = new Random(17);
    long hash = 1;
    for (int i = 0; i < 10_000; i++) {
      double z = 36 * random.nextDouble() - 18;
      for (double y : new double[] {0, 1, 0.3}) {
        hash = 31 * hash + Double.doubleToRawLongBits(SigmoidTable.sigmoidMinus(z, y));
      }
    }
    assertEquals("93b85624cc51a7d3", Long.toHexString(hash));
  }
}
