package io.github.gradusml.network;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Randomness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * What a {@link Network} is made of: how many inputs, which hidden layers, and what output.
 *
 * <p>θ holds the layers one after the other, from the inputs up: of each its weights, input by
 * input, and then its biases. The blocks are called {@code layer 1 weights}, {@code layer 1
 * biases}, {@code layer 2 weights} and so on, the output being the last layer; each may have a
 * penalty of its own.
 *
 * <p>It is immutable.
 *
 * @param features the number of inputs; at least 1
 * @param hiddenLayers from the inputs up; empty where there are none
 * @param output what becomes of the net inputs of the last layer
 */
public record Architecture(int features, List<HiddenLayer> hiddenLayers, Output output) {
  /**
   * Checks that θ would fit into an array.
   *
   * @param features the number of inputs; at least 1
   * @param hiddenLayers from the inputs up; copied
   * @param output what becomes of the net inputs of the last layer
   * @throws IllegalArgumentException if {@code features < 1}, or there are more parameters than an
   *     array can hold
   */
  public Architecture(int features, List<HiddenLayer> hiddenLayers, Output output) {
    this.features = Checks.atLeast("features", features, 1);
    this.hiddenLayers = Checks.noneNull("hiddenLayers", hiddenLayers);
    this.output = Checks.notNull("output", output);
    Checks.atLeast("outputs", output.outputs(), 1);
    checkParameters();
  }

  private void checkParameters() {
    long sum = 0;
    for (int layer = 1; layer <= layers(); layer++) {
      long here = parameters(layer);
      sum += here;
      if (sum > Checks.LONGEST_ARRAY) {
        throw new IllegalArgumentException(
            "parameters must be at most "
                + Checks.LONGEST_ARRAY
                + ", but layer "
                + layer
                + ", "
                + shape(layer)
                + ", has "
                + here
                + (here == sum ? "" : ", and all together " + sum));
      }
    }
  }

  /** How many weights and biases a layer has. */
  private long parameters(int layer) {
    return (units(layer - 1) + 1L) * units(layer);
  }

  private String shape(int layer) {
    return units(layer - 1) + " x " + units(layer);
  }

  /**
   * Adds a hidden layer, above those there are and below the output.
   *
   * @param units how many perceptrons; at least 1
   * @param activation φ of each
   * @return another architecture
   * @throws IllegalArgumentException if there is no unit, the activation lets no gradient through,
   *     or there are more parameters than an array can hold
   */
  public Architecture withHidden(int units, Activation activation) {
    List<HiddenLayer> more = new ArrayList<>(hiddenLayers);
    more.add(new HiddenLayer(units, activation));
    return new Architecture(features, more, output);
  }

  Architecture with(Output other) {
    return new Architecture(features, hiddenLayers, other);
  }

  /**
   * Returns the number of layers with weights: the hidden layers and the output.
   *
   * @return at least 1
   */
  public int layers() {
    return hiddenLayers.size() + 1;
  }

  /**
   * Returns the number of units of a layer.
   *
   * @param layer from 1, that next to the inputs, to {@link #layers()}, the output; 0 for the
   *     inputs themselves
   * @return at least 1
   * @throws IndexOutOfBoundsException if there is no such layer
   */
  public int units(int layer) {
    Checks.index("layer", layer, layers() + 1);
    return layer == 0
        ? features
        : layer == layers() ? output.outputs() : hiddenLayers.get(layer - 1).units();
  }

  /** φ of the units of a layer, from 1. */
  Activation activation(int layer) {
    return layer == layers() ? output.activation() : hiddenLayers.get(layer - 1).activation();
  }

  /**
   * Returns the number of weights and biases.
   *
   * @return the length of θ
   */
  public int parameters() {
    return weightsAt(layers() + 1);
  }

  /** Where in θ the weights of a layer begin; the biases lie behind them. */
  int weightsAt(int layer) {
    long at = 0;
    for (int below = 1; below < layer; below++) {
      at += parameters(below);
    }
    return (int) at;
  }

  int biasesAt(int layer) {
    return weightsAt(layer) + units(layer - 1) * units(layer);
  }

  /**
   * Returns the named parts of θ.
   *
   * @return weights and biases of each layer
   */
  public List<ParameterBlock> blocks() {
    List<ParameterBlock> blocks = new ArrayList<>();
    for (int layer = 1; layer <= layers(); layer++) {
      int biases = biasesAt(layer);
      int end = weightsAt(layer + 1);
      blocks.add(new ParameterBlock("layer " + layer + " weights", weightsAt(layer), biases, true));
      blocks.add(new ParameterBlock("layer " + layer + " biases", biases, end, false));
    }
    return List.copyOf(blocks);
  }

  /**
   * Returns a network whose weights are all 0, the usual start of a softmax or of one output, where
   * the loss has one valley.
   *
   * @return the network
   * @throws IllegalStateException if there are hidden layers: their units would be equal, and stay
   *     so; or if the memory of the JVM is too small
   */
  public Network zeros() {
    if (!hiddenLayers.isEmpty()) {
      throw new IllegalStateException(
          "weights must not all be 0 where there are hidden layers: equal units have equal"
              + " gradients and stay equal; take random(seed)");
    }
    return new Network(this, room());
  }

  /**
   * Returns a network with random weights, of the size that the activation of each layer wants, as
   * {@link Initialization#of} says, and biases 0.
   *
   * @param seed the same seed gives the same weights, to the last bit
   * @return the network
   * @throws IllegalStateException if the memory of the JVM is too small
   */
  public Network random(long seed) {
    return drawn(seed, Initialization::of);
  }

  /**
   * Returns a network with random weights of another size.
   *
   * @param seed the same seed gives the same weights, to the last bit
   * @param initialization how large they are, in every layer
   * @return the network
   * @throws IllegalArgumentException if a bound is not positive and finite
   * @throws IllegalStateException if the memory of the JVM is too small
   */
  public Network random(long seed, Initialization initialization) {
    Checks.notNull("initialization", initialization);
    return drawn(seed, activation -> initialization);
  }

  private Network drawn(long seed, Function<Activation, Initialization> starts) {
    RandomGenerator random = Randomness.of(seed);
    double[] theta = room();
    for (int layer = 1; layer <= layers(); layer++) {
      Initialization start = starts.apply(activation(layer));
      int inputs = units(layer - 1);
      double bound = Checks.positive("bound of layer " + layer, start.bound(inputs, units(layer)));
      int end = biasesAt(layer);
      for (int j = weightsAt(layer); j < end; j++) {
        theta[j] = bound * (2 * random.nextDouble() - 1);
      }
    }
    return new Network(this, theta);
  }

  /** For θ. */
  private double[] room() {
    long most = Runtime.getRuntime().maxMemory() / Double.BYTES;
    if (parameters() > most) {
      throw new IllegalStateException(
          "parameters must fit into the memory of this JVM, at most "
              + counted(most)
              + ", but are "
              + counted(parameters())
              + "; take fewer units or classes, or start java with a larger -Xmx");
    }
    return new double[parameters()];
  }

  /**
   * Returns a network with given parameters.
   *
   * @param theta the weights and biases, layer by layer; copied
   * @return the network
   * @throws IllegalArgumentException if the length differs or a value is not finite
   */
  public Network withParameters(double[] theta) {
    return new Network(this, Checks.notNull("theta", theta).clone());
  }

  /**
   * Returns a table of the layers.
   *
   * @return a line a layer, with its shape and the number of its parameters, and their sum
   */
  @Override
  public String toString() {
    int width = "Activation".length();
    for (int layer = 1; layer <= layers(); layer++) {
      width = Math.max(width, name(layer).length());
    }
    String format = "%-8s  %17s  %-" + width + "s  %13s%n";
    StringBuilder table = new StringBuilder();
    table.append(line(format, "Layer", "Shape", "Activation", "Parameters"));
    for (int layer = 1; layer <= layers(); layer++) {
      String count = counted(parameters(layer));
      table.append(line(format, "layer " + layer, shape(layer), name(layer), count));
    }
    return table
        .append(line(format, "all", "", "", counted(parameters())))
        .toString()
        .stripTrailing();
  }

  private String name(int layer) {
    return layer == layers() ? output.toString() : activation(layer).toString();
  }

  private static String line(String format, Object... cells) {
    return String.format(Locale.ROOT, format, cells);
  }

  private static String counted(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
