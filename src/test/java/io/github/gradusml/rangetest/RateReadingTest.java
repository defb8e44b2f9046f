package io.github.gradusml.rangetest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The rates that are read from curves whose shape is known. */
class RateReadingTest {
  private static final RateReading ARTICLE =
      SyntheticCurves.read(SyntheticCurves.article(), SyntheticCurves.UNKNOWN);

  private static RateSuggestion found(Found found) {
    return found.suggestion().orElseThrow(() -> new AssertionError(found.whyNot()));
  }

  private static RateReading limited(double rate, boolean exact) {
    return SyntheticCurves.read(SyntheticCurves.article(), SyntheticCurves.limit(rate, exact));
  }

  @Test
  void aTenthOfTheLowestPointIsTheMinimum() {
    RateSuggestion minimum = found(ARTICLE.minimum());
    assertEquals("minimum/10", minimum.name());
    assertEquals(0.1, minimum.rate());
    assertEquals("a tenth of 1.00, where the smoothed loss was lowest (0.102)", minimum.how());
    assertEquals(Optional.of(1.0), ARTICLE.lowest().map(RangePoint::learningRate));
  }

  @Test
  void theSteepestPointIsWhereTheCurveFallsFastestOverTheLogarithmOfTheRate() {
    RateSuggestion steepest = found(ARTICLE.steepest());
    assertEquals("steepest", steepest.name());
    assertEquals(SyntheticCurves.RANGE.at(0.5), steepest.rate()); // 10^−1.5
  }

  @Test
  void theValleyIsTheMiddleOfTheLongestFall() {
    RateSuggestion valley = found(ARTICLE.valley());
    assertEquals("valley", valley.name());
    // It falls from 10^−4 to 1.
    assertEquals(0.01, valley.rate());
  }

  @Test
  void aBumpDoesNotEndTheFallOfTheValley() {
    CurveReading bumpy =
        SyntheticCurves.of(
            RangeTestEnd.LOSS_ROSE,
            log -> SyntheticCurves.articleLoss(log) + (Math.abs(log + 2) < 0.01 ? 0.1 : 0));
    RateSuggestion valley = found(SyntheticCurves.read(bumpy, SyntheticCurves.UNKNOWN).valley());
    assertEquals(0.01, valley.rate());
  }

  @Test
  void noneIsConfirmedBeforeAnyTraining() {
    assertFalse(found(ARTICLE.minimum()).confirmed());
    assertFalse(found(ARTICLE.steepest()).confirmed());
    assertFalse(found(ARTICLE.valley()).confirmed());
  }

  @Test
  void theMinimumStaysBelowTheLargestStableRate() {
    RateSuggestion minimum = found(limited(0.05, true).minimum());
    assertEquals(0.025, minimum.rate());
    assertTrue(
        minimum.how().startsWith("half the largest stable rate, 0.0500, beyond which lies a tenth"),
        minimum.how());
  }

  @Test
  void aLargestStableRateAboveItDoesNotMoveTheMinimum() {
    assertEquals(0.1, found(limited(0.11, true).minimum()).rate());
  }

  @Test
  void aLimitThatIsNotExactDoesNotMoveTheMinimum() {
    assertEquals(0.1, found(limited(0.05, false).minimum()).rate());
  }

  @Test
  void otherRatesBeyondTheLargestStableRateSaySo() {
    RateReading reading = limited(0.002, true);
    String diverges = " times the largest stable rate: training will diverge";
    assertTrue(found(reading.valley()).caution().endsWith("; it is 5.00" + diverges));
    assertTrue(found(reading.steepest()).caution().endsWith("; it is 15.8" + diverges));
    assertFalse(found(limited(0.02, true).valley()).caution().contains("diverge"));
  }

  @Test
  void aMinimumBelowTheFirstRateSaysSo() {
    CurveReading early =
        SyntheticCurves.of(RangeTestEnd.LOSS_ROSE, log -> 1 + (log + 3.5) * (log + 3.5));
    RateSuggestion minimum = found(SyntheticCurves.read(early, SyntheticCurves.UNKNOWN).minimum());
    assertEquals(3.16e-5, minimum.rate(), 1e-7);
    assertTrue(
        minimum.caution().endsWith("it lies below the smallest rate of the test, 0.000100"),
        minimum.caution());
  }

  @Test
  void whatIsStillFallingHasNoMinimum() {
    CurveReading falling = SyntheticCurves.of(RangeTestEnd.RATES_DONE, log -> 2 - log);
    RateReading reading = SyntheticCurves.read(falling, SyntheticCurves.UNKNOWN);
    assertEquals(
        "the loss had not risen again at the largest rate, 10.0: go on to larger ones",
        reading.minimum().whyNot());
    assertTrue(reading.lowest().isEmpty());
    assertEquals(SyntheticCurves.RANGE.at(0.5), found(reading.valley()).rate());
  }

  @Test
  void whatExplodedAfterItsLowestPointNeedNotHaveRisenBefore() {
    CurveReading falling = SyntheticCurves.of(RangeTestEnd.NOT_FINITE, log -> 2 - log);
    assertEquals(1, found(SyntheticCurves.read(falling, SyntheticCurves.UNKNOWN).minimum()).rate());
  }

  /** Nothing is read from it, for one reason. */
  private static void assertUseless(String reason, CurveReading curve) {
    RateReading reading = SyntheticCurves.read(curve, SyntheticCurves.UNKNOWN);
    assertEquals(reason, reading.minimum().whyNot());
    assertEquals(reason, reading.steepest().whyNot());
    assertEquals(reason, reading.valley().whyNot());
    assertTrue(reading.minimum().suggestion().isEmpty());
    assertTrue(reading.steepest().suggestion().isEmpty());
    assertTrue(reading.valley().suggestion().isEmpty());
  }

  @Test
  void nothingIsReadFromAFlatCurve() {
    assertUseless(
        "the curve is flat: the loss stayed at 0.693; go on to larger rates, if the model can learn"
            + " at all",
        SyntheticCurves.of(RangeTestEnd.RATES_DONE, log -> 0.693));
  }

  @Test
  void aFallOfLessThanAThousandthIsFlat() {
    CurveReading curve = SyntheticCurves.of(RangeTestEnd.RATES_DONE, log -> 1 - 1e-4 * (log + 4));
    assertTrue(curve.flaw().orElseThrow().startsWith("the curve is flat"));
  }

  @Test
  void nothingIsReadFromACurveThatNeverFell() {
    assertUseless(
        "the loss never fell by more than its noise: begin with a smaller rate, try more rates, or"
            + " let all rows be measured",
        SyntheticCurves.of(RangeTestEnd.LOSS_ROSE, log -> 5 + log));
  }

  @Test
  void nothingIsReadFromNoise() {
    assertTrue(curvesOfNoiseThatSeemToFall(0, 0) <= 5);
    assertTrue(curvesOfNoiseThatSeemToFall(0.9, 10) <= 5);
    assertTrue(curvesOfNoiseThatSeemToFall(0.98, 10) <= 5);
  }

  /** Of 300; 2 are expected. */
  private static int curvesOfNoiseThatSeemToFall(double beta, int warmUp) {
    Random random = new Random(1);
    int count = 0;
    for (int k = 0; k < 300; k++) {
      MovingAverage average = new MovingAverage(beta);
      List<RangePoint> points = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        double loss = 1 + 0.1 * random.nextGaussian();
        points.add(new RangePoint(1 + i, loss, average.after(loss)));
      }
      CurveReading curve = new CurveReading(points, RangeTestEnd.RATES_DONE, warmUp, beta);
      count += curve.flaw().isEmpty() ? 1 : 0;
    }
    return count;
  }

  @Test
  void nothingIsReadFromTooFewPoints() {
    assertUseless(
        "too few points: the test ended after 9, with the loss exploding; begin with a smaller"
            + " rate, or try more rates",
        SyntheticCurves.first(9, SyntheticCurves.of(RangeTestEnd.NOT_FINITE, log -> -log)));
    assertUseless(
        "too few points: the test ended after 0, with the loss exploding; begin with a smaller"
            + " rate, or try more rates",
        SyntheticCurves.first(0, SyntheticCurves.of(RangeTestEnd.NOT_FINITE, log -> -log)));
  }

  @Test
  void tenPointsAreEnough() {
    CurveReading ten =
        SyntheticCurves.first(10, SyntheticCurves.of(RangeTestEnd.NOT_FINITE, log -> -log));
    assertTrue(ten.flaw().isEmpty());
  }

  @Test
  void aCurveThatIsLowestAtOnceHasNoSteepestPoint() {
    // Lowest at the sixth point; a slope is taken over seven.
    CurveReading sudden =
        SyntheticCurves.of(RangeTestEnd.LOSS_ROSE, log -> log < -3.74 ? -log : 7.5 + log);
    RateReading reading = SyntheticCurves.read(sudden, SyntheticCurves.UNKNOWN);
    assertEquals(
        "too few points lie before the loss was lowest: try more rates",
        reading.steepest().whyNot());
    assertTrue(reading.minimum().suggestion().isPresent());
  }
}
