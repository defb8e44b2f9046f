package io.github.gradusml.step;

import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.step.Shape.Layer;
import java.util.List;

/**
 * Where each parameter stands in the layers, and what it is called; found when it is asked for, as
 * there may be millions.
 */
final class Places {
  private final Shape shape;
  private final List<String> features;
  private final List<ParameterBlock> blocks;

  private Places(Shape shape, List<String> features, List<ParameterBlock> blocks) {
    this.shape = shape;
    this.features = features;
    this.blocks = blocks;
  }

  /**
   * The place of a parameter.
   *
   * @param name such as {@code w[x1]}
   * @param layer from 0; −1 where it is in a layer that is not known
   * @param input from 0; −1 for a bias
   * @param unit from 0
   */
  record Place(String name, int layer, int input, int unit) {}

  static Places of(Moment moment) {
    List<String> features = moment.data().featureNames();
    return new Places(Shape.of(moment.model()), features, moment.model().blocks());
  }

  /** That of a parameter, by its index in θ. */
  Place at(int parameter) {
    boolean isAlone = shape.layers().size() == 1;
    for (int l = 0; l < shape.layers().size(); l++) {
      Layer layer = shape.layers().get(l);
      String number = isAlone ? layer.suffix() : String.valueOf(l + 1);
      int ofWeights = parameter - layer.weightsAt();
      if (ofWeights >= 0 && ofWeights < layer.inputs() * layer.units()) {
        int j = ofWeights / layer.units();
        int u = ofWeights % layer.units();
        String input = l == 0 ? features.get(j) : String.valueOf(j);
        String unit = layer.units() == 1 ? "" : ", " + u;
        return new Place("w" + number + "[" + input + unit + "]", l, j, u);
      }
      int u = parameter - layer.biasesAt();
      if (layer.biasesAt() >= 0 && u >= 0 && u < layer.units()) {
        return new Place("b" + number + layer.unit(u), l, -1, u);
      }
    }
    return other(parameter);
  }

  /** Those of layers that are somebody's own are called by their block. */
  private Place other(int parameter) {
    ParameterBlock block =
        blocks.stream()
            .filter(one -> parameter >= one.from() && parameter < one.to())
            .findFirst()
            .orElseThrow();
    return new Place(block.name() + "[" + (parameter - block.from()) + "]", -1, -1, -1);
  }
}
