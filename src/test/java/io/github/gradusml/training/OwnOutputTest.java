package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.LossOnNetInputs;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.update.UpdateStrategy;
import org.junit.jupiter.api.Test;

/** Several outputs of the user's own need not be classes: two may be a mean and a spread. */
class OwnOutputTest {
  /** A normal distribution with mean z₀ and variance e^z₁, and −ln of its density at y. */
  private record MeanAndVariance() implements Output {
    @Override
    public int outputs() {
      return 2;
    }

    @Override
    public void predict(double[] z, int row, double[] prediction) {
      prediction[2 * row] = z[2 * row];
      prediction[2 * row + 1] = Math.exp(z[2 * row + 1]);
    }

    @Override
    public boolean accepts(Loss loss, double target) {
      return true;
    }

    @Override
    public LossOnNetInputs compose(Loss loss) {
      return new Surprise();
    }
  }

  private record Surprise() implements LossOnNetInputs {
    @Override
    public double value(double[] z, int row, double y) {
      double error = y - z[2 * row];
      return (z[2 * row + 1] + error * error * Math.exp(-z[2 * row + 1])) / 2;
    }

    @Override
    public void slope(double[] z, int row, double y, double[] delta) {
      double error = y - z[2 * row];
      double precision = Math.exp(-z[2 * row + 1]);
      delta[2 * row] = -error * precision;
      delta[2 * row + 1] = (1 - error * error * precision) / 2;
    }
  }

  /** Targets −2 and 6 at each of two places: mean 2, variance 16. */
  @Test
  void aMeanAndAVarianceAreTrainedOnTargetsThatAreNoClasses() {
    Dataset data = Dataset.of(new double[][] {{-1}, {-1}, {1}, {1}}, new double[] {-2, 6, -2, 6});
    Network fitted =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(LearningRate.constant(0.5))
            .withEpochs(2000)
            .fit(Network.of(1, new MeanAndVariance()).zeros(), data)
            .model();
    double[] z = fitted.netInputs(1);
    assertEquals(2, z[0], 1e-9); // after 2,000 steps nothing but rounding is left
    assertEquals(Math.log(16), z[1], 1e-9);
  }
}
