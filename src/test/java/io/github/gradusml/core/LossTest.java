package io.github.gradusml.core;

import static io.github.gradusml.CentralDifference.STEP;
import static io.github.gradusml.CentralDifference.assertSlope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.AllFunctions.OfPrediction;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LossTest {
  static Stream<OfPrediction> all() {
    return AllFunctions.losses();
  }

  /** Those defined for every prediction: cross-entropy wants probabilities, Poisson rates. */
  static Stream<OfPrediction> onTheWholeLine() {
    return all().filter(f -> !List.of("crossEntropy", "poisson").contains(f.factory()));
  }

  @Test
  void everyFactoryIsTestedHere() {
    assertEquals(
        Stream.of(Loss.class.getDeclaredMethods())
            .filter(method -> method.getReturnType() == Loss.class)
            .map(method -> method.getName())
            .distinct()
            .sorted()
            .toList(),
        all().map(OfPrediction::factory).distinct().sorted().toList());
  }

  @ParameterizedTest
  @MethodSource("onTheWholeLine")
  void theDerivativeIsTheSlopeOfTheValue(OfPrediction f) {
    Loss loss = f.loss();
    for (double y : f.targets()) {
      for (double p : AllFunctions.grid()) {
        if (AllFunctions.isSmooth(f.kinks().apply(y), p - 2 * STEP, p + 2 * STEP)) {
          assertSlope(x -> loss.value(x, y), p, loss.derivative(p, y));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.25, 0", "1, 0", "0, 0.2", "0.25, 0.2", "1, 0.2"})
  void theDerivativeOfCrossEntropyIsTheSlopeOfItsValue(double y, double smoothing) {
    Loss loss = Loss.crossEntropy(smoothing);
    for (double p : new double[] {1e-9, 1e-3, 0.05, 0.3, 0.5, 0.7, 0.95, 0.999, 1 - 1e-6}) {
      // The logarithms change on the scale of the distance to 0 and to 1.
      double step = 1e-5 * Math.min(p, 1 - p);
      assertSlope(x -> loss.value(x, y), p, step, loss.derivative(p, y));
    }
  }

  @ParameterizedTest
  @MethodSource("onTheWholeLine")
  void aLossIsFiniteAndNeverNegativeAndNothingIsMinusZero(OfPrediction f) {
    for (double y : f.targets()) {
      for (double p : AllFunctions.grid()) {
        double value = f.loss().value(p, y);
        double derivative = f.loss().derivative(p, y);
        String where = " at (" + p + ", " + y + ")";
        assertTrue(value >= 0 && Double.isFinite(value), () -> "value " + value + where);
        assertTrue(Double.isFinite(derivative), () -> "derivative " + derivative + where);
        assertNotEquals(-0.0, value, () -> "value" + where);
        assertNotEquals(-0.0, derivative, () -> "derivative" + where);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void aCertainPredictionCostsNothingIfRightAndEverythingIfWrong(double y) {
    assertEquals(0, Loss.crossEntropy().value(y, y));
    assertEquals(Double.POSITIVE_INFINITY, Loss.crossEntropy().value(1 - y, y));
    // −y/ŷ + (1 − y)/(1 − ŷ) where the other term, 0/0, is left out.
    assertEquals(y == 1 ? -1 : 1, Loss.crossEntropy().derivative(y, y));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-300, 0.3, 1, 3, 1000, 1e290})
  void theDerivativeOfPoissonIsTheSlopeOfItsValue(double y) {
    Loss loss = Loss.poisson();
    for (double p : new double[] {1e-9, 1e-3, 0.3, 0.9, 1, 1.1, 3, 1000, 1e9}) {
      assertSlope(x -> loss.value(x, y), p, 1e-5 * p, loss.derivative(p, y));
    }
  }

  /**
   * Half of sklearn.metrics.mean_poisson_deviance([y], [ŷ]), scikit-learn 1.2.1; an ulp or two for
   * each of its terms.
   */
  @ParameterizedTest
  @CsvSource({
    "0.5, 3, 2.8752784076841653",
    "2.5, 0, 2.5",
    "2.5, 2.25, 0.012938839769891075",
    "1000, 0.3, 997.2664815750076",
  })
  void poissonIsHalfTheDeviance(double prediction, double target, double expected) {
    double value = Loss.poisson().value(prediction, target);
    assertEquals(expected, value, 4 * Math.ulp(prediction + target));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-9, 0.3, 1, 3, 1000, 1e300})
  void aRateThatIsRightCostsNothingAndNoOtherIsFree(double y) {
    assertEquals(0, Loss.poisson().value(y, y), 1e-28 * y);
    assertEquals(0, Loss.poisson().derivative(y, y));
    for (double share : new double[] {0, 1e-9, 0.5, 0.7, 0.77, 0.79, 0.99, 1.01, 1.28, 1.29, 5}) {
      assertTrue(Loss.poisson().value(share * y, y) > 0, () -> share + " of " + y);
    }
  }

  @Test
  void aRateOfZeroCostsMuchAndHasASlopeThatIsNoInfinity() {
    Loss loss = Loss.poisson();
    assertEquals(0, loss.value(0, 0));
    assertEquals(1, loss.derivative(0, 0));
    assertEquals(-Double.MAX_VALUE, loss.derivative(0, 2));
    // y·ln(y/ŷ) − y + ŷ with ŷ = 2⁻¹⁰⁷⁴
    assertEquals(2 * (Math.log(2) + 1074 * Math.log(2)) - 2, loss.value(0, 2), 1e-12);
  }

  /** By hand: 1 − s/2 and s/2 in place of 1 and 0. */
  @Test
  void smoothedLabelsAreTargetsNearerToOneHalf() {
    for (double p : new double[] {0.05, 0.5, 0.99}) {
      Loss smoothed = Loss.crossEntropy(0.2);
      // Two roundings of the target, near 1.
      double tolerance = 1e-14;
      assertEquals(Loss.crossEntropy().value(p, 0.9), smoothed.value(p, 1), tolerance);
      assertEquals(Loss.crossEntropy().value(p, 0.1), smoothed.value(p, 0), tolerance);
      assertEquals(Loss.crossEntropy().value(p, 0.5), smoothed.value(p, 0.5), tolerance);
    }
    assertEquals(0, Loss.crossEntropy(0.2).derivative(0.9, 1), 1e-14);
    assertEquals(Loss.crossEntropy(), Loss.crossEntropy(0));
    assertEquals(Loss.crossEntropy(0.2), Loss.crossEntropy(0.2));
    assertNotEquals(Loss.crossEntropy(0.2), Loss.crossEntropy(0.1));
  }

  @Test
  void twiceTheSquaredErrorIsTheSquaredLossWithoutAFreeError() {
    Loss loss = Loss.squaredEpsilonInsensitive(0);
    assertEquals(2 * Loss.squaredError().value(3, 1), loss.value(3, 1));
    assertEquals(2 * Loss.squaredError().derivative(3, 1), loss.derivative(3, 1));
    assertTrue(loss.isQuadratic());
    assertFalse(Loss.squaredEpsilonInsensitive(0.1).isQuadratic());
  }

  @Test
  void theModifiedHuberLossGoesOnAsALineFromMarginMinusOne() {
    assertEquals(4, Loss.modifiedHuber().value(-1, 1));
    assertEquals(8, Loss.modifiedHuber().value(-2, 1));
    assertEquals(8, Loss.modifiedHuber().value(2, -1));
    assertEquals(-4, Loss.modifiedHuber().derivative(-2, 1));
    assertEquals(4, Loss.modifiedHuber().derivative(2, -1));
    assertEquals(-1, Loss.modifiedHuber().derivative(0.5, 1));
  }

  @Test
  void atItsKinkALossTakesTheSlopeThatItsFactoryNames() {
    assertEquals(0, Loss.absoluteError().derivative(3, 3));
    assertEquals(0, Loss.quantile(0.9).derivative(3, 3));
    assertEquals(0, Loss.epsilonInsensitive(0.5).derivative(3.5, 3));
    assertEquals(0, Loss.hinge().derivative(1, 1));
    assertEquals(-1, Loss.perceptron().derivative(0, 1), "z = 0 counts as wrong");
    assertEquals(1, Loss.perceptron().derivative(0, -1), "z = 0 counts as wrong on both sides");
  }

  @ParameterizedTest
  @MethodSource("all")
  void eachAcceptsItsTargetsAndNothingThatIsNotFinite(OfPrediction f) {
    assertTrue(DoubleStream.of(f.targets()).allMatch(f.loss()::accepts));
    assertFalse(f.loss().accepts(Double.NaN));
    assertFalse(f.loss().accepts(Double.POSITIVE_INFINITY));
    assertFalse(f.loss().accepts(Double.NEGATIVE_INFINITY));
  }

  @Test
  void lossesOfClassesAcceptNoOtherTargets() {
    List<Loss> margins =
        List.of(Loss.hinge(), Loss.squaredHinge(), Loss.modifiedHuber(), Loss.perceptron());
    for (Loss loss : margins) {
      assertTrue(DoubleStream.of(0, 0.5, -0.5, 2).noneMatch(loss::accepts), loss::toString);
      assertEquals("-1 or +1 for " + loss, loss.targetRule());
      assertTrue(loss.separatesClasses());
    }
    assertTrue(DoubleStream.of(-1, -1e-9, 1 + 1e-9).noneMatch(Loss.crossEntropy()::accepts));
    assertEquals("in [0, 1] for cross-entropy", Loss.crossEntropy().targetRule());
    assertTrue(Loss.crossEntropy().separatesClasses());
    assertEquals("in [0, 1] for cross-entropy", Loss.crossEntropy(0.1).targetRule());
    assertTrue(Loss.crossEntropy(0.1).separatesClasses());
    assertFalse(Loss.squaredError().separatesClasses());
    assertFalse(Loss.poisson().separatesClasses());
    assertTrue(DoubleStream.of(-1, -1e-9).noneMatch(Loss.poisson()::accepts));
    assertEquals("finite and >= 0 for poisson", Loss.poisson().targetRule());
    assertEquals("finite", Loss.squaredError().targetRule());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("illegalSettings")
  void anIllegalSettingIsRejected(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  static Stream<Arguments> illegalSettings() {
    double nan = Double.NaN;
    double inf = Double.POSITIVE_INFINITY;
    return Stream.of(
        Rejected.with("delta must be finite and > 0, but was 0.0", () -> Loss.huber(0)),
        Rejected.with("delta must be finite and > 0, but was -1.0", () -> Loss.huber(-1)),
        Rejected.with("delta must be finite and > 0, but was NaN", () -> Loss.huber(nan)),
        Rejected.with("delta must be finite and > 0, but was Infinity", () -> Loss.huber(inf)),
        Rejected.with(
            "epsilon must be finite and >= 0, but was -0.1", () -> Loss.epsilonInsensitive(-0.1)),
        Rejected.with(
            "epsilon must be finite and >= 0, but was NaN", () -> Loss.epsilonInsensitive(nan)),
        Rejected.with(
            "epsilon must be finite and >= 0, but was Infinity",
            () -> Loss.epsilonInsensitive(inf)),
        Rejected.with(
            "epsilon must be finite and >= 0, but was -0.1",
            () -> Loss.squaredEpsilonInsensitive(-0.1)),
        Rejected.with(
            "epsilon must be finite and >= 0, but was NaN",
            () -> Loss.squaredEpsilonInsensitive(nan)),
        Rejected.with("smoothing must be in [0, 1), but was -0.1", () -> Loss.crossEntropy(-0.1)),
        Rejected.with("smoothing must be in [0, 1), but was 1.0", () -> Loss.crossEntropy(1)),
        Rejected.with("smoothing must be in [0, 1), but was NaN", () -> Loss.crossEntropy(nan)),
        Rejected.with("quantile must be in (0.0, 1.0), but was 0.0", () -> Loss.quantile(0)),
        Rejected.with("quantile must be in (0.0, 1.0), but was 1.0", () -> Loss.quantile(1)),
        Rejected.with("quantile must be in (0.0, 1.0), but was NaN", () -> Loss.quantile(nan)));
  }
}
