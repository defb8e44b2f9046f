package io.github.gradusml.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.gradusml.Reference;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values and derivatives against mpmath at 800 digits, from −750 to 750. */
class FunctionReferenceTest {
  /** A rounding of every step and no more: the formulas here have up to ten of them. */
  private static final double RELATIVE = 10 * Math.ulp(1.0);

  static Stream<Arguments> activations() {
    return Stream.of(
        arguments("sigmoid", Activation.sigmoid(), RELATIVE),
        arguments("tanh", Activation.tanh(), RELATIVE),
        arguments("softplus", Activation.softplus(), RELATIVE),
        arguments("silu", Activation.silu(), RELATIVE),
        // Φ is e^(−z²/2) in the left tail, and an ulp of z²/2 = 220 is 128 ulps of its exponential.
        arguments("gelu", Activation.gelu(), 256 * Math.ulp(1.0)),
        arguments("elu", Activation.elu(1), RELATIVE),
        arguments("leaky_relu", Activation.leakyRelu(0.01), RELATIVE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("activations")
  void anActivationHasTheDigitsOfTheExactOne(String name, Activation f, double relative) {
    check("functions/" + name, f::value, f::derivative, relative);
  }

  static Stream<Arguments> losses() {
    return Stream.of(
        arguments("huber_delta_0.1", Loss.huber(0.1)),
        arguments("huber_delta_1.0", Loss.huber(1)),
        arguments("log_cosh", Loss.logCosh()),
        arguments("pinball_0.1", Loss.quantile(0.1)),
        arguments("pinball_0.5", Loss.quantile(0.5)),
        arguments("pinball_0.9", Loss.quantile(0.9)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("losses")
  void aLossOfTheResidualHasTheDigitsOfTheExactOne(String name, Loss loss) {
    check("functions/" + name, r -> loss.value(r, 0), r -> loss.derivative(r, 0), RELATIVE);
  }

  @ParameterizedTest
  @MethodSource("probabilities")
  void crossEntropyOfASigmoidHasTheDigitsOfTheExactOne(double y) {
    ComposedLoss loss = Loss.crossEntropy().compose(Activation.sigmoid());
    check(
        "functions/bce_with_logits_" + y,
        z -> loss.value(z, y),
        z -> loss.derivative(z, y),
        RELATIVE);
  }

  static Stream<Double> probabilities() {
    return Stream.of(0.0, 0.25, 1.0);
  }

  private static void check(
      String file, DoubleUnaryOperator value, DoubleUnaryOperator derivative, double relative) {
    Reference exact = Reference.of(file);
    double[] grid = exact.array("z");
    assertEquals(27, grid.length);
    for (int i = 0; i < grid.length; i++) {
      assertClose(exact.get("value" + i), value.applyAsDouble(grid[i]), relative, "value", grid[i]);
      if (exact.has("derivative" + i)) {
        assertClose(
            exact.get("derivative" + i),
            derivative.applyAsDouble(grid[i]),
            relative,
            "derivative",
            grid[i]);
      }
    }
  }

  private static void assertClose(
      double exact, double actual, double relative, String what, double z) {
    // What is below 1e-300 is as good as 0 to a training, and subnormal numbers have few digits.
    assertEquals(exact, actual, relative * Math.abs(exact) + 1e-300, () -> what + " at " + z);
  }
}
