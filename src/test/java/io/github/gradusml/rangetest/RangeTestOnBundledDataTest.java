package io.github.gradusml.rangetest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One seed of {@link RangeTestExperiment}, against a coarse grid. */
class RangeTestOnBundledDataTest {
  private static Stream<Arguments> setups() {
    return Stream.of(RangeTestSetup.squaredError(), RangeTestSetup.crossEntropy())
        .flatMap(setup -> Stream.of(8, 32, RangeTestSetup.FULL).map(b -> Arguments.of(setup, b)));
  }

  @ParameterizedTest
  @MethodSource("setups")
  void theSuggestionTrainsAsWellAsTheBestOfAGridOrSaysThatItMayNot(
      RangeTestSetup setup, int batch) {
    RangeTestResult result = setup.test(batch, 3).run(setup.start(3), setup.data());
    RateSuggestion suggestion = result.suggestion().orElseThrow();
    double ended = setup.objective(batch, 3, suggestion.rate());
    double best = Double.POSITIVE_INFINITY;
    for (double factor : new double[] {0.1, 0.2, 0.4, 0.6, 0.8, 1.2, 1.5, 2, 4, 8}) {
      best = Math.min(best, setup.objective(batch, 3, factor * suggestion.rate()));
    }
    assertTrue(ended <= 1.01 * best || !suggestion.confirmed(), ended + " above " + best);
    assertTrue(ended <= 1.02 * best, ended + " above " + best); // the worst of 120, in the chapter
  }

  @ParameterizedTest
  @MethodSource("setups")
  void theCurveFallsAndRisesAgain(RangeTestSetup setup, int batch) {
    RangeTestResult result =
        setup.test(batch, 3).withLineSearch(0).run(setup.start(3), setup.data());
    double lowest = result.lowest().orElseThrow().smoothedLoss();
    List<RangePoint> points = result.points();
    assertTrue(lowest < 0.6 * points.get(0).smoothedLoss());
    assertTrue(lowest < points.get(points.size() - 1).smoothedLoss());
    assertEquals(result.minimum(), result.suggestion());
  }

  @Test
  void theSuggestionIsBelowTheLargestStableRate() {
    RangeTestSetup setup = RangeTestSetup.squaredError();
    RangeTestResult result = setup.test(RangeTestSetup.FULL, 3).run(setup.start(3), setup.data());
    assertTrue(result.rate() < result.stability().orElseThrow().largestRate());
    // The lowest point lies past it: a rate may be too large for long and still lower the loss.
    assertTrue(
        result.lowest().orElseThrow().learningRate()
            > result.stability().orElseThrow().largestRate());
  }

  @Test
  void aRateThatEndsByLuckIsNotConfirmed() {
    // Without a penalty and with few rows an update, the loss jumps from epoch to epoch.
    RangeTestSetup setup = RangeTestSetup.crossEntropy();
    RateSuggestion suggestion =
        setup.test(8, 3).run(setup.start(3), setup.data()).suggestion().orElseThrow();
    assertFalse(suggestion.confirmed());
    assertTrue(suggestion.caution().contains("at the end the objective still jumps by "));
  }
}
