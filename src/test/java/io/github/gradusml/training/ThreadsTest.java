package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A large batch is shared by threads, and nobody can tell from the result how many there were. */
class ThreadsTest {
  /** With 200 columns a part of a batch has 655 rows, and threads share batches of 2,622 rows. */
  private static final int COLUMNS = 200;

  private static final Dataset ROWS = rows(4000);

  static Stream<UpdateStrategy> largeBatches() {
    return Stream.of(
        UpdateStrategy.batch(),
        UpdateStrategy.miniBatch(656),
        UpdateStrategy.miniBatch(2700),
        UpdateStrategy.miniBatch(2700).withoutShuffling());
  }

  @ParameterizedTest
  @MethodSource("largeBatches")
  void theBitsAreThoseOfOneThread(UpdateStrategy strategy) {
    Trainer trainer = trainer().withUpdates(strategy);
    double[] one = trainer.fit(start(), ROWS).model().parameters();
    for (int threads : new int[] {2, 3, 16}) {
      double[] many = trainer.withThreads(threads).fit(start(), ROWS).model().parameters();
      assertArrayEquals(one, many, threads + " threads");
    }
  }

  @Test
  void soIsTheHistory() {
    Trainer trainer = trainer().withUpdates(UpdateStrategy.batch());
    assertArrayEquals(
        trainer.fit(start(), ROWS).history().losses(),
        trainer.withThreads(2).fit(start(), ROWS).history().losses());
  }

  @Test
  void soAreTheyWithWeightsOfRows() {
    double[] weights = new Random(3).doubles(ROWS.rows(), 0.5, 2).toArray();
    Dataset weighted = ROWS.withWeights(weights);
    Trainer trainer = trainer().withUpdates(UpdateStrategy.miniBatch(2700));
    assertArrayEquals(
        trainer.fit(start(), weighted).model().parameters(),
        trainer.withThreads(2).fit(start(), weighted).model().parameters());
  }

  /**
   * Up to rounding: sums of parts are added to each other. 4000 terms, each off by an ulp or so.
   */
  @Test
  void partsAddUpToTheWhole() {
    Dataset columns = ROWS.selectFeatures("x0", "x1", "x2"); // 12,000 numbers: one part
    Dataset padded = withZeros(columns);
    Trainer trainer = trainer().withUpdates(UpdateStrategy.batch());
    double[] whole =
        trainer.fit(Perceptron.zeros(3, Activation.sigmoid()), columns).model().weights();
    double[] inParts = trainer.fit(start(), padded).model().weights();
    assertArrayEquals(whole, Arrays.copyOf(inParts, 3), 1e-13);
  }

  @Test
  void aLargeBatchIsComputedByMoreThanOneThread() {
    Meeting loss = new Meeting(2);
    Trainer.minimizing(loss)
        .withUpdates(UpdateStrategy.batch())
        .withThreads(2)
        .withEpochs(1)
        .fit(Perceptron.zeros(COLUMNS, Activation.identity()), ROWS);
    assertEquals(2, loss.threads.size());
  }

  @Test
  void aSmallerOneIsNot() {
    Meeting loss = new Meeting(1);
    Trainer.minimizing(loss)
        .withUpdates(UpdateStrategy.miniBatch(1400))
        .withThreads(2)
        .withHistory(HistoryDetail.NONE)
        .withEpochs(1)
        .fit(Perceptron.zeros(COLUMNS, Activation.identity()), ROWS);
    assertEquals(Set.of(Thread.currentThread()), loss.threads);
  }

  @Test
  void whatALossThrowsInAnotherThreadReachesTheCaller() {
    Thread caller = Thread.currentThread();
    Meeting loss =
        new Meeting(2) {
          @Override
          public double derivative(double prediction, double target) {
            super.derivative(prediction, target);
            if (Thread.currentThread() != caller) {
              throw new UnsupportedOperationException("mine");
            }
            return 0;
          }
        };
    Trainer trainer = Trainer.minimizing(loss).withUpdates(UpdateStrategy.batch()).withThreads(2);
    Perceptron start = Perceptron.zeros(COLUMNS, Activation.identity());
    RuntimeException thrown =
        assertThrows(UnsupportedOperationException.class, () -> trainer.fit(start, ROWS));
    assertEquals("mine", thrown.getMessage());
  }

  @Test
  void noThreadIsTooFew() {
    assertEquals(
        "threads must be at least 1, but was 0", Rejected.message(() -> trainer().withThreads(0)));
  }

  /** A loss that notes who computes it, and holds each thread until a number of them has come. */
  private static class Meeting implements Loss {
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final CountDownLatch missing;

    Meeting(int expected) {
      missing = new CountDownLatch(expected);
    }

    @Override
    public double value(double prediction, double target) {
      return 0;
    }

    @Override
    public double derivative(double prediction, double target) {
      if (threads.add(Thread.currentThread())) {
        missing.countDown();
        try {
          // Only if nobody comes does this take so long, and then the test fails.
          missing.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      return 0;
    }

    @Override
    public boolean accepts(double target) {
      return true;
    }

    @Override
    public String targetRule() {
      return "any number";
    }
  }

  private static Trainer trainer() {
    return Trainer.minimizing(Loss.crossEntropy())
        .withRegularizer(Regularizer.elasticNet(1e-3, 0.5))
        .withEpochs(3);
  }

  private static Perceptron start() {
    return Perceptron.zeros(COLUMNS, Activation.sigmoid());
  }

  private static Dataset withZeros(Dataset data) {
    double[][] x = new double[data.rows()][COLUMNS];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < data.features(); j++) {
        x[i][j] = data.value(i, j);
      }
    }
    return Dataset.of(x, data.targets());
  }

  private static Dataset rows(int n) {
    Random random = new Random(11);
    double[][] x = new double[n][COLUMNS];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < COLUMNS; j++) {
        x[i][j] = random.nextGaussian();
      }
      y[i] = x[i][0] + x[i][1] + random.nextGaussian() > 0 ? 1 : 0;
    }
    return Dataset.of(x, y);
  }
}
