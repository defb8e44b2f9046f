package io.github.gradusml.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.Rejected;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PerceptronErrorsTest {
  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final Activation STEP = Activation.step();

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void aMistakeIsNamed(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  static Stream<Arguments> mistakes() {
    Perceptron model = Perceptron.of(new double[] {2, -3}, 0.5, STEP);
    return Stream.of(
        Rejected.with(
            "features must be at least 1, but was 0", () -> Perceptron.of(new double[0], 0, STEP)),
        Rejected.with("features must be at least 1, but was 0", () -> Perceptron.zeros(0, STEP)),
        Rejected.with(
            "features must be at least 1, but was -1", () -> Perceptron.random(-1, STEP, 42)),
        Rejected.with(
            "weights[1] must be finite, but was NaN",
            () -> Perceptron.of(new double[] {1, NAN}, 0, STEP)),
        Rejected.with(
            "weights[0] must be finite, but was Infinity",
            () -> Perceptron.of(new double[] {INFINITY}, 0, STEP)),
        Rejected.with(
            "bias must be finite, but was -Infinity",
            () -> Perceptron.of(new double[] {1}, -INFINITY, STEP)),
        Rejected.with("x must have 2 features, but has 3", () -> model.predict(1, 2, 3)),
        Rejected.with("x must have 2 features, but has 1", () -> model.netInput(1)),
        Rejected.with("x must have 2 features, but has 0", () -> model.classify()),
        Rejected.with("x[1] must be finite, but was NaN", () -> model.predict(1, NAN)),
        Rejected.with("x[0] must be finite, but was -Infinity", () -> model.classify(-INFINITY, 1)),
        Rejected.with(
            "theta must have 2 weights and a bias, but has length 2",
            () -> model.withParameters(new double[2])),
        Rejected.with(
            "weights[1] must be finite, but was NaN",
            () -> model.withParameters(new double[] {1, NAN, 0})),
        Rejected.with(
            "bias must be finite, but was NaN",
            () -> model.withParameters(new double[] {1, 2, NAN})),
        Rejected.with(
            "from must be at least 0, but was -1", () -> new ParameterBlock("w", -1, 2, true)),
        Rejected.with(
            "to must be at least 3, but was 2", () -> new ParameterBlock("w", 2, 2, true)));
  }

  @Test
  void nullIsNamed() {
    assertEquals(
        "weights must not be null",
        assertThrows(NullPointerException.class, () -> Perceptron.of(null, 0, STEP)).getMessage());
    assertEquals(
        "activation must not be null",
        assertThrows(NullPointerException.class, () -> Perceptron.zeros(1, null)).getMessage());
  }
}
