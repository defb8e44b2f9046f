package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of more than 256 columns, of which a sample has fewer. */
class WideRowsTest {
  /** Of a thousand rows all are looked at, however wide they are. */
  @ParameterizedTest
  @CsvSource({"1000, 784", "500, 2100"})
  void aSingleTargetThatIsNot0IsNotMissed(int rows, int columns) {
    Random random = new Random(1);
    double[][] x = new double[rows][columns];
    for (double[] row : x) {
      for (int j = 0; j < columns; j++) {
        row[j] = random.nextGaussian();
      }
    }
    double[] y = new double[rows];
    y[4] = 1e5;
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.stochastic())
            .withLearningRate(LearningRate.constant(1e-5))
            .withEpochs(20)
            .withHistory(HistoryDetail.NONE)
            .withoutLog()
            .fit(Perceptron.zeros(columns, Activation.identity()), Dataset.of(x, y));
    assertEquals(StopReason.EPOCHS_DONE, result.stopReason());
  }
}
