package io.github.gradusml.report;

import io.github.gradusml.core.Model;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.network.Architecture;
import io.github.gradusml.network.Network;
import java.util.ArrayList;
import java.util.List;

/** What stands in place of coefficients where there are layers. */
final class LayersSection {
  private LayersSection() {}

  static Section of(Model<?> model) {
    Block why =
        Block.paragraph(
            "There are no coefficients to read: between the features and the prediction lie layers"
                + " that are not linear, so that what a feature changes depends on all the others.");
    Table layers =
        model instanceof Network network
            ? ofNetwork(network.architecture())
            : ofBlocks(model); // of somebody's own, no more is known
    return new Section("Layers", List.of(why, layers));
  }

  private static Table ofNetwork(Architecture architecture) {
    List<List<String>> rows = new ArrayList<>();
    int inputs = architecture.features();
    for (int layer = 1; layer <= architecture.layers(); layer++) {
      int units = architecture.units(layer);
      boolean isLast = layer == architecture.layers();
      Object then =
          isLast ? architecture.output() : architecture.hiddenLayers().get(layer - 1).activation();
      rows.add(
          List.of(
              "layer " + layer,
              inputs + " to " + units,
              String.valueOf(then),
              Numbers.count(units * (inputs + 1.0))));
      inputs = units;
    }
    rows.add(List.of("all", "", "", Numbers.count(architecture.parameters())));
    return Table.of("From the features upwards")
        .words("Layer", "Inputs to units", "Activation")
        .numbers("Parameters")
        .rows(rows);
  }

  private static Table ofBlocks(Model<?> model) {
    List<List<String>> rows = new ArrayList<>();
    for (ParameterBlock block : model.blocks()) {
      double numbers = (double) block.to() - block.from();
      rows.add(
          List.of(
              Words.name(block.name()), Numbers.count(numbers), block.penalized() ? "yes" : "no"));
    }
    rows.add(List.of("all", Numbers.count(model.parameters().length), ""));
    return Table.of("What was trained")
        .words("Block")
        .numbers("Parameters")
        .words("Penalized")
        .rows(rows);
  }
}
