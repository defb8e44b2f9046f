package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Reference;
import io.github.gradusml.core.Activation;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.metric.Scores;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calibrations beside the optimum to fifty digits, and beside scikit-learn's. */
class CalibrationReferenceTest {
  /**
   * A slope that is right to rounding: sums of 569 terms, divided by a curvature that is up to a
   * thousand times smaller than the terms are large together.
   */
  private static final double ROUNDING = 1e-12;

  static Stream<Arguments> platt() {
    double[] z = Reference.of("metrics/classification").array("score");
    double[] y = Reference.of("metrics/classification").array("label");
    double[] p = Arrays.stream(z).map(Activation.sigmoid()::value).toArray();
    double[] s = IntStream.range(0, z.length).mapToDouble(i -> i % 4 / 2.0).toArray();
    return Stream.of(
        Arguments.of("platt", CalibrationTest.scores(p, y)),
        Arguments.of("platt_net_inputs", CalibrationTest.scores(z, y)),
        Arguments.of("platt_weighted", CalibrationTest.scores(p, y, s)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("platt")
  void plattScalingIsTheOptimumToRounding(String file, Scores scores) {
    Reference reference = Reference.of("calibration/" + file);
    Calibration fitted = Calibration.fit(scores);
    double slope = reference.get("slope");
    assertEquals(slope, fitted.slope(), ROUNDING * slope);
    assertEquals(reference.get("intercept"), fitted.intercept(), ROUNDING * slope);
  }

  /**
   * Its solver stops early: as far from the optimum as its gradient is long, over the curvature.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("platt")
  void plattScalingIsThatOfScikitLearnAsFarAsThatGoes(String file, Scores scores) {
    Reference reference = Reference.of("calibration/" + file);
    Calibration fitted = Calibration.fit(scores);
    double apart =
        Math.hypot(
            fitted.slope() - reference.get("sklearn_slope"),
            fitted.intercept() - reference.get("sklearn_intercept"));
    // Over a short way the curvature changes a little; the same margin stands in calibration.py.
    double reach = reference.get("sklearn_gradient") / reference.get("smallest_curvature");
    assertTrue(apart <= 1.1 * reach, apart + " and " + reach);
    assertTrue(reference.get("objective") <= reference.get("sklearn_objective"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"temperature", "temperature_shy"})
  void aTemperatureIsTheOptimumToRounding(String file) {
    Reference reference = Reference.of("calibration/" + file);
    Scores scores = CalibrationTest.scores(reference.array("z"), reference.array("label"));
    Calibration fitted = Calibration.fit(scores);
    double slope = reference.get("slope");
    assertEquals(slope, fitted.slope(), ROUNDING * slope);
    assertEquals(0, fitted.intercept());
    // A loss of half the digits: where a function is flat, so many are not seen.
    assertEquals(reference.get("scipy_slope"), fitted.slope(), 1e-8 * slope);
    double before = Metric.logLoss().of(scores);
    double after = Metric.logLoss().of(scores.withNetInputs(fitted::apply));
    assertEquals(reference.get("before"), before, 1e-14); // means of 150 losses
    assertEquals(reference.get("objective"), after, 1e-14);
  }
}
