package io.github.gradusml.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Allocated;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.training.Trainer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a network is made of, and what it is asked. */
class NetworkTest {
  /** Two inputs, two units, one unit: W₁ = (1 2; 3 4), b₁ = (5, 6), W₂ = (7, 8), b₂ = 9. */
  private static final Network SMALL =
      Network.of(2, Output.of(Activation.sigmoid()))
          .withHidden(2, Activation.relu())
          .withParameters(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9});

  @Test
  void aNetInputIsComputedLayerByLayer() {
    // Hidden: 1·2 − 3 + 5 = 4, and 2·2 − 4 + 6 = 6; on top 7·4 + 8·6 + 9.
    assertEquals(85, SMALL.netInput(2, -1));
    // 1·(−9) + 5 and 2·(−9) + 6 are below 0: the bias is left.
    assertEquals(9, SMALL.netInput(-9, 0));
    assertEquals(Activation.sigmoid().value(9), SMALL.predict(-9, 0));
  }

  /** The weights are 800 kB, what the layers work in 30. */
  @Test
  void toPredictARowTheWeightsAreNotCopied() {
    Network wide = Network.of(1000, Output.softmax(2)).withHidden(100, Activation.relu()).random(1);
    double[] x = new double[1000];
    long bytes = Allocated.by(() -> wide.classify(x));
    assertTrue(bytes < 400_000, bytes + " bytes");
  }

  @Test
  void everyLayerIsTwoBlocksInOrderAndWithoutGaps() {
    assertEquals(
        List.of(
            new ParameterBlock("layer 1 weights", 0, 4, true),
            new ParameterBlock("layer 1 biases", 4, 6, false),
            new ParameterBlock("layer 2 weights", 6, 8, true),
            new ParameterBlock("layer 2 biases", 8, 9, false)),
        SMALL.blocks());
    assertEquals(SMALL.blocks(), SMALL.architecture().blocks());
    assertEquals(9, SMALL.architecture().parameters());
  }

  @Test
  void everyUnitIsAPerceptron() {
    Activation relu = Activation.relu();
    assertEquals(Perceptron.of(new double[] {1, 3}, 5, relu), SMALL.perceptron(1, 0));
    assertEquals(Perceptron.of(new double[] {2, 4}, 6, relu), SMALL.perceptron(1, 1));
    assertEquals(
        Perceptron.of(new double[] {7, 8}, 9, Activation.sigmoid()), SMALL.perceptron(2, 0));
  }

  @Test
  void theUnitOnTopHasTheCutOfTheNetworkAndThoseBelowTheirOwn() {
    Network thin =
        Network.of(2, Output.of(Activation.sigmoid())).withHidden(1, Activation.relu()).random(1);
    assertEquals(0.3, thin.withCut(0.3).perceptron(2, 0).output().cut());
    assertEquals(0.5, thin.withCut(0.3).perceptron(1, 0).output().cut());
  }

  @Test
  void aUnitOfASoftmaxHasTheIdentityAndOneOfManyItsActivation() {
    double[] theta = {1, 2, 3, 4, 5, 6};
    Perceptron first = Network.of(1, Output.softmax(3)).withParameters(theta).perceptron(1, 1);
    assertEquals(Perceptron.of(new double[] {2}, 5, Activation.identity()), first);
    Perceptron second =
        Network.of(1, Output.oneVersusRest(3, Activation.tanh()))
            .withParameters(theta)
            .perceptron(1, 2);
    assertEquals(Perceptron.of(new double[] {3}, 6, Activation.tanh()), second);
  }

  @Test
  void anArchitectureSaysItsLayers() {
    Architecture architecture =
        Network.of(5, Output.softmax(3))
            .withHidden(7, Activation.relu())
            .withHidden(4, Activation.tanh());
    assertEquals(5, architecture.features());
    assertEquals(3, architecture.layers());
    assertEquals(
        List.of(new HiddenLayer(7, Activation.relu()), new HiddenLayer(4, Activation.tanh())),
        architecture.hiddenLayers());
    assertArrayEquals(
        new int[] {5, 7, 4, 3},
        new int[] {
          architecture.units(0), architecture.units(1), architecture.units(2), architecture.units(3)
        });
    assertEquals(6 * 7 + 8 * 4 + 5 * 3, architecture.parameters());
    assertEquals(Output.softmax(3), architecture.output());
  }

  @Test
  void itIsPrintedAsATable() {
    Architecture large =
        Network.of(784, Output.softmax(10))
            .withHidden(64, Activation.relu())
            .withHidden(1234, Activation.leakyRelu(0.01));
    String table =
        """
        Layer                 Shape  Activation                 Parameters
        layer 1            784 x 64  relu                           50,240
        layer 2           64 x 1234  leaky relu(slope 0.01)         80,210
        layer 3           1234 x 10  softmax(10)                    12,350
        all                                                        142,800\
        """;
    assertEquals(table, large.toString().replace("\r\n", "\n"));
    assertEquals(large.toString(), large.random(1).toString());
  }

  @Test
  void withoutHiddenLayersTheTableHasOne() {
    String table =
        """
        Layer                 Shape  Activation     Parameters
        layer 1               4 x 3  softmax(3)             15
        all                                                 15\
        """;
    assertEquals(table, Network.of(4, Output.softmax(3)).toString().replace("\r\n", "\n"));
  }

  @Test
  void anotherLayerMakesAnotherArchitecture() {
    Architecture plain = Network.of(2, Output.softmax(2));
    Architecture deep = plain.withHidden(3, Activation.tanh());
    assertEquals(1, plain.layers());
    assertEquals(2, deep.layers());
    assertThrows(
        UnsupportedOperationException.class,
        () -> deep.hiddenLayers().add(new HiddenLayer(1, Activation.tanh())));
  }

  @Test
  void whatIsHandedInAndOutIsCopied() {
    double[] theta = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    Network network = SMALL.architecture().withParameters(theta);
    Network with = SMALL.withParameters(theta);
    theta[0] = 100;
    network.parameters()[1] = 100;
    assertEquals(SMALL, network);
    assertEquals(SMALL, with);
  }

  @Test
  void architecturesAreEqualByWhatTheyAreMadeOf() {
    Architecture one = Network.of(2, Output.softmax(3)).withHidden(4, Activation.tanh());
    Architecture same = Network.of(2, Output.softmax(3)).withHidden(4, Activation.tanh());
    assertEquals(one, same);
    assertEquals(one.hashCode(), same.hashCode());
    List<HiddenLayer> layers = new ArrayList<>(List.of(new HiddenLayer(4, Activation.tanh())));
    Architecture atOnce = new Architecture(2, layers, Output.softmax(3));
    layers.clear(); // it has a copy
    assertEquals(one, atOnce);
    for (Architecture other :
        List.of(
            Network.of(3, Output.softmax(3)).withHidden(4, Activation.tanh()),
            Network.of(2, Output.softmax(4)).withHidden(4, Activation.tanh()),
            Network.of(2, Output.softmax(3)).withHidden(5, Activation.tanh()),
            Network.of(2, Output.softmax(3)).withHidden(4, Activation.relu()),
            Network.of(2, Output.softmax(3)))) {
      assertNotEquals(one, other);
    }
    assertNotEquals(one, "no architecture");
  }

  @Test
  void networksAreEqualBitForBit() {
    Network same = SMALL.architecture().withParameters(SMALL.parameters());
    assertEquals(SMALL, same);
    assertEquals(SMALL.hashCode(), same.hashCode());
    double[] moved = SMALL.parameters();
    moved[4] = Math.nextUp(moved[4]);
    assertNotEquals(SMALL, SMALL.withParameters(moved));
    assertNotEquals(SMALL, SMALL.withCut(0.4));
    assertNotEquals(SMALL, null);
    Network zero = Network.of(1, Output.softmax(2)).zeros();
    assertNotEquals(zero, zero.withParameters(new double[] {0, 0, 0, -0.0}));
  }

  @Test
  void trainingBringsACutAndNothingElseOfTheOutput() {
    Dataset data = Dataset.of(new double[][] {{1, 0}, {0, 1}}, new double[] {3, 7});
    Network start =
        Network.of(2, Output.of(Activation.identity())).withHidden(2, Activation.tanh()).random(1);
    Network trained =
        Trainer.minimizing(Loss.squaredError()).withEpochs(1).fit(start, data).model();
    assertEquals(5, trained.output().cut());
    assertEquals(start.architecture().hiddenLayers(), trained.architecture().hiddenLayers());
  }
}
