package io.github.gradusml.rate;

import static io.github.gradusml.Rejected.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.Rejected;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a rate cannot be made of, and what it says then. */
class BadRatesTest {
  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final Schedule FINE = LearningRate.constant(0.1);

  static Stream<Arguments> rates() {
    return Stream.of(
        with(
            "learningRate must be finite and > 0, but was -0.1", () -> LearningRate.constant(-0.1)),
        with("learningRate must be finite and > 0, but was 0.0", () -> LearningRate.constant(0)),
        with("learningRate must be finite and > 0, but was NaN", () -> LearningRate.constant(NAN)),
        with("initial must be finite and > 0, but was 0.0", () -> LearningRate.inverseTime(0, 1)),
        with("decay must be finite and >= 0, but was -1.0", () -> LearningRate.inverseTime(1, -1)),
        with(
            "initial must be finite and > 0, but was Infinity",
            () -> LearningRate.inverseScaling(INFINITY, 1)),
        with(
            "power must be finite and >= 0, but was NaN",
            () -> LearningRate.inverseScaling(1, NAN)),
        with("factor must be finite and > 0, but was 0.0", () -> LearningRate.exponential(1, 0, 1)),
        with("length must be finite and > 0, but was 0.0", () -> LearningRate.exponential(1, 1, 0)),
        with("initial must be finite and > 0, but was NaN", () -> LearningRate.step(NAN, 1, 1)),
        with("factor must be finite and > 0, but was -0.5", () -> LearningRate.step(1, -0.5, 1)),
        with("length must be finite and > 0, but was -3.0", () -> LearningRate.step(1, 0.5, -3)),
        with(
            "initial must be finite and > 0, but was 0.0",
            () -> LearningRate.polynomial(0, 1, 1, 1)),
        with(
            "last must be finite and >= 0, but was -1.0",
            () -> LearningRate.polynomial(1, -1, 1, 1)),
        with(
            "length must be finite and > 0, but was 0.0",
            () -> LearningRate.polynomial(1, 0, 0, 1)),
        with(
            "power must be finite and > 0, but was 0.0", () -> LearningRate.polynomial(1, 0, 1, 0)),
        with(
            "rates must be one more than boundaries, but were 2 and 2",
            () -> LearningRate.piecewise(new double[] {1, 2}, 1, 2)),
        with(
            "rates[1] must be finite and >= 0, but was NaN",
            () -> LearningRate.piecewise(new double[] {1, NAN}, 1)),
        with(
            "boundaries must be > 0 and ascending, but were [5.0, 5.0]",
            () -> LearningRate.piecewise(new double[] {1, 2, 3}, 5, 5)),
        with(
            "boundaries must be > 0 and ascending, but were [0.0]",
            () -> LearningRate.piecewise(new double[] {1, 2}, 0)),
        with(
            "boundaries must be > 0 and ascending, but were [NaN]",
            () -> LearningRate.piecewise(new double[] {1, 2}, NAN)));
  }

  static Stream<Arguments> curves() {
    return Stream.of(
        with("highest must be finite and > 0, but was 0.0", () -> LearningRate.cosine(0, 0, 1)),
        with("lowest must be finite and >= 0, but was -1.0", () -> LearningRate.cosine(1, -1, 1)),
        with(
            "lowest must be at most highest, 1.0, but was 2.0", () -> LearningRate.cosine(1, 2, 1)),
        with("length must be finite and > 0, but was NaN", () -> LearningRate.cosine(1, 0, NAN)),
        with(
            "lowest must be at most highest, 1.0, but was 2.0",
            () -> LearningRate.warmRestarts(1, 2, 10, 2)),
        with(
            "firstCycle must be finite and > 0, but was 0.0",
            () -> LearningRate.warmRestarts(1, 0, 0, 2)),
        with("growth must be at least 1, but was 0", () -> LearningRate.warmRestarts(1, 0, 10, 0)),
        with(
            "base must be at most highest, 0.1, but was 0.2",
            () -> LearningRate.triangular(0.2, 0.1, 5)),
        with(
            "base must be finite and >= 0, but was NaN",
            () -> LearningRate.triangular2(NAN, 0.1, 5)),
        with(
            "halfCycle must be finite and > 0, but was 0.0",
            () -> LearningRate.triangular(0, 1, 0)),
        with("decay must be in (0, 1], but was 0.0", () -> LearningRate.expRange(0, 1, 5, 0)),
        with("decay must be in (0, 1], but was 1.2", () -> LearningRate.expRange(0, 1, 5, 1.2)),
        with("decay must be in (0, 1], but was NaN", () -> LearningRate.expRange(0, 1, 5, NAN)),
        with("highest must be finite and > 0, but was NaN", () -> LearningRate.oneCycle(NAN, 1, 2)),
        with("peak must be finite and > 0, but was 0.0", () -> LearningRate.oneCycle(1, 0, 2)),
        with(
            "end must be finite and > peak, 60.0, but was 60.0",
            () -> LearningRate.oneCycle(1, 60, 60)),
        with(
            "end must be finite and > peak, 60.0, but was NaN",
            () -> LearningRate.oneCycle(1, 60, NAN)),
        with(
            "end must be finite and > peak, 60.0, but was Infinity",
            () -> LearningRate.oneCycle(1, 60, INFINITY)),
        with(
            "startDivisor must be finite and >= 1, but was 0.5",
            () -> LearningRate.oneCycle(1, 1, 2).withDivisors(0.5, 2)),
        with(
            "endDivisor must be finite and >= 1, but was NaN",
            () -> LearningRate.oneCycle(1, 1, 2).withDivisors(2, NAN)),
        with("lowest must be finite and >= 0, but was -1.0", () -> FINE.withLowest(-1)),
        with("length must be finite and > 0, but was 0.0", () -> FINE.then(0, FINE)),
        with("length must be finite and > 0, but was 0.0", () -> FINE.withWarmUp(0, 0.1)),
        with("startFactor must be in [0.0, 1.0], but was 1.5", () -> FINE.withWarmUp(5, 1.5)),
        with("startFactor must be in [0.0, 1.0], but was NaN", () -> FINE.withWarmUp(5, NAN)),
        with(
            "factor must be in (0.0, 1.0), but was 1.0",
            () -> LearningRate.reduceOnPlateau(FINE, 1, 10)),
        with(
            "factor must be in (0.0, 1.0), but was NaN",
            () -> LearningRate.reduceOnPlateau(FINE, NAN, 10)),
        with(
            "patience must be at least 1, but was 0",
            () -> LearningRate.reduceOnPlateau(FINE, 0.1, 0)),
        with(
            "threshold must be in [0, 1), but was 1.0",
            () -> LearningRate.reduceOnPlateau(FINE, 0.1, 10).withThreshold(1)),
        with(
            "epochs must be at least 0, but was -1",
            () -> LearningRate.reduceOnPlateau(FINE, 0.1, 10).withCooldown(-1)),
        with(
            "lowest must be finite and >= 0, but was NaN",
            () -> LearningRate.reduceOnPlateau(FINE, 0.1, 10).withLowest(NAN)),
        with(
            "epochs × updatesPerEpoch must be at most 10000000, but was 2500000000; at(update,"
                + " epoch) gives the rate of any one update",
            () -> FINE.table(50_000, 50_000)),
        with("epochs must be at least 1, but was 0", () -> FINE.table(0, 5)),
        with("updatesPerEpoch must be at least 1, but was -1", () -> FINE.table(5, -1)));
  }

  @ParameterizedTest
  @MethodSource({"rates", "curves"})
  void isRefusedWithWhatItMustBe(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  @Test
  void nothingToReduceIsRefused() {
    Exception e =
        assertThrows(NullPointerException.class, () -> LearningRate.reduceOnPlateau(null, 0.1, 10));
    assertEquals("rate must not be null", e.getMessage());
  }

  @Test
  void noRatesAtAllAreRefused() {
    Exception e =
        assertThrows(NullPointerException.class, () -> LearningRate.piecewise(null, 1, 2));
    assertEquals("rates must not be null", e.getMessage());
  }
}
