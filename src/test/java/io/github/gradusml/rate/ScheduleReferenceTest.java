package io.github.gradusml.rate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.gradusml.Reference;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every schedule gives the rates of PyTorch's or Keras's of the same name, over 200 updates. */
class ScheduleReferenceTest {
  /** Rates are at most 0.1, with a rounding of 1e-17; PyTorch multiplies up to 200 of them. */
  private static final double TOLERANCE = 1e-12;

  static Stream<Arguments> schedules() {
    double[] pieces = {0.1, 0.1 * 0.3, 0.1 * 0.09, 0.1 * 0.027, 0.1 * 0.0081};
    return Stream.of(
        arguments("cosine", LearningRate.cosine(0.1, 0.001, 199)),
        arguments("cyclic_triangular", LearningRate.triangular(0.001, 0.1, 25)),
        arguments("cyclic_triangular2", LearningRate.triangular2(0.001, 0.1, 25)),
        arguments("cyclic_exp_range", LearningRate.expRange(0.001, 0.1, 25, 0.99)),
        arguments("exponential", LearningRate.exponential(0.1, 0.97, 1)),
        arguments("inverse_scaling", LearningRate.inverseScaling(0.01, 0.25)),
        arguments("keras_cosine", LearningRate.cosine(0.1, 0.01 * 0.1, 150)),
        arguments("keras_exponential", LearningRate.exponential(0.1, 0.8, 20)),
        arguments("keras_exponential_staircase", LearningRate.step(0.1, 0.8, 20)),
        arguments("keras_inverse_time", LearningRate.inverseTime(0.1, 0.5 / 10)),
        arguments("keras_polynomial", LearningRate.polynomial(0.1, 0.001, 150, 1)),
        arguments("keras_polynomial_half", LearningRate.polynomial(0.1, 0.001, 150, 0.5)),
        // PyTorch's ramp has 0.3 · 200 points, so that the peak is at update 59.
        arguments("one_cycle_cos", LearningRate.oneCycle(0.1, 59, 199)),
        arguments("one_cycle_linear", LearningRate.oneCycle(0.1, 59, 199).withLines()),
        arguments("one_cycle_divisors", LearningRate.oneCycle(0.1, 59, 199).withDivisors(4, 50)),
        arguments("piecewise", LearningRate.piecewise(pieces, 20, 50, 51, 120)),
        arguments("polynomial_1", LearningRate.polynomial(0.1, 0, 150, 1)),
        arguments("polynomial_2", LearningRate.polynomial(0.1, 0, 150, 2)),
        arguments("step", LearningRate.step(0.1, 0.5, 30)),
        arguments("step_tenth", LearningRate.step(0.1, 0.1, 50)),
        arguments("warm_restarts_10_2", LearningRate.warmRestarts(0.1, 0.001, 10, 2)),
        arguments("warm_restarts_1_3", LearningRate.warmRestarts(0.1, 0.001, 1, 3)),
        arguments("warm_restarts_30_1", LearningRate.warmRestarts(0.1, 0.001, 30, 1)),
        arguments("warm_restarts_5_3", LearningRate.warmRestarts(0.1, 0.001, 5, 3)),
        arguments("warm_up", LearningRate.constant(0.1).withWarmUp(40, 0.1)),
        arguments("warm_up_cosine", LearningRate.cosine(0.1, 0.001, 160).withWarmUp(40, 0.1)));
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void everyUpdate(String name, LearningRate rate) {
    double[] expected = Reference.of("schedules/" + name).array("t");
    assertEquals(200, expected.length);
    assertArrayEquals(expected, rate.table(1, 200), TOLERANCE);
  }

  @Test
  void warmRestartsByFractionsOfEpochs() {
    double[] expected = Reference.of("schedules/warm_restarts_fractional").array("t");
    LearningRate rate = LearningRate.warmRestarts(0.1, 0.001, 3, 2).perEpoch();
    assertArrayEquals(expected, rate.table(expected.length / 8, 8), TOLERANCE);
  }

  /** PyTorch's cosine rises again after its length, 80; this one stays at the bottom. */
  @Test
  void cosineFallsLikePyTorchsAndStays() {
    double[] torch = Reference.of("schedules/cosine_rising").array("t");
    double[] ours = LearningRate.cosine(0.1, 0, 80).table(1, 200);
    assertArrayEquals(Arrays.copyOf(torch, 81), Arrays.copyOf(ours, 81), TOLERANCE);
    assertArrayEquals(new double[119], Arrays.copyOfRange(ours, 81, 200));
  }

  /** The logarithm misses restarts that a walk through the cycles finds. */
  @Test
  void warmRestartsWherePyTorchsLogarithmIsWrong() {
    Reference reference = Reference.of("schedules/warm_restarts_logarithm");
    assertEquals(0.001, reference.get("torch_step_epoch121"));
    assertEquals(0.1, LearningRate.warmRestarts(0.1, 0.001, 1, 3).at(121, 0));
  }

  @Test
  void joined() {
    double[] expected = Reference.of("schedules/joined").array("t");
    Schedule joined =
        LearningRate.exponential(0.1, 0.9, 1).then(40, LearningRate.cosine(0.1, 0.001, 100));
    assertEquals(141, expected.length);
    assertArrayEquals(expected, joined.table(1, 141), TOLERANCE);
  }

  /** PyTorch's patience of 5 reduces after the sixth epoch without improvement; here that is 6. */
  static Stream<Arguments> plateaus() {
    ReduceOnPlateau six = LearningRate.reduceOnPlateau(LearningRate.constant(0.1), 0.5, 6);
    ReduceOnPlateau three = LearningRate.reduceOnPlateau(LearningRate.constant(0.1), 0.5, 3);
    // It skips a reduction by less than 1e-8, and so stays near that.
    ReduceOnPlateau usual =
        LearningRate.reduceOnPlateau(LearningRate.constant(0.1), 0.1, 11)
            .withThreshold(1e-4)
            .withLowest(1e-8);
    return Stream.of(
        arguments("plateau_strict", six),
        arguments("plateau_default", usual),
        arguments(
            "plateau_threshold", three.withThreshold(0.05).withCooldown(3).withLowest(0.004)));
  }

  @ParameterizedTest
  @MethodSource("plateaus")
  void reduceOnPlateau(String name, LearningRate rate) {
    Reference reference = Reference.of("schedules/" + name);
    double[] expected = reference.array("t");
    double[] losses = reference.array("loss");
    for (int epoch = 0; epoch < expected.length; epoch++) {
      assertEquals(expected[epoch], rate.at(epoch, epoch), TOLERANCE, "epoch " + epoch);
      rate = rate.afterEpoch(epoch + 1, losses[epoch]);
    }
  }
}
