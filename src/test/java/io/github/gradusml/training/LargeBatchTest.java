package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The bits of trainings whose batches are cut into parts: where they are cut decides how their sums
 * are rounded. All were first computed by the classes of version 0.1.0 before models had layers, on
 * one thread and on two. A change here is a change of results, and belongs in the change log.
 */
class LargeBatchTest {
  /** 131,072 numbers a part: 4 parts of at most 11,915 rows. */
  @Test
  void aPartHasSoManyNumbers() {
    assertHash("50879190", rows(40_000, 11, 40_000));
  }

  @Test
  void weightsOfRowsAreSummedInPartsToo() {
    Dataset data = rows(40_000, 11, 40_000);
    double[] weights = new Random(2).doubles(data.rows(), 0.5, 2).toArray();
    assertHash("a961adcc", data.withWeights(weights));
  }

  /** 131,072 numbers are 4 rows, which would be 65 parts: 5 rows make 52. */
  @Test
  void moreRowsMakeLargerPartsWhereThereWouldBeTooMany() {
    assertHash("cd4f9fba", rows(257, 26_215, 20));
  }

  /** 160,004 numbers, 4 for each parameter, are 4 rows; 131,072 would be 3. */
  @Test
  void moreParametersMakeLargerParts() {
    assertHash("33933065", rows(13, 40_000, 13));
  }

  private static void assertHash(String expected, Dataset data) {
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.batch())
            .withRegularizer(Regularizer.l2(1e-2))
            .withLearningRate(LearningRate.constant(1e-3))
            .withEpochs(3);
    Perceptron start = Perceptron.random(data.features(), Activation.sigmoid(), 7);
    for (int threads : new int[] {1, 2}) {
      TrainingResult<Perceptron> result = trainer.withThreads(threads).fit(start, data);
      double[] measured = result.history().each(EpochRecord::objective);
      int hash = 31 * Arrays.hashCode(Cases.bits(result.model())) + Arrays.hashCode(measured);
      assertEquals(expected, Integer.toHexString(hash), threads + " threads");
    }
  }

  /**
   * Normally distributed features, of which only {@code different} rows are not copies of others,
   * which saves time; targets that depend on the first.
   */
  private static Dataset rows(int n, int d, int different) {
    Random random = new Random(1);
    double[][] x = new double[n][];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = i < different ? new double[d] : x[i % different];
      for (int j = 0; i < different && j < d; j++) {
        x[i][j] = random.nextGaussian();
      }
      y[i] = x[i][0] + random.nextGaussian() > 0 ? 1 : 0;
    }
    return Dataset.of(x, y);
  }
}
