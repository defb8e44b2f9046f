package io.github.gradusml.core;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Randomness;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.internal.Vectors;
import io.github.gradusml.rows.Rows;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * A perceptron: weighs its inputs, sums them, adds a bias, and applies an activation.
 *
 * <pre>{@code
 * z = w·x + b        ŷ = φ(z)
 * }</pre>
 *
 * <p>With the right activation and loss the same perceptron is Rosenblatt's classifier, linear
 * regression, logistic regression, or a linear support vector machine. It is immutable; training
 * returns a new one.
 *
 * <p>Article: section 1, Perceptron learning. Symbols: x features, w weights, b bias, z net input,
 * φ activation, ŷ prediction.
 *
 * <p>Source: F. Rosenblatt, The perceptron: a probabilistic model for information storage and
 * organization in the brain, Psychological Review 65 (1958), doi:10.1037/h0042519.
 */
public final class Perceptron implements Model<Perceptron> {
  /** The name of the block of weights. */
  public static final String WEIGHTS = "weights";

  /** w, and b behind it unless there is none. */
  private final double[] theta;

  private final int features;
  private final Activation activation;
  private final Output output;

  private Perceptron(double[] theta, int features, Activation activation, Output output) {
    this.theta = theta;
    this.features = features;
    this.activation = activation;
    this.output = output;
  }

  /**
   * Returns a perceptron with given weights.
   *
   * @param weights w; at least one, finite; copied
   * @param bias b; finite
   * @param activation φ
   * @return the perceptron
   * @throws IllegalArgumentException if there is no weight, or a value is not finite
   */
  public static Perceptron of(double[] weights, double bias, Activation activation) {
    int d = Checks.atLeast("features", Checks.notNull("weights", weights).length, 1);
    double[] theta = Arrays.copyOf(weights, d + 1);
    theta[d] = Checks.finite("bias", bias);
    return checked(theta, d, activation, Output.of(activation));
  }

  private static Perceptron checked(
      double[] theta, int features, Activation activation, Output output) {
    Checks.finite("weights", theta, 0, features);
    if (theta.length > features) {
      Checks.finite("bias", theta[features]);
    }
    return new Perceptron(theta, features, activation, output);
  }

  /**
   * Returns a perceptron whose weights and bias are 0, the usual start where the loss has one
   * valley, as with the identity, with a sigmoid and the cross-entropy, and with the losses of a
   * margin. ReLU lets no gradient through there: start from {@link #random}.
   *
   * @param features the number of features; at least 1
   * @param activation φ
   * @return the perceptron
   * @throws IllegalArgumentException if {@code features < 1}
   */
  public static Perceptron zeros(int features, Activation activation) {
    return of(new double[Checks.atLeast("features", features, 1)], 0, activation);
  }

  /**
   * Returns a perceptron with random weights and bias 0, the article's start.
   *
   * <pre>{@code
   * wⱼ uniform in [−1/√d, 1/√d), d the number of features
   * }</pre>
   *
   * @param features d; at least 1
   * @param activation φ
   * @param seed the same seed gives the same weights, to the last bit
   * @return the perceptron
   * @throws IllegalArgumentException if {@code features < 1}
   */
  public static Perceptron random(int features, Activation activation, long seed) {
    double[] w = new double[Checks.atLeast("features", features, 1)];
    RandomGenerator random = Randomness.of(seed);
    double bound = 1 / Math.sqrt(features);
    for (int j = 0; j < w.length; j++) {
      w[j] = bound * (2 * random.nextDouble() - 1);
    }
    return of(w, 0, activation);
  }

  /**
   * Returns a perceptron like this one that has no bias: z = w·x. Its boundary, or its line, goes
   * through the origin, whatever it is trained on.
   *
   * @return the perceptron
   */
  public Perceptron withoutBias() {
    return new Perceptron(Arrays.copyOf(theta, features), features, activation, output);
  }

  /**
   * Returns the number of weights.
   *
   * @return at least 1
   */
  @Override
  public int features() {
    return features;
  }

  /**
   * Returns the weights.
   *
   * @return a new array, length {@link #features()}
   */
  public double[] weights() {
    return Arrays.copyOf(theta, features);
  }

  /**
   * Returns one weight.
   *
   * @param feature the index, from 0
   * @return wⱼ
   * @throws IndexOutOfBoundsException if there is no such weight
   */
  public double weight(int feature) {
    return theta[Checks.index("feature", feature, features)];
  }

  /**
   * Tells whether there is a bias.
   *
   * @return false after {@link #withoutBias()}
   */
  public boolean hasBias() {
    return theta.length > features;
  }

  /**
   * Returns the bias.
   *
   * @return b; 0 where there is none
   */
  public double bias() {
    return hasBias() ? theta[features] : 0;
  }

  /**
   * Returns the activation.
   *
   * @return φ
   */
  public Activation activation() {
    return activation;
  }

  @Override
  public Output output() {
    return output;
  }

  @Override
  public Layers layers(int rows) {
    return hasBias() ? Layers.bias(1) : Layers.none(1);
  }

  @Override
  public double netInput(double... x) {
    Predictions.check(x, features);
    return Vectors.dot(theta, 0, x, 0, features) + bias();
  }

  @Override
  public double[] netInputs(double... x) {
    return new double[] {netInput(x)};
  }

  /** Without a copy of the weights, of which there may be a million. */
  @Override
  public double[] netInputs(Rows rows) {
    return Predictions.netInputs(this, Predictions.checked(this, rows), theta);
  }

  @Override
  public double[] parameters() {
    return theta.clone();
  }

  @Override
  public List<ParameterBlock> blocks() {
    ParameterBlock weights = new ParameterBlock(WEIGHTS, 0, features, true);
    return hasBias()
        ? List.of(weights, new ParameterBlock("bias", features, features + 1, false))
        : List.of(weights);
  }

  /**
   * Returns a perceptron like this one with other weights and another cut.
   *
   * @param theta the weights and, if there is one, the bias; copied
   * @param output its cut is taken; the activation stays
   * @return a new perceptron
   * @throws IllegalArgumentException if the length differs or a value is not finite
   */
  @Override
  public Perceptron with(double[] theta, Output output) {
    if (Checks.notNull("theta", theta).length != this.theta.length) {
      throw new IllegalArgumentException(
          "theta must have "
              + features
              + (hasBias() ? " weights and a bias" : " weights and no bias")
              + ", but has length "
              + theta.length);
    }
    Output cutAlike = new OneOutput(activation, Checks.notNull("output", output).cut());
    return checked(theta.clone(), features, activation, cutAlike);
  }

  /**
   * Tells whether another perceptron has the same weights and bias, bit for bit, an equal
   * activation, and the same cut between two classes.
   *
   * @param other what to compare with
   * @return true if it is such a perceptron
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof Perceptron that
        && features == that.features
        && Arrays.equals(theta, that.theta)
        && output.equals(that.output);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(theta) + output.hashCode();
  }

  @Override
  public String toString() {
    return "Perceptron("
        + features
        + " features, "
        + activation
        + ", w = "
        + Texts.numbers(theta, 0, features)
        + (hasBias() ? ", b = " + Texts.number(theta[features]) : ", no bias")
        + ")";
  }
}
