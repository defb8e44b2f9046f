package io.github.gradusml.landscape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Objective;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import org.junit.jupiter.api.Test;

/**
 * Models of several outputs, losses of a user's own, and rows with weights have a landscape too.
 */
class OwnModelLandscapeTest {
  private static final Dataset CLASSES =
      Dataset.of(
          new double[][] {{0, 1}, {1, 0}, {2, 1}, {3, 3}, {-1, 2}, {0.5, -2}},
          new double[] {0, 1, 2, 2, 1, 0});

  @Test
  void aNetworkOfSeveralOutputsHasPathsAndSlices() {
    Network start = Network.of(2, Output.softmax(3)).withHidden(4, Activation.tanh()).random(1);
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withHistory(HistoryDetail.UPDATE)
            .withEpochs(5)
            .withoutLog();
    Objective objective = Objective.of(trainer, start, CLASSES);
    PathRecorder recorder = PathRecorder.from(objective, start);
    TrainingResult<Network> result = trainer.withListener(recorder).fit(start, CLASSES);
    DescentPath path = recorder.path();
    assertArrayEquals(result.model().parameters(), path.last().theta());
    double[] heights = LossSlice.between(objective, start, result.model()).objectives();
    assertEquals(path.first().objective(), heights[0]);
    assertEquals(path.last().objective(), heights[100]);
    LossSurface section = LossSurface.of(objective, result.model(), 0, 5, path).withGrid(4);
    assertEquals(path.last().objective(), section.locate(path.last().theta()).height());
  }

  /** |ŷ − y|³, as a user may write it. */
  private record Cubic() implements Loss {
    @Override
    public double value(double prediction, double target) {
      double error = Math.abs(prediction - target);
      return error * error * error;
    }

    @Override
    public double derivative(double prediction, double target) {
      double error = prediction - target;
      return 3 * error * Math.abs(error);
    }
  }

  @Test
  void aLossOfAUsersOwnHasASurface() {
    Dataset one = Dataset.of(new double[][] {{1}, {-1}}, new double[] {3, 1}); // w = 1, b = 2
    Perceptron start = Perceptron.zeros(1, Activation.identity());
    LossSurface surface = LossSurface.of(Objective.of(Trainer.minimizing(new Cubic()), start, one));
    assertEquals((1 + 27) / 2.0, surface.at(0, 0));
    // Cubes are flatter at their minimum than squares: a third of the digits.
    assertEquals(1, surface.minimum().x(), 1e-5);
    assertEquals(2, surface.minimum().y(), 1e-5);
  }

  @Test
  void rowsOfWeight0AreNoPartOfTheGround() {
    Dataset weighted =
        Dataset.of(new double[][] {{1}, {-1}, {5}}, new double[] {3, 1, 1e6})
            .withWeights(new double[] {1, 1, 0});
    Perceptron start = Perceptron.zeros(1, Activation.identity());
    Objective objective = Objective.of(Trainer.minimizing(Loss.squaredError()), start, weighted);
    LossSurface surface = LossSurface.of(objective);
    assertEquals(1, surface.minimum().x(), 1e-7);
    assertEquals(2, surface.minimum().y(), 1e-7);
  }
}
