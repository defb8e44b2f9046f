package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Allocated;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Training makes no objects for a row or an update. */
class AllocationTest {
  private static final int ROWS = 4000;

  /**
   * The smallest object takes 16 bytes, so that one a row would be 64,000 in an epoch. The random
   * generator that every epoch has of its own takes 13,000.
   */
  private static final long MOST_BYTES_AN_EPOCH = 20_000;

  static List<UpdateStrategy> strategies() {
    return List.of(
        UpdateStrategy.batch(),
        UpdateStrategy.miniBatch(2),
        UpdateStrategy.miniBatch(2).withoutShuffling(),
        UpdateStrategy.stochastic(),
        UpdateStrategy.stochastic().withoutShuffling());
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void anEpochMoreTakesNoMemoryForItsRowsAndUpdates(UpdateStrategy strategy) {
    assertAllocatesLittle(
        trainer(strategy)
            .withRegularizer(Regularizer.elasticNet(0.01, 0.5))
            .withLearningRate(LearningRate.inverseTime(0.01, 1e-3)));
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void norWithAnOptimizerThatRemembers(UpdateStrategy strategy) {
    assertAllocatesLittle(trainer(strategy).withOptimizer(Optimizer.adam()));
  }

  private static Trainer trainer(UpdateStrategy strategy) {
    return Trainer.minimizing(Loss.crossEntropy())
        .withUpdates(strategy)
        .withHistory(HistoryDetail.FINAL);
  }

  private static void assertAllocatesLittle(Trainer trainer) {
    Dataset data = Cases.rows(Loss.crossEntropy(), ROWS, 3, 1);
    // Once for what is made at first use only.
    allocated(trainer.withEpochs(1), data);
    long few = allocated(trainer.withEpochs(1), data);
    long many = allocated(trainer.withEpochs(21), data);
    long each = (many - few) / 20;
    assertTrue(each <= MOST_BYTES_AN_EPOCH, each + " bytes an epoch");
  }

  private static long allocated(Trainer trainer, Dataset data) {
    Perceptron start = Perceptron.zeros(3, Activation.sigmoid());
    return Allocated.by(() -> trainer.fit(start, data));
  }
}
