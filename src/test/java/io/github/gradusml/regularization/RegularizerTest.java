package io.github.gradusml.regularization;

import static io.github.gradusml.CentralDifference.assertSlope;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.Rejected;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a penalty costs, its gradient, and what it leaves alone. */
class RegularizerTest {
  /** A number that is not to be touched, three weights, and another such number, the bias. */
  private static final double[] THETA = {100, 2, -1, 0.5, -100};

  private static final int FROM = 1;
  private static final int TO = 4;

  static Stream<Regularizer> all() {
    return Stream.of(
        Regularizer.none(),
        Regularizer.l1(0.1),
        Regularizer.l1Cumulative(0.1),
        Regularizer.l1Subgradient(0.1),
        Regularizer.l2(0.1),
        Regularizer.elasticNet(0.1, 0.25),
        Regularizer.elasticNetCumulative(0.1, 0.25),
        Regularizer.decoupled(0.1));
  }

  @Test
  void everyFactoryIsTestedHere() {
    long factories =
        Stream.of(Regularizer.class.getDeclaredMethods())
            .filter(method -> method.getReturnType() == Regularizer.class)
            .count();
    assertEquals(factories, all().count());
  }

  @Test
  void penaltiesByHand() {
    // ‖w‖₁ = 2 + 1 + 0.5, ‖w‖₂² = 4 + 1 + 0.25; a rounding each.
    assertPenalty(0, Regularizer.none());
    assertPenalty(0.1 * 3.5, Regularizer.l1(0.1));
    assertPenalty(0.1 * 3.5, Regularizer.l1Cumulative(0.1));
    assertPenalty(0.1 * 3.5, Regularizer.l1Subgradient(0.1));
    assertPenalty(0.1 / 2 * 5.25, Regularizer.l2(0.1));
    assertPenalty(0.1 * (0.25 * 3.5 + 0.75 / 2 * 5.25), Regularizer.elasticNet(0.1, 0.25));
    assertPenalty(
        0.1 * (0.25 * 3.5 + 0.75 / 2 * 5.25), Regularizer.elasticNetCumulative(0.1, 0.25));
    assertPenalty(0, Regularizer.decoupled(0.1));
  }

  private static void assertPenalty(double expected, Regularizer penalty) {
    assertEquals(expected, penalty.value(THETA, FROM, TO), 1e-16, penalty::toString);
  }

  /** Those whose value is all in the gradient. */
  static Stream<Regularizer> smooth() {
    return Stream.of(
        Regularizer.none(),
        Regularizer.l2(0.1),
        Regularizer.l1Subgradient(0.1), // off its kink
        Regularizer.elasticNet(0.1, 0),
        Regularizer.elasticNetCumulative(0.1, 0));
  }

  @ParameterizedTest
  @MethodSource("smooth")
  void theGradientIsTheSlopeOfTheValue(Regularizer penalty) {
    double[] gradient = new double[THETA.length];
    penalty.addGradient(THETA, gradient, FROM, TO);
    for (int j = FROM; j < TO; j++) {
      int moved = j;
      assertSlope(
          w -> {
            double[] theta = THETA.clone();
            theta[moved] = w;
            return penalty.value(theta, FROM, TO);
          },
          THETA[j],
          gradient[j]);
    }
  }

  @Test
  void theGradientOfAnElasticNetIsThatOfItsSmoothPart() {
    double[] gradient = new double[THETA.length];
    Regularizer.elasticNet(0.1, 0.25).addGradient(THETA, gradient, FROM, TO);
    // 0.1·0.75·w; the product is rounded once more or less.
    assertArrayEquals(new double[] {0, 0.15, -0.075, 0.0375, 0}, gradient, 1e-16);
  }

  @Test
  void theGradientIsAddedToWhatIsThere() {
    double[] gradient = {7, 7, 7, 7, 7};
    Regularizer.l2(1).addGradient(THETA, gradient, FROM, TO);
    assertArrayEquals(new double[] {7, 9, 6, 7.5, 7}, gradient);
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothingOutsideTheWeightsIsLookedAtOrTouched(Regularizer penalty) {
    double[] theta = THETA.clone();
    double[] gradient = new double[THETA.length];
    double[][] state = new double[penalty.stateVectors()][THETA.length];
    penalty.addGradient(theta, gradient, FROM, TO);
    assertArrayEquals(THETA, theta, "a gradient leaves the weights alone");
    penalty.beforeStep(theta, FROM, TO, 0.1);
    penalty.proximalStep(theta, FROM, TO, 0.1);
    penalty.afterStep(theta, FROM, TO, 0.1, state);
    for (int outside : new int[] {0, 4}) {
      assertEquals(THETA[outside], theta[outside]);
      assertEquals(0, gradient[outside]);
    }
    double[] other = THETA.clone();
    other[0] = 1e300;
    other[4] = Double.NaN;
    assertEquals(penalty.value(THETA, FROM, TO), penalty.value(other, FROM, TO));
  }

  static Stream<Regularizer> ofNoStrength() {
    return Stream.of(
        Regularizer.none(),
        Regularizer.l1(0),
        Regularizer.l1Cumulative(0),
        Regularizer.l1Subgradient(0),
        Regularizer.l2(0),
        Regularizer.elasticNet(0, 0.5),
        Regularizer.elasticNetCumulative(0, 0.5),
        Regularizer.decoupled(0));
  }

  @ParameterizedTest
  @MethodSource("ofNoStrength")
  void strengthZeroIsNoPenalty(Regularizer penalty) {
    double[] theta = THETA.clone();
    double[] gradient = new double[THETA.length];
    penalty.addGradient(theta, gradient, FROM, TO);
    penalty.beforeStep(theta, FROM, TO, 0.1);
    penalty.proximalStep(theta, FROM, TO, 0.1);
    penalty.afterStep(theta, FROM, TO, 0.1, new double[penalty.stateVectors()][THETA.length]);
    assertEquals(0, penalty.value(theta, FROM, TO));
    assertArrayEquals(THETA, theta);
    assertEquals(0, Arrays.stream(gradient).map(Math::abs).sum());
    assertEquals(false, penalty.shrinks());
  }

  @Test
  void anElasticNetOfRatioOneIsL1AndOfRatioZeroL2() {
    assertSame(Regularizer.l1(0.3), Regularizer.elasticNet(0.3, 1));
    assertSame(Regularizer.l2(0.3), Regularizer.elasticNet(0.3, 0));
  }

  private static void assertSame(Regularizer expected, Regularizer penalty) {
    double[] w = THETA.clone();
    double[] wExpected = THETA.clone();
    double[] gradient = new double[THETA.length];
    double[] gradientExpected = new double[THETA.length];
    penalty.addGradient(w, gradient, FROM, TO);
    expected.addGradient(wExpected, gradientExpected, FROM, TO);
    penalty.proximalStep(w, FROM, TO, 0.2);
    expected.proximalStep(wExpected, FROM, TO, 0.2);
    assertArrayEquals(wExpected, w);
    assertArrayEquals(gradientExpected, gradient);
    assertEquals(expected.value(THETA, FROM, TO), penalty.value(THETA, FROM, TO));
    assertEquals(expected.shrinks(), penalty.shrinks());
    assertEquals(expected.curvature(), penalty.curvature());
  }

  @Test
  void eachSaysItsSettings() {
    assertEquals(
        "[none, L1(alpha 0.1), cumulative L1(alpha 0.1), L1 by subgradient(alpha 0.1),"
            + " L2(alpha 0.1), elastic net(alpha 0.1, l1Ratio 0.25), cumulative elastic net(alpha"
            + " 0.1, l1Ratio 0.25), decoupled(decay 0.1)]",
        all().toList().toString());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("illegalSettings")
  void anIllegalSettingIsRejected(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  /** A strength that is negative, NaN or infinite. */
  @ParameterizedTest
  @ValueSource(doubles = {-1, -Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY})
  void everyStrengthIsCheckedByEveryPenalty(double strength) {
    String message = " must be finite and >= 0, but was " + strength;
    assertEquals("alpha" + message, Rejected.message(() -> Regularizer.l1(strength)));
    assertEquals("alpha" + message, Rejected.message(() -> Regularizer.l1Cumulative(strength)));
    assertEquals("alpha" + message, Rejected.message(() -> Regularizer.l1Subgradient(strength)));
    assertEquals("alpha" + message, Rejected.message(() -> Regularizer.l2(strength)));
    assertEquals("alpha" + message, Rejected.message(() -> Regularizer.elasticNet(strength, 0.5)));
    assertEquals(
        "alpha" + message, Rejected.message(() -> Regularizer.elasticNetCumulative(strength, 0.5)));
    assertEquals("decay" + message, Rejected.message(() -> Regularizer.decoupled(strength)));
  }

  static Stream<Arguments> illegalSettings() {
    String alpha = "alpha must be finite and >= 0, but was ";
    double infinity = Double.POSITIVE_INFINITY;
    return Stream.of(
        Rejected.with(alpha + "-0.1", () -> Regularizer.l1(-0.1)),
        Rejected.with(alpha + "NaN", () -> Regularizer.l1(Double.NaN)),
        Rejected.with(alpha + "-1.0", () -> Regularizer.l1Cumulative(-1)),
        Rejected.with(alpha + "NaN", () -> Regularizer.l1Subgradient(Double.NaN)),
        Rejected.with(alpha + "Infinity", () -> Regularizer.l2(infinity)),
        Rejected.with(alpha + "-1.0", () -> Regularizer.l2(-1)),
        Rejected.with(alpha + "NaN", () -> Regularizer.elasticNet(Double.NaN, 0.5)),
        Rejected.with(
            "l1Ratio must be in [0.0, 1.0], but was 1.1", () -> Regularizer.elasticNet(0.1, 1.1)),
        Rejected.with(
            "l1Ratio must be in [0.0, 1.0], but was 2.0",
            () -> Regularizer.elasticNetCumulative(0.1, 2)),
        Rejected.with(
            "l1Ratio must be in [0.0, 1.0], but was -0.1", () -> Regularizer.elasticNet(0.1, -0.1)),
        Rejected.with(
            "l1Ratio must be in [0.0, 1.0], but was NaN",
            () -> Regularizer.elasticNet(0.1, Double.NaN)),
        Rejected.with(
            "decay must be finite and >= 0, but was -0.1", () -> Regularizer.decoupled(-0.1)));
  }
}
