package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Layers;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.data.Dataset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A model of the user's own whose parts do not fit each other is refused before it trains. */
class OwnModelErrorsTest {
  private static final Dataset ROWS =
      Dataset.of(new double[][] {{1, 2}, {3, 4}}, new double[] {1, 2});

  /** A model of two features, in parts. */
  private record Parts(Layers layers, double[] parameters, List<ParameterBlock> blocks)
      implements Model<Parts> {
    @Override
    public int features() {
      return 2;
    }

    @Override
    public Layers layers(int rows) {
      return layers;
    }

    @Override
    public Output output() {
      return Output.of(Activation.identity());
    }

    @Override
    public Parts with(double[] theta, Output output) {
      return new Parts(layers, theta, blocks);
    }
  }

  private static String refused(Layers layers, int parameters, ParameterBlock... blocks) {
    Parts model = new Parts(layers, new double[parameters], List.of(blocks));
    return Rejected.message(() -> Trainer.minimizing(Loss.squaredError()).fit(model, ROWS));
  }

  private static ParameterBlock weights(int from, int to) {
    return new ParameterBlock("weights", from, to, true);
  }

  @Test
  void layersHaveAsManyOutputsAsTheOutputTakes() {
    assertEquals(
        "layers must have as many outputs as the model's output, 1, but have 2",
        refused(Layers.none(2), 4, weights(0, 4)));
  }

  @Test
  void blocksHaveNoGaps() {
    String message =
        refused(Layers.bias(1), 4, weights(0, 2), new ParameterBlock("bias", 3, 4, false));
    assertEquals("blocks must follow each other without gaps, but were ", message.split("\\[")[0]);
  }

  @Test
  void blocksHoldAllParameters() {
    assertEquals(
        "parameters must be as many as the blocks hold, 2, but were 3",
        refused(Layers.bias(1), 3, weights(0, 2)));
  }

  @Test
  void layersThatAddOnlyABiasHaveAParameterForEachUnitOrNone() {
    assertEquals(
        "layers that add only a bias must have as many outputs as inputs, and one parameter for each"
            + " or none, but have 1 inputs, 1 outputs and 2 parameters",
        refused(Layers.bias(1), 4, weights(0, 2), new ParameterBlock("bias", 2, 4, false)));
  }

  @Test
  void theFirstBlockHoldsTheFirstWeights() {
    String message =
        refused(Layers.bias(1), 3, weights(0, 1), new ParameterBlock("others", 1, 3, true));
    assertEquals(
        "first block must hold the weights of the first layer, features × inputs of the layers = 2"
            + " parameters from 0 on, but was ParameterBlock",
        message.split("\\[")[0]);
  }
}
