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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LossTest {
  static Stream<OfPrediction> all() {
    return AllFunctions.losses();
  }

  /** Those defined for every prediction: cross-entropy wants probabilities. */
  static Stream<OfPrediction> onTheWholeLine() {
    return all().filter(f -> !f.factory().equals("crossEntropy"));
  }

  @Test
  void everyFactoryIsTestedHere() {
    assertEquals(
        Stream.of(Loss.class.getDeclaredMethods())
            .filter(method -> method.getReturnType() == Loss.class)
            .map(method -> method.getName())
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
  @ValueSource(doubles = {0, 0.25, 1})
  void theDerivativeOfCrossEntropyIsTheSlopeOfItsValue(double y) {
    Loss loss = Loss.crossEntropy();
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
    List<Loss> margins = List.of(Loss.hinge(), Loss.squaredHinge(), Loss.perceptron());
    for (Loss loss : margins) {
      assertTrue(DoubleStream.of(0, 0.5, -0.5, 2).noneMatch(loss::accepts), loss::toString);
      assertEquals("-1 or +1 for " + loss, loss.targetRule());
      assertTrue(loss.separatesClasses());
    }
    assertTrue(DoubleStream.of(-1, -1e-9, 1 + 1e-9).noneMatch(Loss.crossEntropy()::accepts));
    assertEquals("in [0, 1] for cross-entropy", Loss.crossEntropy().targetRule());
    assertTrue(Loss.crossEntropy().separatesClasses());
    assertFalse(Loss.squaredError().separatesClasses());
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
        Rejected.with("quantile must be in (0.0, 1.0), but was 0.0", () -> Loss.quantile(0)),
        Rejected.with("quantile must be in (0.0, 1.0), but was 1.0", () -> Loss.quantile(1)),
        Rejected.with("quantile must be in (0.0, 1.0), but was NaN", () -> Loss.quantile(nan)));
  }
}
