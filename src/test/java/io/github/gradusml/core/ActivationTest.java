package io.github.gradusml.core;

import static io.github.gradusml.CentralDifference.STEP;
import static io.github.gradusml.CentralDifference.assertSlope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.AllFunctions.OfNetInput;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationTest {
  private static final double MAX = Double.MAX_VALUE;

  static Stream<OfNetInput> all() {
    return AllFunctions.activations();
  }

  @Test
  void everyFactoryIsTestedHere() {
    assertEquals(
        Stream.of(Activation.class.getDeclaredMethods())
            .filter(method -> method.getReturnType() == Activation.class)
            .map(method -> method.getName())
            .sorted()
            .toList(),
        all().map(OfNetInput::factory).distinct().sorted().toList());
  }

  @ParameterizedTest
  @MethodSource("all")
  void theDerivativeIsTheSlopeOfTheValue(OfNetInput f) {
    for (double z : f.grid()) {
      if (AllFunctions.isSmooth(f.kinks(), z - 2 * STEP, z + 2 * STEP)) {
        assertSlope(f.activation()::value, z, f.activation().derivative(z));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void valuesLieInTheDeclaredRangeAndAreFiniteForEveryFiniteNetInput(OfNetInput f) {
    double[] extremes = {
      Double.MIN_VALUE, 1e-300, 1e154, 1e200, MAX, -1e-300, -1e154, -1e200, -MAX
    };
    // Where silu and gelu have their minimum, to within rounding.
    DoubleStream dips =
        DoubleStream.of(-1.278464542761, -0.751791524694)
            .flatMap(z -> IntStream.range(-500, 500).mapToDouble(k -> z + 1e-10 * k));
    double[] some =
        Stream.of(DoubleStream.of(AllFunctions.grid()), DoubleStream.of(extremes), dips)
            .flatMapToDouble(points -> points)
            .toArray();
    for (double z : some) {
      double value = f.activation().value(z);
      assertTrue(
          value >= f.activation().lower() && value <= f.activation().upper(),
          () -> "value " + value + " at " + z);
      assertTrue(Double.isFinite(value), () -> "value at " + z);
      assertTrue(Double.isFinite(f.activation().derivative(z)), () -> "derivative at " + z);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothingIsMinusZero(OfNetInput f) {
    // Up to 30; beyond, the tails of silu and gelu underflow, and −0.0 is what they round to.
    for (double z : Arrays.stream(AllFunctions.grid()).filter(z -> Math.abs(z) < 30).toArray()) {
      assertNotEquals(-0.0, f.activation().value(z), () -> "value at " + z);
      assertNotEquals(-0.0, f.activation().derivative(z), () -> "derivative at " + z);
    }
  }

  @Test
  void stepAndSignJumpAtZeroAndCountItAsPositive() {
    assertEquals(1, Activation.step().value(0));
    assertEquals(0, Activation.step().value(-Double.MIN_VALUE));
    assertEquals(1, Activation.sign().value(0));
    assertEquals(-1, Activation.sign().value(-Double.MIN_VALUE));
  }

  @Test
  void theExponentialEndsAtTheLargestNumber() {
    assertEquals(MAX, Activation.exponential().value(709.79));
    assertEquals(MAX, Activation.exponential().derivative(709.79));
    assertEquals(MAX, Activation.exponential().value(Double.POSITIVE_INFINITY));
    assertTrue(Activation.exponential().value(709.78) < MAX);
    assertEquals(0, Activation.exponential().value(-746));
    assertEquals(Double.NaN, Activation.exponential().value(Double.NaN));
  }

  @Test
  void onlyStepAndSignAreThresholds() {
    assertEquals(
        List.of("step", "sign"),
        all()
            .map(OfNetInput::activation)
            .filter(Activation::isThreshold)
            .map(f -> "" + f)
            .toList());
  }

  @Test
  void atAKinkTheDerivativeIsTheOneOnTheLeft() {
    assertEquals(0, Activation.relu().derivative(0));
    assertEquals(0.01, Activation.leakyRelu(0.01).derivative(0));
    assertEquals(0.5, Activation.elu(0.5).derivative(0));
  }

  @Test
  void theSigmoidOfOppositeNetInputsAddsUpToOne() {
    for (double z : AllFunctions.grid()) {
      // Both are rounded, so that the sum may be off by an ulp of 1.
      assertEquals(
          1, Activation.sigmoid().value(z) + Activation.sigmoid().value(-z), Math.ulp(1.0));
    }
  }

  @Test
  void equalSettingsMakeEqualActivations() {
    assertEquals(Activation.elu(0.5), Activation.elu(0.5));
    assertNotEquals(Activation.elu(0.5), Activation.elu(1));
    assertEquals(Activation.relu(), Activation.leakyRelu(0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("illegalSettings")
  void anIllegalSettingIsRejected(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  static Stream<Arguments> illegalSettings() {
    return Stream.of(
        Rejected.with(
            "slope must be in [0, 1), but was NaN", () -> Activation.leakyRelu(Double.NaN)),
        Rejected.with("slope must be in [0, 1), but was 1.0", () -> Activation.leakyRelu(1)),
        Rejected.with("slope must be in [0, 1), but was -0.1", () -> Activation.leakyRelu(-0.1)),
        Rejected.with("scale must be finite and > 0, but was 0.0", () -> Activation.elu(0)),
        Rejected.with("scale must be finite and > 0, but was -1.0", () -> Activation.elu(-1)),
        Rejected.with(
            "scale must be finite and > 0, but was NaN", () -> Activation.elu(Double.NaN)),
        Rejected.with(
            "scale must be finite and > 0, but was Infinity",
            () -> Activation.elu(Double.POSITIVE_INFINITY)));
  }
}
