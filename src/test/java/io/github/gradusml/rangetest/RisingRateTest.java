package io.github.gradusml.rangetest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Loss;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Range;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.UpdateRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a range test ends. */
class RisingRateTest {
  private static final int RATES = 40;

  /** Not smoothed, so that one loss can be relied on; ends above 4 times the best. */
  private static RisingRate rising(double smoothing, double... losses) {
    RisingRate rising = new RisingRate(new Range(1e-4, 1, true), RATES, false, smoothing, 4);
    hear(rising, losses);
    return rising;
  }

  private static void hear(RisingRate rising, double... losses) {
    for (double loss : losses) {
      int update = rising.curve().points().size();
      rising.updated(new UpdateRecord(update + 1, 1, rising.at(update, 0), loss, 0), null);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aLossThatIsNotFiniteEndsItAndIsNoPoint(double loss) {
    RisingRate rising = rising(0, 1, 0.9, loss, 0.8);
    assertEquals(RangeTestEnd.NOT_FINITE, rising.curve().end());
    assertEquals(2, rising.curve().points().size());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void aSmoothedLossCannotHideWhatIsNotFinite(double loss) {
    assertEquals(RangeTestEnd.NOT_FINITE, rising(0.98, 1, loss).curve().end());
  }

  @Test
  void theVeryFirstLossMayBeNaN() {
    RisingRate rising = rising(0, Double.NaN);
    assertEquals(RangeTestEnd.NOT_FINITE, rising.curve().end());
    assertTrue(rising.curve().points().isEmpty());
  }

  @Test
  void fourTimesTheBestIsStillAPointAndMoreEndsIt() {
    RisingRate rising = rising(0, 1, 0.5, 2);
    assertEquals(RangeTestEnd.RATES_DONE, rising.curve().end());
    hear(rising, Math.nextUp(2.0));
    assertEquals(RangeTestEnd.LOSS_ROSE, rising.curve().end());
    assertEquals(3, rising.curve().points().size());
  }

  @Test
  void weightsThatExplodeAfterwardsDoNotChangeWhyItEnded() {
    // w is 1, then 10, then too large to square: the loss of an update's batch is one before it.
    Trainer scripted =
        Trainer.minimizing(Loss.squaredError())
            .withOptimizer(
                (theta, gradient, eta, state, t) ->
                    theta[0] = t <= 10 ? 1 : t == 11 ? 10 : Double.MAX_VALUE);
    Dataset row = Dataset.of(new double[][] {{1}}, new double[] {0});
    RisingRate rising = new RisingRate(new Range(1e-4, 1, true), RATES, false, 0, 4);
    assertEquals(RangeTestEnd.LOSS_ROSE, rising.train(scripted, new OneSlope(1), row).end());
  }

  @Test
  void afterTheEndWeightsHoldStill() {
    RisingRate rising = rising(0, 1, 0.5);
    assertTrue(rising.at(2, 0) > 0);
    hear(rising, 100);
    assertEquals(0, rising.at(2, 0));
  }

  @Test
  void beforeTheAverageCanBeReliedOnNoRiseEndsIt() {
    // β = 0.9 remembers ten losses, of which 40 rates spare four.
    RisingRate rising = rising(0.9, 1, 100, 1, 1);
    assertEquals(RangeTestEnd.RATES_DONE, rising.curve().end());
    assertEquals(4, rising.curve().points().size());
  }

  @Test
  void whereAllRowsAreMeasuredItHearsTheObjectiveOfAnEpoch() {
    RisingRate rising = new RisingRate(new Range(1e-4, 1, true), RATES, true, 0, 4);
    rising.updated(new UpdateRecord(1, 1, 1e-4, 9, 0), null);
    rising.epochEnded(new EpochRecord(1, 1, 0.5, 0.25, 9, 1e-4, 0, Double.NaN, Map.of(), 0), null);
    assertEquals(List.of(new RangePoint(1e-4, 0.75, 0.75)), rising.curve().points());
  }

  @Test
  void noMorePointsAreTakenThanRates() {
    double[] losses = new double[RATES + 5];
    Arrays.fill(losses, 1);
    RisingRate rising = rising(0, losses);
    assertEquals(RATES, rising.curve().points().size());
    assertEquals(RangeTestEnd.RATES_DONE, rising.curve().end());
    assertEquals(0, rising.at(RATES, 0));
  }
}
