package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A penalty with a strength below 0 is nobody's idea but its user's, and trains as on dense rows.
 */
class GrowingPenaltyTest {
  private static final int FEATURES = 64;

  static List<UpdateStrategy> ways() {
    return List.of(UpdateStrategy.stochastic(), UpdateStrategy.miniBatch(2));
  }

  /** A penalty of the user's own that makes weights larger, to which nothing in Gradus comes. */
  private record Growing(double rate) implements Regularizer {
    @Override
    public double value(double[] theta, int from, int to) {
      return 0;
    }

    @Override
    public void addGradient(double[] theta, double[] gradient, int from, int to) {
      for (int j = from; j < to; j++) {
        gradient[j] -= rate * theta[j];
      }
    }

    @Override
    public double curvature() {
      return -rate;
    }

    @Override
    public double shrinkage() {
      return 0;
    }
  }

  /** 1.5 to the number of updates is beyond any double; a weight of 0 stays 0 all the same. */
  @ParameterizedTest
  @MethodSource("ways")
  void aPenaltyThatMakesWeightsLargerLetsNoneRest(UpdateStrategy way) {
    Perceptron zeros = Perceptron.zeros(FEATURES, Activation.sigmoid());
    Dataset nothing =
        Dataset.of(
            Rows.sparse(FEATURES, FEATURES, new int[0], new int[0], new double[0]),
            IntStream.range(0, FEATURES).mapToDouble(i -> i % 2).toArray());
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(way)
            .withRegularizer(new Growing(0.5))
            .withLearningRate(LearningRate.constant(1))
            .withEpochs(60)
            .withoutLog();
    assertArrayEquals(
        Cases.bits(trainer.fit(zeros, SparseCases.dense(nothing)).model()),
        Cases.bits(trainer.fit(zeros, nothing).model()));
  }
}
