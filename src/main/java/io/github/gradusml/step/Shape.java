package io.github.gradusml.step;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The layers of a model as far as they are known: all of a model that only adds a bias to its first
 * products, and of a {@link Network}; of somebody's own model the first products.
 *
 * @param layers from the inputs up
 * @param isWhole whether the last of them gives the net inputs
 */
record Shape(List<Layer> layers, boolean isWhole) {
  /**
   * A layer.
   *
   * @param suffix the number of the layer, for names; empty where there is one layer, or on top
   * @param inputs how many come in
   * @param units how many units there are
   * @param weightsAt where in θ the weights begin, input by input
   * @param biasesAt where the biases do; −1 where there are none
   * @param activation φ of each unit; null on top, where the output says what becomes of z
   */
  record Layer(
      String suffix, int inputs, int units, int weightsAt, int biasesAt, Activation activation) {
    /** Such as [2], or nothing where there is one unit. */
    String unit(int u) {
      return units == 1 ? "" : "[" + u + "]";
    }
  }

  static Shape of(Model<?> model) {
    // Its layers are records of numbers; no other model says what its layers are made of.
    if (model instanceof Network network && !network.architecture().hiddenLayers().isEmpty()) {
      return ofNetwork(network);
    }
    boolean isWhole = model.layers(1).addOnlyBias();
    int units = model.layers(1).inputs();
    int weights = model.features() * units;
    boolean hasBias = isWhole && model.parameters().length > weights;
    Layer first =
        new Layer(isWhole ? "" : "1", model.features(), units, 0, hasBias ? weights : -1, null);
    return new Shape(List.of(first), isWhole);
  }

  private static Shape ofNetwork(Network network) {
    List<ParameterBlock> blocks = network.blocks();
    int top = network.architecture().layers();
    List<Layer> layers = new ArrayList<>();
    for (int l = 1; l <= top; l++) {
      ParameterBlock weights = blocks.get(2 * l - 2);
      layers.add(
          new Layer(
              l == top ? "" : String.valueOf(l),
              network.architecture().units(l - 1),
              network.architecture().units(l),
              weights.from(),
              weights.to(),
              l == top ? null : network.architecture().hiddenLayers().get(l - 1).activation()));
    }
    return new Shape(List.copyOf(layers), true);
  }

  /** The names of what goes into a layer. */
  List<String> inputs(int layer, List<String> features) {
    if (layer == 0) {
      return features;
    }
    Layer below = layers.get(layer - 1);
    return IntStream.range(0, below.units())
        .mapToObj(u -> "a" + below.suffix() + below.unit(u))
        .toList();
  }
}
