package io.github.gradusml.rate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A schedule has a rate at every time that there is, by either clock, and refuses all others. */
class TimesTest {
  /** A few roundings of numbers up to 1. */
  private static final double ROUNDING = 1e-15;

  @ParameterizedTest
  @MethodSource("io.github.gradusml.rate.LearningRateTest#schedules")
  @Timeout(5)
  void hasAnAnswerForEveryTimeHoweverLate(Schedule schedule) {
    for (double time : new double[] {1e9, 1e16, 1e17 + 16, 1e100, 1e300, Double.MAX_VALUE}) {
      double rate = schedule.at(time);
      assertTrue(rate >= 0 && rate <= 0.2, rate + " at " + time);
      assertEquals(rate, schedule.perEpoch().at(0, time));
    }
  }

  @ParameterizedTest
  @MethodSource("io.github.gradusml.rate.LearningRateTest#schedules")
  @Timeout(5)
  void refusesATimeThatIsNone(Schedule schedule) {
    for (double time :
        new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
      String message = "time must be finite and >= 0, but was " + time;
      assertEquals(message, Rejected.message(() -> schedule.at(time)));
      assertEquals(message, Rejected.message(() -> schedule.perEpoch().at(0, time)));
    }
    assertEquals(
        "time must be finite and >= 0, but was -3.0", Rejected.message(() -> schedule.at(-3, 0)));
  }

  @Test
  void aCycleThatIsShorterThanTheStepsOfTimeHasARateAllTheSame() {
    double huge = 1e300;
    assertEquals(0.1, LearningRate.exponential(0.1, 1, 1e-300).at(huge));
    assertEquals(0.1, LearningRate.step(0.1, 1, 1e-300).at(huge));
    double height = LearningRate.triangular(0.01, 0.1, 1e-300).at(huge);
    assertTrue(height >= 0.01 && height <= 0.1, height + " lies between the two");
    // 2^60 is a whole number of half cycles of 2, and of two, so that both begin anew.
    assertEquals(0.01, LearningRate.triangular(0.01, 0.1, 2).at(0x1p60));
    assertEquals(0.1, LearningRate.warmRestarts(0.1, 0.01, 4, 1).at(0x1p60));
    // 2^60 leaves 1 when divided by 3 (it is 4^30), a third of the way down: cos(π/3) is ½.
    assertEquals(0.075, LearningRate.warmRestarts(0.1, 0, 3, 1).at(0x1p60), ROUNDING);
  }

  @Test
  void eachPartOfJoinedSchedulesCountsFromItsOwnBeginning() {
    Schedule second = LearningRate.step(0.4, 0.5, 1);
    Schedule joined =
        LearningRate.constant(0.1).then(2, second).then(4, LearningRate.inverseTime(1, 1));
    assertArrayEquals(new double[] {0.1, 0.1, 0.4, 0.2, 1, 0.5, 1 / 3.0}, joined.table(1, 7));
    Schedule byEpochs = LearningRate.constant(0.1).perEpoch().then(1, second.perEpoch());
    assertArrayEquals(new double[] {0.1, 0.1, 0.4, 0.4, 0.2, 0.2}, byEpochs.table(3, 2));
  }

  @Test
  void twoClocksAreNotJoined() {
    Schedule byEpochs = LearningRate.step(0.4, 0.5, 1).perEpoch();
    assertEquals(
        "next must count updates, as the schedule before it, but was step(0.4, factor 0.5 every"
            + " 1.0) per epoch; to count epochs, say perEpoch() of the two together",
        Rejected.message(() -> LearningRate.constant(0.1).then(100, byEpochs)));
  }

  @ParameterizedTest
  @MethodSource("io.github.gradusml.rate.LearningRateTest#schedules")
  void whatCountsEpochsIsChangedLikeWhatCountsUpdates(Schedule schedule) {
    Schedule next = LearningRate.step(0.3, 0.5, 2);
    assertEquals(schedule.withWarmUp(5, 0.1).perEpoch(), schedule.perEpoch().withWarmUp(5, 0.1));
    assertEquals(schedule.withLowest(0.02).perEpoch(), schedule.perEpoch().withLowest(0.02));
    assertEquals(schedule.then(5, next).perEpoch(), schedule.perEpoch().then(5, next));
    assertSame(schedule.perEpoch().getClass(), schedule.perEpoch().perEpoch().getClass());
    assertEquals(schedule.perEpoch(), schedule.perEpoch().perEpoch());
  }
}
