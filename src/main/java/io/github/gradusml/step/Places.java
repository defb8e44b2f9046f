package io.github.gradusml.step;

import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.step.Shape.Layer;
import java.util.List;

/** Where each parameter stands in the layers, and what it is called. */
final class Places {
  private Places() {}

  /**
   * The place of a parameter.
   *
   * @param name such as {@code w[x1]}
   * @param layer from 0; −1 where it is in a layer that is not known
   * @param input from 0; −1 for a bias
   * @param unit from 0
   */
  record Place(String name, int layer, int input, int unit) {}

  /** Those of all parameters, in the order of θ. */
  static List<Place> of(Moment moment) {
    Shape shape = Shape.of(moment.model());
    List<String> features = moment.data().featureNames();
    Place[] places = new Place[moment.parameters()];
    boolean isAlone = shape.layers().size() == 1;
    for (int l = 0; l < shape.layers().size(); l++) {
      Layer layer = shape.layers().get(l);
      String number = isAlone ? layer.suffix() : String.valueOf(l + 1);
      List<String> inputs = shape.inputs(l, features);
      for (int u = 0; u < layer.units(); u++) {
        String unit = layer.units() == 1 ? "" : ", " + u;
        for (int j = 0; j < layer.inputs(); j++) {
          String input = l == 0 ? inputs.get(j) : String.valueOf(j);
          String name = "w" + number + "[" + input + unit + "]";
          places[layer.weightsAt() + j * layer.units() + u] = new Place(name, l, j, u);
        }
        if (layer.biasesAt() >= 0) {
          String name = "b" + number + layer.unit(u);
          places[layer.biasesAt() + u] = new Place(name, l, -1, u);
        }
      }
    }
    nameOthers(moment.model().blocks(), places);
    return List.of(places);
  }

  /** Those of layers that are somebody's own are called by their block. */
  private static void nameOthers(List<ParameterBlock> blocks, Place[] places) {
    for (ParameterBlock block : blocks) {
      for (int p = block.from(); p < block.to(); p++) {
        if (places[p] == null) {
          places[p] = new Place(block.name() + "[" + (p - block.from()) + "]", -1, -1, -1);
        }
      }
    }
  }
}
