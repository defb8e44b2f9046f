package io.github.gradusml.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A restart is a restart: the highest rate to the last bit, in the very update that it is due. */
class WarmRestartsTest {
  private static final double HIGHEST = 0.1;
  private static final double LOWEST = 0.001;
  private static final int UPDATES = 10_000;

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 1", "10, 1", "1, 2", "3, 2", "10, 2", "1, 3", "5, 3", "7, 3"})
  void everyRestartIsExactByUpdates(int firstCycle, int growth) {
    LearningRate rate = LearningRate.warmRestarts(HIGHEST, LOWEST, firstCycle, growth);
    assertRestarts(rate.table(1, UPDATES), firstCycle, growth);
  }

  /**
   * The cycle is a number of updates, given as a fraction of an epoch that is rounded, as 1/3 is.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 10",
    "3, 1, 10",
    "7, 1, 10",
    "1, 2, 10",
    "3, 2, 7",
    "10, 2, 7",
    "1, 3, 3",
    "7, 3, 18"
  })
  void everyRestartIsExactByFractionsOfEpochs(int firstCycle, int growth, int updatesPerEpoch) {
    double length = (double) firstCycle / updatesPerEpoch;
    LearningRate rate = LearningRate.warmRestarts(HIGHEST, LOWEST, length, growth).perEpoch();
    int epochs = UPDATES / updatesPerEpoch;
    assertRestarts(rate.table(epochs, updatesPerEpoch), firstCycle, growth);
  }

  private static void assertRestarts(double[] rates, int firstCycle, int growth) {
    int restart = 0;
    int length = firstCycle;
    for (int t = 0; t < rates.length; t++) {
      if (t == restart + length) {
        restart = t;
        length *= growth;
      }
      if (t == restart) {
        assertEquals(HIGHEST, rates[t], "restart at update " + t);
      } else {
        assertTrue(rates[t] < rates[t - 1], "falling at update " + t);
        assertTrue(rates[t] > LOWEST, "within the cycle at update " + t);
      }
    }
  }

  @Test
  void theLastUpdateOfACycleIsStillAboveTheLowestRate() {
    // One update before the restart: T_cur/Tᵢ = 9/10, and cos(0.9·π) = −0.9510565162951535.
    double expected = LOWEST + (HIGHEST - LOWEST) * (1 - 0.9510565162951535) / 2;
    double rate = LearningRate.warmRestarts(HIGHEST, LOWEST, 10, 2).at(9, 0);
    // A few roundings of numbers around 0.1.
    assertEquals(expected, rate, 1e-16);
  }

  @Test
  void aLongTrainingStillRestarts() {
    long update = 30_000_000_000L;
    assertEquals(HIGHEST, LearningRate.warmRestarts(HIGHEST, LOWEST, 30, 1).at(update, 0));
    assertEquals(HIGHEST, LearningRate.warmRestarts(HIGHEST, LOWEST, 1, 2).at((1L << 40) - 1, 0));
  }

  @ParameterizedTest
  @CsvSource({"1e-300, 2", "4.9e-324, 2", "1, 2", "1e300, 3", "1, 2000000000", "1e-3, 1"})
  @Timeout(5)
  void endsAtEveryTime(double firstCycle, int growth) {
    Schedule rate = LearningRate.warmRestarts(HIGHEST, LOWEST, firstCycle, growth);
    for (double time : new double[] {0, 1e-320, 1, 1e18, 1e300, Double.MAX_VALUE}) {
      assertTrue(rate.at(time) >= LOWEST && rate.at(time) <= HIGHEST, time + ": " + rate.at(time));
    }
  }

  @Test
  void betweenRestartsTheClockMovesByFractionsOfAnEpoch() {
    LearningRate rate = LearningRate.warmRestarts(HIGHEST, 0, 1, 1).perEpoch();
    // Half-way down, where cos(π/2) is 0 up to the rounding of π.
    assertEquals(HIGHEST / 2, rate.at(5, 2.5), 1e-16);
  }
}
