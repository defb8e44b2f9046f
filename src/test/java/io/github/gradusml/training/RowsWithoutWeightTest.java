package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row of weight 0 is left out, whatever stands in it. */
class RowsWithoutWeightTest {
  private static final Dataset FOUR = Cases.rows(Loss.squaredError(), 4, 2, 3);
  private static final double[] WEIGHTS = {1, 1, 0, 1};

  static List<UpdateStrategy> strategies() {
    return Cases.strategies();
  }

  /** The same rows, and in place of the third one whose loss is infinite or NaN. */
  private static Dataset withThird(double value, double target) {
    double[][] x = new double[4][];
    Arrays.setAll(x, FOUR::row);
    x[2] = new double[] {value, -value};
    double[] y = FOUR.targets();
    y[2] = target;
    return Dataset.of(x, y).withWeights(WEIGHTS);
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void aHugeRowWithoutWeightChangesNothing(UpdateStrategy strategy) {
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(strategy)
            .withLearningRate(LearningRate.constant(0.1))
            .withEpochs(5);
    Perceptron start = Perceptron.of(new double[] {2, 3}, 1, Activation.identity());
    TrainingResult<Perceptron> usual = trainer.fit(start, FOUR.withWeights(WEIGHTS));
    for (double huge : new double[] {1e160, 1e308}) {
      TrainingResult<Perceptron> result = trainer.fit(start, withThird(huge, -huge));
      assertEquals(StopReason.EPOCHS_DONE, result.stopReason());
      assertArrayEquals(usual.history().losses(), result.history().losses());
      assertArrayEquals(
          usual.history().each(EpochRecord::gradientNorm),
          result.history().each(EpochRecord::gradientNorm));
      assertEquals(usual.model(), result.model());
    }
  }

  @Test
  void norDoesItCountForTheLargestStableRate() {
    Perceptron start = Perceptron.zeros(2, Activation.identity());
    for (UpdateStrategy strategy : Cases.strategies()) {
      Trainer trainer = Trainer.minimizing(Loss.squaredError()).withUpdates(strategy);
      assertEquals(
          trainer.stability(start, FOUR.withWeights(WEIGHTS)),
          trainer.stability(start, withThird(1e200, 0)));
    }
  }

  /** Standardized by the others, which are all 1.7e308, it would be −3.4e308. */
  @Test
  void norDoesItHideADivergence() {
    double huge = 1.7e308;
    Dataset data =
        Dataset.of(new double[][] {{huge}, {-huge}, {huge}}, new double[] {1, 0, 1})
            .withWeights(1, 0, 1);
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(LearningRate.constant(0.1))
            .withEpochs(3)
            .fit(Perceptron.of(new double[] {1}, 0, Activation.identity()), data);
    assertEquals(StopReason.DIVERGED, result.stopReason());
  }
}
