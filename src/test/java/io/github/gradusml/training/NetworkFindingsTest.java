package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.LossOnNetInputs;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.network.Architecture;
import io.github.gradusml.network.Network;
import io.github.gradusml.rate.LearningRate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a training of a network says at its end: of dead layers, and of classes without rows. */
class NetworkFindingsTest {
  private static final Dataset IRIS = Standardizer.fit(Datasets.iris()).apply(Datasets.iris());
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.crossEntropy())
          .withLearningRate(LearningRate.constant(0.1))
          .withEpochs(20);

  private static Architecture hidden(Activation activation) {
    return Network.of(4, Output.softmax(3)).withHidden(8, activation);
  }

  private static List<String> kinds(TrainingResult<?> result) {
    return result.findings().stream().map(Finding::code).toList();
  }

  @Test
  void aHealthyNetworkSaysNothing() {
    TrainingResult<Network> result = TRAINER.fit(hidden(Activation.relu()).random(1), IRIS);
    assertEquals(List.of(), result.findings());
  }

  /** With biases of −100 no unit of the first layer wakes on any row. */
  private static Network asleep() {
    Network awake = hidden(Activation.relu()).withHidden(5, Activation.relu()).random(1);
    double[] theta = awake.parameters();
    Arrays.fill(theta, 32, 40, -100);
    return awake.withParameters(theta);
  }

  @Test
  void aDeadLayerIsNamed() {
    TrainingResult<Network> result = TRAINER.fit(asleep(), IRIS);
    assertEquals(List.of("DEAD_LAYER"), kinds(result));
    assertEquals(
        "no gradient reaches layer 1 weights, layer 2 weights, layer 3 weights: on every row, every"
            + " unit of a layer is where its activation is flat, and so its weights stay as they are. Start from"
            + " other weights, or take an activation that is nowhere flat, such as"
            + " Activation.leakyRelu(0.01).",
        result.findings().get(0).text());
  }

  @Test
  void aStartOfZerosIsNamed() {
    Network zeros = hidden(Activation.tanh()).withParameters(new double[4 * 8 + 8 + 8 * 3 + 3]);
    TrainingResult<Network> result = TRAINER.fit(zeros, IRIS);
    assertTrue(kinds(result).contains("DEAD_LAYER"), () -> "" + result.findings());
    assertTrue(
        result.findings().get(0).text().endsWith("Start from random weights."),
        () -> "" + result.findings());
  }

  @Test
  void gradientsThatCancelOutAreNoDeadLayer() {
    Dataset rows = Dataset.of(new double[][] {{1}, {-1}}, new double[] {1, 1});
    Network odd =
        Network.of(1, Output.of(Activation.identity()))
            .withHidden(1, Activation.tanh())
            .withParameters(new double[] {0, 0, 1, 0});
    TrainingResult<Network> result =
        Trainer.minimizing(Loss.squaredError()).withEpochs(1).fit(odd, rows);
    assertEquals(List.of(), kinds(result));
  }

  @Test
  void aClassWithoutRowsIsNamed() {
    Dataset two = IRIS.selectClasses("setosa", "virginica").withClassNames("setosa", "virginica");
    TrainingResult<Network> result = TRAINER.fit(hidden(Activation.tanh()).random(1), two);
    assertEquals(List.of("CLASS_WITHOUT_ROWS"), kinds(result));
    assertEquals(
        "the model tells 3 classes apart, but there is no row of class [2]: what it says of them means"
            + " nothing. Take rows of every class, as Split.stratified does, or an output of as many"
            + " classes as have rows.",
        result.findings().get(0).text());
  }

  @Test
  void aClassWithoutRowsIsNoMatterWhereTrainingGoesOn() {
    TrainingResult<Network> first = TRAINER.fit(hidden(Activation.tanh()).random(1), IRIS);
    Dataset two = IRIS.select(IntStream.range(0, 100).toArray());
    assertEquals(List.of(), kinds(TRAINER.resume(first, two)));
  }

  /** Two numbers whose sum is the prediction: an output of one's own that is not one of classes. */
  private record Sum() implements Output {
    @Override
    public int outputs() {
      return 2;
    }

    @Override
    public void predict(double[] z, int row, double[] prediction) {
      System.arraycopy(z, 2 * row, prediction, 2 * row, 2);
    }

    @Override
    public boolean accepts(Loss loss, double target) {
      return loss.accepts(target);
    }

    @Override
    public LossOnNetInputs compose(Loss loss) {
      return new LossOnNetInputs() {
        @Override
        public double value(double[] z, int row, double y) {
          return loss.value(z[2 * row] + z[2 * row + 1], y);
        }

        @Override
        public void slope(double[] z, int row, double y, double[] delta) {
          double slope = loss.derivative(z[2 * row] + z[2 * row + 1], y);
          Arrays.fill(delta, 2 * row, 2 * row + 2, slope);
        }
      };
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 2, 0.5})
  void targetsThatAreNoClassesLackNone(double target) {
    Dataset rows = Dataset.of(new double[][] {{1}, {-1}}, new double[] {0, target});
    TrainingResult<Network> result =
        Trainer.minimizing(Loss.squaredError())
            .withEpochs(1)
            .fit(Network.of(1, new Sum()).zeros(), rows);
    assertEquals(List.of(), kinds(result));
  }
}
