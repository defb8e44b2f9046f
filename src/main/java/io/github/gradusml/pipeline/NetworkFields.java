package io.github.gradusml.pipeline;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.internal.Fields;
import io.github.gradusml.network.Architecture;
import io.github.gradusml.network.HiddenLayer;
import io.github.gradusml.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A network as fields: its output, and its layers from the inputs up, each with its biases and, a
 * line an input, the weights of that input to all units.
 */
final class NetworkFields {
  private static final String OUTPUT = "output";
  private static final String LAYERS = "layers";
  private static final String UNITS = "units";
  private static final String ACTIVATION = "activation";
  private static final String BIASES = "biases";
  private static final String WEIGHTS = "weights";

  private NetworkFields() {}

  static Fields write(Network model, List<String> names) {
    Architecture architecture = model.architecture();
    double[] theta = model.parameters();
    List<ParameterBlock> blocks = model.blocks();
    List<String> inputs = names;
    List<Fields> layers = new ArrayList<>();
    for (int layer = 1; layer <= architecture.layers(); layer++) {
      int k = architecture.units(layer);
      Fields fields = Fields.none().with(UNITS, k);
      if (layer < architecture.layers()) {
        Activation activation = architecture.hiddenLayers().get(layer - 1).activation();
        fields.with(ACTIVATION, ActivationText.write(activation));
      }
      ParameterBlock biases = blocks.get(2 * layer - 1);
      fields.with(BIASES, Arrays.copyOfRange(theta, biases.from(), biases.to()));
      Fields weights = Fields.none();
      int at = blocks.get(2 * layer - 2).from();
      for (String input : inputs) {
        weights.with(input, Arrays.copyOfRange(theta, at, at + k));
        at += k;
      }
      layers.add(fields.with(WEIGHTS, weights));
      inputs = NamedInputs.ofUnits(k);
    }
    return Fields.none()
        .with(OUTPUT, OutputFields.write(architecture.output()))
        .with(LAYERS, layers);
  }

  static Network read(Fields fields, List<String> names) {
    fields.only(OUTPUT, LAYERS);
    Output output = OutputFields.read(fields.fields(OUTPUT));
    List<Fields> layers = fields.groups(LAYERS);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException(fields.path(LAYERS) + " must be at least 1, but are none");
    }
    List<HiddenLayer> hidden = new ArrayList<>();
    List<double[]> theta = new ArrayList<>();
    List<String> inputs = names;
    for (Fields layer : layers) {
      boolean isTop = hidden.size() == layers.size() - 1;
      layer.only(UNITS, isTop ? UNITS : ACTIVATION, BIASES, WEIGHTS);
      int k = (int) layer.whole(UNITS, 1, Integer.MAX_VALUE);
      if (!isTop) {
        hidden.add(new HiddenLayer(k, ActivationText.read(layer.text(ACTIVATION))));
      } else if (k != output.outputs()) {
        throw new IllegalArgumentException(
            layer.path(UNITS)
                + " must be as many as the output has, "
                + output.outputs()
                + ", but were "
                + k);
      }
      addNumbers(layer, k, inputs, theta);
      inputs = NamedInputs.ofUnits(k);
    }
    // What was claimed is there by now: there is no room to be made for more.
    return new Architecture(names.size(), hidden, output).withParameters(joined(theta));
  }

  /** The weights of a layer, input by input, and its biases, as θ has them. */
  private static void addNumbers(Fields layer, int units, List<String> inputs, List<double[]> to) {
    double[] biases = layer.finite(BIASES, units); // before anything is made of so many units
    Fields weights = NamedInputs.checked(layer.fields(WEIGHTS), inputs);
    for (String input : inputs) {
      to.add(weights.finite(input, units));
    }
    to.add(biases);
  }

  private static double[] joined(List<double[]> parts) {
    int length = Math.toIntExact(parts.stream().mapToLong(part -> part.length).sum());
    double[] all = new double[length];
    int at = 0;
    for (double[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
