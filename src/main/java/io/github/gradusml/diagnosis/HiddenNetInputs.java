package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.network.Architecture;
import io.github.gradusml.network.HiddenLayer;
import io.github.gradusml.network.Network;
import io.github.gradusml.rows.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;

/**
 * The units of a hidden layer at work: their net inputs, row after row.
 *
 * @param layer from 1, that next to the inputs
 * @param units how many
 * @param activation φ of each
 * @param z net inputs
 */
record HiddenNetInputs(int layer, int units, Activation activation, double[] z) {
  /** A model of somebody's own has no units to ask. */
  static Optional<Network> network(Model<?> model) {
    return model instanceof Network network && !network.architecture().hiddenLayers().isEmpty()
        ? Optional.of(network)
        : Optional.empty();
  }

  /** The same network, cut off below the activation of a hidden layer. */
  static HiddenNetInputs of(Network network, int layer, Rows rows) {
    Architecture whole = network.architecture();
    HiddenLayer top = whole.hiddenLayers().get(layer - 1);
    Activation none = Activation.identity();
    Output output = top.units() == 1 ? Output.of(none) : Output.oneVersusRest(top.units(), none);
    List<HiddenLayer> hidden = whole.hiddenLayers().subList(0, layer - 1);
    Architecture below = new Architecture(whole.features(), hidden, output);
    double[] theta = Arrays.copyOf(network.parameters(), below.parameters());
    double[] z = below.withParameters(theta).netInputs(rows);
    return new HiddenNetInputs(layer, top.units(), top.activation(), z);
  }

  /** On which share of the rows something is true of the net input of a unit. */
  double share(int unit, DoublePredicate isSo) {
    int rows = z.length / units;
    int count = 0;
    for (int i = 0; i < rows; i++) {
      count += isSo.test(z[i * units + unit]) ? 1 : 0;
    }
    return (double) count / rows;
  }
}
