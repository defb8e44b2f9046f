package io.github.gradusml.rate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What all rates have in common: two clocks, tables, warm-up, lambdas, and names to read. */
class LearningRateTest {
  /** A few roundings of numbers up to 1. */
  private static final double ROUNDING = 1e-15;

  static Stream<Schedule> schedules() {
    return Stream.of(
        LearningRate.constant(0.1),
        LearningRate.inverseTime(0.1, 0.5),
        LearningRate.inverseScaling(0.1, 0.25),
        LearningRate.exponential(0.1, 0.9, 2),
        LearningRate.step(0.1, 0.5, 1.5),
        LearningRate.polynomial(0.1, 0.01, 7, 2),
        LearningRate.piecewise(new double[] {0.1, 0.2, 0}, 2, 5),
        LearningRate.cosine(0.1, 0.01, 7),
        LearningRate.warmRestarts(0.1, 0.01, 2, 2),
        LearningRate.triangular(0.01, 0.1, 2),
        LearningRate.triangular2(0.01, 0.1, 2),
        LearningRate.expRange(0.01, 0.1, 2, 0.9),
        LearningRate.oneCycle(0.1, 3, 8),
        LearningRate.cosine(0.1, 0.01, 7).withWarmUp(3, 0.1),
        LearningRate.oneCycle(0.1, 3, 8).withDivisors(10, 100).withLines(),
        LearningRate.exponential(0.1, 0.5, 2).withLowest(0.01),
        LearningRate.constant(0.1).then(2.5, LearningRate.cosine(0.05, 0, 4)));
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void countsUpdatesUnlessAskedToCountEpochs(Schedule schedule) {
    for (double time : new double[] {0, 1, 2, 3, 5, 8, 100}) {
      assertEquals(schedule.at(time), schedule.at((long) time, 0.75));
      assertEquals(schedule.at(time + 0.5), schedule.perEpoch().at(77, time + 0.5));
    }
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void aTableHasTheRateOfEachUpdate(Schedule schedule) {
    double[] byUpdates = schedule.table(3, 4);
    double[] byEpochs = schedule.perEpoch().table(3, 4);
    assertEquals(12, byUpdates.length);
    for (int t = 0; t < 12; t++) {
      assertEquals(schedule.at(t), byUpdates[t]);
      assertEquals(schedule.at(t / 4.0), byEpochs[t]);
    }
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void isNeverNegativeNorAboveItsHighest(Schedule schedule) {
    double highest = schedule.toString().startsWith("piecewise") ? 0.2 : 0.1;
    for (double time = 0; time < 50; time += 0.125) {
      double rate = schedule.at(time);
      // An ulp of 0.1, where a sum of two parts is rounded up.
      assertEquals(highest / 2, rate, highest / 2 + 2e-17, "at " + time);
    }
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void doesNotReactToTheLoss(Schedule schedule) {
    assertSame(schedule, schedule.afterEpoch(1, 5));
    assertSame(schedule, schedule.afterEpoch(2, 6));
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void equalSettingsMakeEqualRates(Schedule schedule) {
    String name = schedule.toString();
    assertEquals(1, schedules().filter(other -> other.equals(schedule)).count(), name);
  }

  @Test
  void afterItsEndAScheduleStaysWhereItIs() {
    for (double late : new double[] {150, 150.5, 1e6, 1e300}) {
      assertEquals(0.01, LearningRate.cosine(0.1, 0.01, 150).at(late));
      assertEquals(0.01, LearningRate.polynomial(0.1, 0.01, 150, 2).at(late));
      assertEquals(0.3, LearningRate.piecewise(new double[] {0.1, 0.3}, 150).at(late));
      assertEquals(0.1 / 25 / 1e4, LearningRate.oneCycle(0.1, 50, 150).at(late));
    }
  }

  @Test
  void oneCycleTouchesItsCornersToTheBit() {
    Schedule cycle = LearningRate.oneCycle(0.1, 59, 199);
    assertEquals(0.1 / 25, cycle.at(0));
    assertEquals(0.1, cycle.at(59));
    assertEquals(0.1 / 25 / 1e4, cycle.at(199));
  }

  @Test
  void aRampRisesFromItsStartAndHandsOverWhereTheScheduleBegins() {
    Schedule warm = LearningRate.step(0.8, 0.5, 10).withWarmUp(4, 0.25);
    // 0.8 · (0.25 + 0.75·t/4), then the step's own clock from 0.
    assertArrayEquals(
        new double[] {0.2, 0.35, 0.5, 0.65, 0.8}, Arrays.copyOf(warm.table(1, 10), 5), ROUNDING);
    assertEquals(0.8, warm.at(13));
    assertEquals(0.4, warm.at(14));
  }

  @Test
  void aRampMayStartAtZeroOrNotRampAtAll() {
    assertEquals(0, LearningRate.constant(0.1).withWarmUp(4, 0).at(0));
    assertEquals(0.1, LearningRate.constant(0.1).withWarmUp(4, 1).at(0));
  }

  @Test
  void aRampMayLastEpochs() {
    LearningRate rate = LearningRate.constant(0.1).withWarmUp(2, 0).perEpoch();
    assertEquals(0.025, rate.at(99, 0.5), ROUNDING);
    assertEquals(0.1, rate.at(99, 2));
  }

  @Test
  void anExponentialMayEndAtALastRate() {
    // From 0.8 to 0.1 in time 6: a factor of ½ every 2.
    Schedule falling = LearningRate.exponential(0.8, 0.1 / 0.8, 6).withLowest(0.1);
    assertArrayEquals(
        new double[] {0.8, 0.4, 0.2, 0.1, 0.1, 0.1}, every(2, falling.table(1, 11)), ROUNDING);
    assertEquals(0.1, falling.at(1e300));
  }

  @Test
  void triangular2HalvesEachTriangle() {
    Schedule cycles = LearningRate.triangular2(0, 0.8, 5);
    assertArrayEquals(
        new double[] {0, 0.8, 0, 0.4, 0, 0.2, 0}, every(5, cycles.table(1, 31)), ROUNDING);
  }

  @Test
  void aLambdaOfBothClocksIsARate() {
    LearningRate halved = (update, epoch) -> epoch < 1 ? 0.1 : 0.05 / (update + 1);
    assertArrayEquals(new double[] {0.1, 0.1, 0.05 / 3, 0.05 / 4}, halved.table(2, 2));
  }

  @Test
  void aLambdaOfTimeIsASchedule() {
    Schedule halving = t -> Math.scalb(0.1, -(int) t);
    assertArrayEquals(new double[] {0.1, 0.05, 0.025}, halving.table(1, 3));
    assertArrayEquals(new double[] {0.1, 0.1, 0.05, 0.05}, halving.perEpoch().table(2, 2));
    assertArrayEquals(new double[] {0, 0.1, 0.05}, halving.withWarmUp(1, 0).table(1, 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; constant(0.1)",
        "1; inverse time(0.1, decay 0.5)",
        "2; inverse scaling(0.1, power 0.25)",
        "3; exponential(0.1, factor 0.9 every 2.0)",
        "4; step(0.1, factor 0.5 every 1.5)",
        "5; polynomial(0.1 to 0.01 over 7.0, power 2.0)",
        "6; piecewise([0.1, 0.2, 0.0] at [2.0, 5.0])",
        "7; cosine(0.1 to 0.01 over 7.0)",
        "8; warm restarts(0.1 to 0.01, cycle 2.0 × 2)",
        "9; triangular(0.01 to 0.1, half cycle 2.0)",
        "10; triangular2(0.01 to 0.1, half cycle 2.0)",
        "11; exp range(0.01 to 0.1, half cycle 2.0, decay 0.9)",
        "12; one cycle(0.1 at 3.0, to 8.0)",
        "13; cosine(0.1 to 0.01 over 7.0) after a warm-up of 3.0 from 0.1",
        "14; one cycle(0.1 at 3.0, to 8.0, divisors 10.0 and 100.0, linear)",
        "15; exponential(0.1, factor 0.5 every 2.0), at least 0.01",
        "16; constant(0.1) until 2.5, then cosine(0.05 to 0.0 over 4.0)",
      })
  void saysWhatItIs(int index, String name) {
    assertEquals(name, schedules().toList().get(index).toString());
  }

  @Test
  void saysByWhichClockAndHowItReacts() {
    Schedule step = LearningRate.step(0.1, 0.5, 3);
    assertEquals("step(0.1, factor 0.5 every 3.0) per epoch", step.perEpoch().toString());
    assertEquals(
        "step(0.1, factor 0.5 every 3.0) reduced by 0.1 on a plateau of 10",
        LearningRate.reduceOnPlateau(step, 0.1, 10).toString());
  }

  private static double[] every(int step, double[] values) {
    double[] some = new double[(values.length - 1) / step + 1];
    Arrays.setAll(some, i -> values[i * step]);
    return some;
  }
}
