package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * The bits of some trainings, as they were first computed: the same on every JVM, thread count and
 * processor. A change here is a change of results, and belongs in the change log.
 */
class RecordedBitsTest {
  private static final Dataset CANCER = Cases.standardized(Datasets.breastCancer());
  private static final Dataset DIABETES =
      Cases.withStandardizedTargets(Cases.standardized(Datasets.diabetes()));

  @Test
  void crossEntropyInShuffledMiniBatchesWithL2() {
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.miniBatch(16))
            .withRegularizer(Regularizer.l2(1e-3))
            .withLearningRate(LearningRate.constant(0.1))
            .withSeed(42);
    assertHash("eb86c886", trainer, Activation.sigmoid(), CANCER);
  }

  @Test
  void hingeRowByRowWithL1() {
    Trainer trainer =
        Trainer.minimizing(Loss.hinge())
            .withUpdates(UpdateStrategy.stochastic())
            .withRegularizer(Regularizer.l1(1e-3))
            .withLearningRate(LearningRate.inverseTime(0.1, 1e-3))
            .withSeed(-1);
    assertHash("486ef0db", trainer, Activation.sign(), CANCER.withTargets(-1, 1));
  }

  @Test
  void logCoshOfTanhInBatchWithElasticNet() {
    Trainer trainer =
        Trainer.minimizing(Loss.logCosh())
            .withUpdates(UpdateStrategy.batch())
            .withRegularizer(Regularizer.elasticNet(1e-2, 0.5))
            .withLearningRate(LearningRate.constant(0.2));
    assertHash("d4e449c6", trainer, Activation.tanh(), DIABETES);
  }

  @Test
  void squaredErrorOfGeluRowByRow() {
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.stochastic())
            .withLearningRate(LearningRate.constant(0.01));
    assertHash("f559a43c", trainer, Activation.gelu(), DIABETES);
  }

  @Test
  void huberOfEluInMiniBatchesFromARandomStart() {
    Trainer trainer =
        Trainer.minimizing(Loss.huber(0.5)).withLearningRate(LearningRate.constant(0.05));
    assertHash("9c7da1b2", trainer, Activation.elu(1), DIABETES);
  }

  @Test
  void quantileOfSoftplus() {
    Trainer trainer =
        Trainer.minimizing(Loss.quantile(0.3)).withLearningRate(LearningRate.constant(0.05));
    assertHash("9bed6d9e", trainer, Activation.softplus(), DIABETES);
  }

  @Test
  void epsilonInsensitiveOfSilu() {
    Trainer trainer =
        Trainer.minimizing(Loss.epsilonInsensitive(0.1))
            .withLearningRate(LearningRate.constant(0.05));
    assertHash("52a74df9", trainer, Activation.silu(), DIABETES);
  }

  private static void assertHash(
      String expected, Trainer trainer, Activation activation, Dataset data) {
    Perceptron start = Perceptron.random(data.features(), activation, 7);
    TrainingResult<Perceptron> result = trainer.withEpochs(10).fit(start, data);
    // What was measured too, since early stopping and schedules decide by it.
    double[] measured = result.history().each(EpochRecord::objective);
    int hash = 31 * Arrays.hashCode(Cases.bits(result.model())) + Arrays.hashCode(measured);
    assertEquals(expected, Integer.toHexString(hash));
  }
}
