package io.github.gradusml.update;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.util.MathArrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateStrategyTest {
  private static final UpdateStrategy BATCH = UpdateStrategy.batch();
  private static final UpdateStrategy STOCHASTIC = UpdateStrategy.stochastic();

  private static UpdateStrategy miniBatch(int size) {
    return UpdateStrategy.miniBatch(size);
  }

  private static int[] rows(int n) {
    return IntStream.range(0, n).toArray();
  }

  private static int[] arranged(UpdateStrategy strategy, int n, long seed) {
    int[] order = rows(n);
    strategy.arrange(order, new Well19937c(seed));
    return order;
  }

  /** One random row an epoch, for whom an epoch is no pass over the data. */
  private static final UpdateStrategy ONE_ROW =
      new UpdateStrategy() {
        @Override
        public int batchSize(int rows) {
          return 1;
        }

        @Override
        public int updatesPerEpoch(int rows) {
          return 1;
        }

        @Override
        public void arrange(int[] order, RandomGenerator random) {}
      };

  @Test
  void aStrategyOfYourOwnKeepsItsNumberOfUpdates() {
    assertEquals(1, ONE_ROW.withoutShuffling().updatesPerEpoch(10));
    assertEquals(1, ONE_ROW.withoutShortBatch().updatesPerEpoch(10));
  }

  /** Strategy, rows of the data, rows of an update, updates of an epoch. */
  static Stream<Arguments> sizes() {
    return Stream.of(
        Arguments.of(BATCH, 569, 569, 1),
        Arguments.of(BATCH, 1, 1, 1),
        Arguments.of(BATCH.withoutShortBatch(), 569, 569, 1),
        Arguments.of(STOCHASTIC, 569, 1, 569),
        Arguments.of(STOCHASTIC, 1, 1, 1),
        Arguments.of(STOCHASTIC.withoutShortBatch(), 569, 1, 569),
        Arguments.of(miniBatch(32), 569, 32, 18), // 17 of 32 and one of 25
        Arguments.of(miniBatch(32).withoutShortBatch(), 569, 32, 17),
        Arguments.of(miniBatch(32).withoutShuffling().withoutShortBatch(), 569, 32, 17),
        Arguments.of(miniBatch(32).withoutShortBatch().withoutShuffling(), 569, 32, 17),
        Arguments.of(miniBatch(10), 100, 10, 10),
        Arguments.of(miniBatch(10).withoutShortBatch(), 100, 10, 10),
        Arguments.of(miniBatch(10), 101, 10, 11),
        Arguments.of(miniBatch(10), 99, 10, 10),
        Arguments.of(miniBatch(10), 9, 9, 1), // fewer rows than a batch: all of them
        Arguments.of(miniBatch(10).withoutShortBatch(), 9, 9, 1),
        Arguments.of(miniBatch(1), 7, 1, 7),
        Arguments.of(miniBatch(Integer.MAX_VALUE), 7, 7, 1),
        Arguments.of(miniBatch(2), Integer.MAX_VALUE, 2, 1 << 30));
  }

  @ParameterizedTest(name = "{0} of {1} rows: {3} updates of {2}")
  @MethodSource("sizes")
  void anEpochIsCutIntoUpdatesOfOneSize(UpdateStrategy strategy, int n, int size, int updates) {
    assertEquals(size, strategy.batchSize(n));
    assertEquals(updates, strategy.updatesPerEpoch(n));
  }

  static Stream<UpdateStrategy> shuffling() {
    return Stream.of(
        STOCHASTIC, miniBatch(8), miniBatch(8).withoutShortBatch(), miniBatch(Integer.MAX_VALUE));
  }

  static Stream<UpdateStrategy> withoutShuffling() {
    return Stream.of(
        BATCH,
        BATCH.withoutShuffling(),
        STOCHASTIC.withoutShuffling(),
        miniBatch(8).withoutShuffling(),
        miniBatch(8).withoutShortBatch().withoutShuffling(),
        miniBatch(8).withoutShuffling().withoutShortBatch());
  }

  @ParameterizedTest
  @MethodSource("shuffling")
  void shufflingIsByTheSeedAndKeepsEveryRow(UpdateStrategy strategy) {
    int[] order = arranged(strategy, 50, 1);
    assertArrayEquals(order, arranged(strategy, 50, 1));
    assertFalse(Arrays.equals(order, arranged(strategy, 50, 2)));
    assertFalse(Arrays.equals(order, rows(50)));
    assertArrayEquals(rows(50), Arrays.stream(order).sorted().toArray());
  }

  @ParameterizedTest
  @MethodSource("shuffling")
  void theShuffleIsThatOfCommonsMath(UpdateStrategy strategy) {
    int[] expected = rows(50);
    MathArrays.shuffle(expected, new Well19937c(3L));
    assertArrayEquals(expected, arranged(strategy, 50, 3));
  }

  @ParameterizedTest
  @MethodSource("withoutShuffling")
  void inOrderRowsStayWhereTheyAreAndNoRandomNumberIsDrawn(UpdateStrategy strategy) {
    RandomGenerator random = new Well19937c(1);
    int[] order = rows(50);
    strategy.arrange(order, random);
    assertArrayEquals(rows(50), order);
    assertEquals(new Well19937c(1).nextLong(), random.nextLong());
  }

  @ParameterizedTest
  @MethodSource("withoutShuffling")
  void inOrderNoOrderNeedBeRemembered(UpdateStrategy strategy) {
    assertTrue(strategy.keepsOrder());
  }

  @ParameterizedTest
  @MethodSource("shuffling")
  void shuffledOneMust(UpdateStrategy strategy) {
    assertFalse(strategy.keepsOrder());
    assertTrue(strategy.withoutShuffling().keepsOrder());
  }

  @Test
  void everyRowComesFirstAsOftenAsAnyOther() {
    int[] first = new int[5];
    RandomGenerator random = new Well19937c(11);
    for (int i = 0; i < 5000; i++) {
      int[] order = rows(5);
      STOCHASTIC.arrange(order, random);
      first[order[0]]++;
    }
    for (int times : first) {
      // 1000 expected with deviation √(5000·0.2·0.8) = 28.3; five of them.
      assertEquals(1000, times, 5 * 28.3);
    }
  }

  @Test
  void aShortBatchIsKeptUnlessAskedOtherwise() {
    assertFalse(miniBatch(8).dropsShortBatch());
    assertEquals(true, miniBatch(8).withoutShortBatch().withoutShuffling().dropsShortBatch());
  }

  @Test
  void eachSaysItsSettings() {
    assertEquals("batch", BATCH.toString());
    assertEquals("stochastic", STOCHASTIC.toString());
    assertEquals("mini-batch(32)", miniBatch(32).toString());
    assertEquals("stochastic in order", STOCHASTIC.withoutShuffling().toString());
    assertEquals(
        "mini-batch(32) in order dropping a short batch",
        miniBatch(32).withoutShuffling().withoutShortBatch().toString());
  }

  @Test
  void equalSettingsMakeEqualStrategies() {
    assertEquals(miniBatch(32).withoutShuffling(), miniBatch(32).withoutShuffling());
    assertNotEquals(miniBatch(32), miniBatch(16));
    assertNotEquals(miniBatch(32), miniBatch(32).withoutShuffling());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void aBatchHasARowAtLeast(int size) {
    assertEquals(
        "size must be at least 1, but was " + size, Rejected.message(() -> miniBatch(size)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void noRowsHaveNoUpdatesAndNoSizeHasNone(int none) {
    assertEquals(
        "rows must be at least 1, but was " + none,
        Rejected.message(() -> BATCH.updatesPerEpoch(none)));
    UpdateStrategy wrong = rows -> none;
    String message = Rejected.message(() -> wrong.updatesPerEpoch(7));
    assertTrue(message.startsWith("batchSize must be from 1 to the number of rows, 7, but "));
    assertTrue(message.endsWith(" gave " + none));
  }

  @Test
  void aStrategyOfOnesOwnNeedsABatchSizeOnly() {
    UpdateStrategy half = rows -> Math.max(1, rows / 2);
    assertEquals(3, half.updatesPerEpoch(7));
    assertEquals(2, half.withoutShortBatch().updatesPerEpoch(7));
    assertArrayEquals(rows(7), arranged(half, 7, 1));
  }
}
