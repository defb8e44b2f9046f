package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Same seed, same bits; and strategies that see the same rows in the same order agree. */
class DeterminismTest {
  private static final Dataset ROWS = Cases.rows(Loss.crossEntropy(), 61, 7, 1);

  static List<UpdateStrategy> strategies() {
    return Cases.strategies();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void theSameSeedGivesTheSameBits(UpdateStrategy strategy) {
    assertArrayEquals(bits(trainer().withUpdates(strategy)), bits(trainer().withUpdates(strategy)));
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void aReusedTrainerEqualsAFreshOne(UpdateStrategy strategy) {
    Trainer reused = trainer().withUpdates(strategy);
    reused.fit(Perceptron.random(7, Activation.sigmoid(), 3), ROWS.select(5, 9, 2, 1));
    assertArrayEquals(bits(trainer().withUpdates(strategy)), bits(reused));
  }

  @Test
  void anotherSeedGivesOtherBits() {
    assertFalse(Arrays.equals(bits(trainer().withSeed(1)), bits(trainer().withSeed(2))));
  }

  /** A seed is a long: its upper half counts as well. */
  @Test
  void seedsThatDifferOnlyInTheUpperHalfGiveOtherBits() {
    assertFalse(
        Arrays.equals(bits(trainer().withSeed(1)), bits(trainer().withSeed(1 + (1L << 32)))));
  }

  @Test
  void inOrderTheSeedDoesNotMatter() {
    Trainer inOrder = trainer().withUpdates(UpdateStrategy.miniBatch(8).withoutShuffling());
    assertArrayEquals(bits(inOrder.withSeed(1)), bits(inOrder.withSeed(2)));
  }

  @Test
  void batchEqualsAMiniBatchOfAllRowsInOrder() {
    assertArrayEquals(
        bits(trainer().withUpdates(UpdateStrategy.batch())),
        bits(trainer().withUpdates(UpdateStrategy.miniBatch(ROWS.rows()).withoutShuffling())));
  }

  @Test
  void aMiniBatchLargerThanTheDataTakesThemAll() {
    assertArrayEquals(
        bits(trainer().withUpdates(UpdateStrategy.batch())),
        bits(trainer().withUpdates(UpdateStrategy.miniBatch(1000).withoutShuffling())));
  }

  @Test
  void stochasticEqualsAMiniBatchOfOne() {
    assertArrayEquals(
        bits(trainer().withUpdates(UpdateStrategy.stochastic())),
        bits(trainer().withUpdates(UpdateStrategy.miniBatch(1))));
  }

  @Test
  void whatIsRecordedChangesNothing() {
    long[] expected = bits(trainer());
    for (HistoryDetail detail : HistoryDetail.values()) {
      assertArrayEquals(expected, bits(trainer().withHistory(detail)), detail.toString());
    }
  }

  @Test
  void validationRowsChangeNothing() {
    Perceptron start = Perceptron.zeros(7, Activation.sigmoid());
    Perceptron validated = trainer().fit(start, ROWS, ROWS.select(3, 4)).model();
    assertArrayEquals(bits(trainer()), Cases.bits(validated));
  }

  @Test
  void twoThreadsMayShareATrainer() throws InterruptedException, ExecutionException {
    Trainer shared = trainer().withEpochs(50);
    long[] expected = bits(shared);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<long[]>> both = new ArrayList<>();
      for (int k = 0; k < 8; k++) {
        both.add(threads.submit(() -> bits(shared)));
      }
      for (Future<long[]> bits : both) {
        assertArrayEquals(expected, bits.get());
      }
    } finally {
      threads.shutdown();
    }
  }

  private static Trainer trainer() {
    return Trainer.minimizing(Loss.crossEntropy())
        .withUpdates(UpdateStrategy.miniBatch(8))
        .withRegularizer(Regularizer.elasticNet(0.01, 0.5))
        .withLearningRate(LearningRate.inverseTime(0.1, 0.01))
        .withEpochs(5);
  }

  private static long[] bits(Trainer trainer) {
    return Cases.bits(trainer.fit(Perceptron.zeros(7, Activation.sigmoid()), ROWS).model());
  }
}
