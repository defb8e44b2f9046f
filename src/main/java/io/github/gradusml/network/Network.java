package io.github.gradusml.network;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Layers;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.rows.Workspace;
import java.util.Arrays;
import java.util.List;

/**
 * Layers of perceptrons, one above the other: each takes the outputs of the one below.
 *
 * <pre>{@code
 * a₀ = x        zₗ = Wₗᵀ·aₗ₋₁ + bₗ        aₗ = φₗ(zₗ)        ŷ = output(z_L)
 * }</pre>
 *
 * <p>On top is an {@link Output}: one number with an activation, or k classes. Without hidden
 * layers it is softmax regression, k perceptrons side by side, or, with one output, a single
 * perceptron:
 *
 * <pre>{@code
 * Network softmax = Network.of(4, Output.softmax(3)).zeros();
 * Network deep = Network.of(4, Output.softmax(3)).withHidden(16, Activation.tanh()).random(42);
 * }</pre>
 *
 * <p>The same {@code Trainer} trains it as trains a perceptron, with every optimizer, penalty and
 * schedule. It is immutable; training returns a new one.
 *
 * <p>Article: section 3, which advises a larger network with weight decay. Symbols: x features, W
 * weights, b biases, z net inputs, φ activation, a outputs of a layer, ŷ prediction.
 */
public final class Network implements Model<Network> {
  private final Architecture architecture;
  private final double[] theta;

  /** Takes θ as its own. */
  Network(Architecture architecture, double[] theta) {
    this.architecture = architecture;
    this.theta = theta;
    if (theta.length != architecture.parameters()) {
      throw new IllegalArgumentException(
          "theta must have "
              + architecture.parameters()
              + " parameters, as many as the layers have, but has length "
              + theta.length);
    }
    Checks.finite("theta", theta, 0, theta.length);
  }

  private Rows oneRow(double... x) {
    Checks.features("x", Checks.notNull("x", x).length, features());
    Checks.finite("x", x, 0, x.length);
    return Rows.dense(1, features(), i -> x);
  }

  /**
   * Returns what a network without hidden layers is made of; {@link Architecture#withHidden} adds
   * some, and {@link Architecture#zeros} or {@link Architecture#random(long)} makes the network.
   *
   * @param features the number of inputs; at least 1
   * @param output what becomes of the net inputs of the last layer
   * @return the architecture
   * @throws IllegalArgumentException if {@code features < 1}
   */
  public static Architecture of(int features, Output output) {
    return new Architecture(features, List.of(), output);
  }

  /**
   * Returns what the network is made of.
   *
   * @return the inputs, the hidden layers and the output
   */
  public Architecture architecture() {
    return architecture;
  }

  @Override
  public int features() {
    return architecture.features();
  }

  @Override
  public Output output() {
    return architecture.output();
  }

  @Override
  public Layers layers(int rows) {
    int widest = 1;
    for (int layer = 1; layer <= architecture.layers(); layer++) {
      widest = Math.max(widest, architecture.units(layer));
    }
    Checks.from("rows", rows, 1, Checks.LONGEST_ARRAY / widest);
    return architecture.hiddenLayers().isEmpty()
        ? Layers.bias(architecture.units(1))
        : new BackPropagation(architecture, rows);
  }

  @Override
  public List<ParameterBlock> blocks() {
    return architecture.blocks();
  }

  @Override
  public double[] parameters() {
    return theta.clone();
  }

  /** Without the copy of θ that costs more than a single row. */
  @Override
  public double[] netInputs(double... x) {
    Rows row = oneRow(x);
    int first = architecture.units(1);
    double[] z1 = new double[first];
    double[] z = new double[architecture.output().outputs()];
    row.multiply(0, 1, theta, Workspace.of(first), z1);
    layers(1).forward(z1, 1, theta, features() * first, z);
    return z;
  }

  /**
   * Returns a network like this one with other parameters and another cut.
   *
   * @param theta the weights and biases, layer by layer; copied
   * @param output as that of this network, but for its cut
   * @return a new network
   * @throws IllegalArgumentException if the length differs, a value is not finite, or the output
   *     has another number of net inputs
   */
  @Override
  public Network with(double[] theta, Output output) {
    int k = Checks.notNull("output", output).outputs();
    if (k != output().outputs()) {
      throw new IllegalArgumentException(
          "output must have " + output().outputs() + " net inputs, but has " + k);
    }
    return new Network(architecture.with(output), Checks.notNull("theta", theta).clone());
  }

  /**
   * Returns one unit as a perceptron: what it makes of the outputs of the layer below.
   *
   * @param layer from 1, that next to the inputs, to {@link Architecture#layers()}, the output
   * @param unit from 0
   * @return the perceptron, that of a single output with its cut; of a softmax, which has no
   *     activation of its own, with the identity
   * @throws IndexOutOfBoundsException if there is no such layer or unit
   */
  public Perceptron perceptron(int layer, int unit) {
    checkLayer(layer, architecture.layers());
    int k = architecture.units(layer);
    Checks.index("unit", unit, k);
    int from = architecture.weightsAt(layer);
    double[] w = new double[architecture.units(layer - 1)];
    Arrays.setAll(w, j -> theta[from + j * k + unit]);
    double b = theta[architecture.biasesAt(layer) + unit];
    Perceptron perceptron = Perceptron.of(w, b, architecture.activation(layer));
    return layer == architecture.layers() && k == 1
        ? perceptron.with(perceptron.parameters(), output())
        : perceptron;
  }

  private static void checkLayer(int layer, int layers) {
    if (layer < 1 || layer > layers) {
      throw new IndexOutOfBoundsException(
          "layer must be from 1 to " + layers + ", but was " + layer);
    }
  }

  private void checkHidden(int layer) {
    int layers = architecture.hiddenLayers().size();
    if (layers == 0) {
      throw new IndexOutOfBoundsException(
          "layer must be a hidden one, of which this network has none, but was " + layer);
    }
    checkLayer(layer, layers);
  }

  /**
   * Returns the outputs of a hidden layer for a row.
   *
   * @param layer from 1, that next to the inputs
   * @param x one row of features; length {@link #features()}, finite
   * @return a, one number a unit
   * @throws IllegalArgumentException if {@code x} has another length, or a value that is not finite
   * @throws IndexOutOfBoundsException if there is no such hidden layer
   */
  public double[] hiddenOutputs(int layer, double... x) {
    return hiddenOutputs(layer, oneRow(x));
  }

  /**
   * Returns the outputs of a hidden layer for many rows.
   *
   * @param layer from 1, that next to the inputs
   * @param rows n rows of {@link #features()} columns
   * @return n·units numbers, row after row
   * @throws IllegalArgumentException if the number of columns differs
   * @throws IndexOutOfBoundsException if there is no such hidden layer
   */
  public double[] hiddenOutputs(int layer, Rows rows) {
    Checks.features("rows", Checks.notNull("rows", rows).columns(), features());
    checkHidden(layer);
    double[] outputs = below(layer).netInputs(rows);
    Activation activation = architecture.activation(layer);
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = activation.value(outputs[i]);
    }
    return outputs;
  }

  /** The network up to a hidden layer: its net inputs are those of the layer. */
  private Network below(int layer) {
    HiddenLayer top = architecture.hiddenLayers().get(layer - 1);
    Output output =
        top.units() == 1
            ? Output.of(top.activation())
            : Output.oneVersusRest(top.units(), top.activation());
    List<HiddenLayer> hidden = architecture.hiddenLayers().subList(0, layer - 1);
    return new Network(
        new Architecture(features(), hidden, output),
        Arrays.copyOf(theta, architecture.weightsAt(layer + 1)));
  }

  /**
   * Tells whether another network has an equal architecture and the same parameters, bit for bit.
   *
   * @param other what to compare with
   * @return true if it is such a network
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof Network that
        && architecture.equals(that.architecture)
        && Arrays.equals(theta, that.theta);
  }

  @Override
  public int hashCode() {
    return 31 * architecture.hashCode() + Arrays.hashCode(theta);
  }

  /**
   * Returns a table of the layers, as {@link Architecture#toString()}.
   *
   * @return a line a layer
   */
  @Override
  public String toString() {
    return architecture.toString();
  }
}
