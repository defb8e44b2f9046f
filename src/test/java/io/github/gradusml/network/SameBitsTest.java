package io.github.gradusml.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One seed, one network, to the last bit: on every JVM and on any number of threads. */
class SameBitsTest {
  private static final Dataset DIGITS = standardized(Datasets.digits());

  private static final Network DEEP =
      Network.of(64, Output.softmax(10))
          .withHidden(32, Activation.relu())
          .withHidden(12, Activation.tanh())
          .random(42);

  private static Dataset standardized(Dataset data) {
    return Standardizer.fit(data).apply(data);
  }

  private static Trainer trainer(UpdateStrategy strategy) {
    return Trainer.minimizing(Loss.crossEntropy())
        .withUpdates(strategy)
        .withRegularizer(Regularizer.l2(1e-3))
        .withLearningRate(LearningRate.constant(0.1))
        .withSeed(7)
        .withEpochs(3)
        .withoutLog();
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 400, 1797})
  void onTwoThreadsAsOnOne(int batch) {
    Trainer trainer = trainer(UpdateStrategy.miniBatch(batch));
    TrainingResult<Network> one = trainer.fit(DEEP, DIGITS);
    for (int threads : new int[] {2, 3}) {
      TrainingResult<Network> many = trainer.withThreads(threads).fit(DEEP, DIGITS);
      assertEquals(one.model(), many.model());
      assertArrayEquals(
          one.history().each(EpochRecord::objective), many.history().each(EpochRecord::objective));
    }
  }

  /** 256 rows of 2,552 weights are above the 524,288 products from which on threads share. */
  @Test
  void batchesOf256RowsOfDigitsAreSharedByThreads() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    Activation watched = new Watched(threads);
    Network network = Network.of(64, Output.softmax(10)).withHidden(40, watched).random(1);
    trainer(UpdateStrategy.miniBatch(256)).withThreads(2).fit(network, DIGITS);
    assertTrue(threads.size() >= 2, threads.toString());
  }

  /** Tanh, and notes who computes it. */
  private record Watched(Set<Thread> threads) implements Activation {
    @Override
    public double value(double z) {
      threads.add(Thread.currentThread());
      return Activation.tanh().value(z);
    }

    @Override
    public double derivative(double z) {
      return Activation.tanh().derivative(z);
    }
  }

  @Test
  void inTwoRuns() {
    Trainer trainer = trainer(UpdateStrategy.miniBatch(32));
    assertEquals(trainer.fit(DEEP, DIGITS).model(), trainer.fit(DEEP, DIGITS).model());
  }

  /** As first computed; a change here is a change of results, and belongs in the change log. */
  @Test
  void softmaxRegressionAsRecorded() {
    Network start = Network.of(64, Output.softmax(10)).zeros();
    assertHash("fe10a35a", trainer(UpdateStrategy.miniBatch(16)).fit(start, DIGITS));
  }

  @Test
  void aDeepNetworkAsRecorded() {
    assertHash("42dc8846", trainer(UpdateStrategy.miniBatch(32)).fit(DEEP, DIGITS));
  }

  @Test
  void largeBatchesAsRecorded() {
    assertHash("130f6e1b", trainer(UpdateStrategy.batch()).withThreads(2).fit(DEEP, DIGITS));
  }

  @Test
  void oneVersusRestRowByRowAsRecorded() {
    Network start =
        Network.of(64, Output.oneVersusRest(10, Activation.sign()))
            .withHidden(20, Activation.silu())
            .random(3);
    TrainingResult<Network> result =
        Trainer.minimizing(Loss.squaredHinge())
            .withUpdates(UpdateStrategy.stochastic())
            .withOptimizer(Optimizer.adam())
            .withLearningRate(LearningRate.constant(0.001))
            .withSeed(9)
            .withEpochs(2)
            .withoutLog()
            .fit(start, DIGITS);
    assertHash("dbb25c2d", result);
  }

  private static void assertHash(String expected, TrainingResult<Network> result) {
    // What was measured too, since early stopping and schedules decide by it.
    double[] measured = result.history().each(EpochRecord::objective);
    int hash = 31 * Arrays.hashCode(result.model().parameters()) + Arrays.hashCode(measured);
    assertEquals(expected, Integer.toHexString(hash));
  }
}
