package io.github.gradusml.core;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.DenseKernels;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

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

  private final double[] weights;
  private final double bias;
  private final Activation activation;

  private Perceptron(double[] weights, double bias, Activation activation) {
    this.weights = weights;
    this.bias = bias;
    this.activation = activation;
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
    double[] w = Checks.notNull("weights", weights).clone();
    Checks.atLeast("features", w.length, 1);
    for (int j = 0; j < w.length; j++) {
      if (!Double.isFinite(w[j])) {
        throw new IllegalArgumentException("weights[" + j + "] must be finite, but was " + w[j]);
      }
    }
    return new Perceptron(w, Checks.finite("bias", bias), Checks.notNull("activation", activation));
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
    RandomGenerator random = new Well19937c(seed);
    double bound = 1 / Math.sqrt(features);
    for (int j = 0; j < w.length; j++) {
      w[j] = bound * (2 * random.nextDouble() - 1);
    }
    return of(w, 0, activation);
  }

  /**
   * Returns the number of weights.
   *
   * @return at least 1
   */
  @Override
  public int features() {
    return weights.length;
  }

  /**
   * Returns the weights.
   *
   * @return a new array, length {@link #features()}
   */
  public double[] weights() {
    return weights.clone();
  }

  /**
   * Returns one weight.
   *
   * @param feature the index, from 0
   * @return wⱼ
   */
  public double weight(int feature) {
    return weights[feature];
  }

  /**
   * Returns the bias.
   *
   * @return b
   */
  public double bias() {
    return bias;
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
  public double netInput(double... x) {
    if (x.length != weights.length) {
      throw new IllegalArgumentException(
          "x must have " + weights.length + " features, but has " + x.length);
    }
    for (int j = 0; j < x.length; j++) {
      if (!Double.isFinite(x[j])) {
        throw new IllegalArgumentException("x[" + j + "] must be finite, but was " + x[j]);
      }
    }
    return DenseKernels.dot(weights, 0, x, 0, x.length) + bias;
  }

  @Override
  public double predict(double... x) {
    return activation.value(netInput(x));
  }

  @Override
  public double[] parameters() {
    double[] theta = Arrays.copyOf(weights, weights.length + 1);
    theta[weights.length] = bias;
    return theta;
  }

  @Override
  public List<ParameterBlock> blocks() {
    int d = weights.length;
    return List.of(
        new ParameterBlock(WEIGHTS, 0, d, true), new ParameterBlock("bias", d, d + 1, false));
  }

  @Override
  public Perceptron withParameters(double[] theta) {
    int d = weights.length;
    if (theta.length != d + 1) {
      throw new IllegalArgumentException(
          "theta must have " + d + " weights and a bias, but has length " + theta.length);
    }
    return of(Arrays.copyOf(theta, d), theta[d], activation);
  }

  @Override
  public LossGradient lossGradient(Loss loss) {
    return new PerceptronGradient(weights.length, loss.compose(activation));
  }

  /**
   * Tells whether another perceptron has the same weights and bias, bit for bit, and an equal
   * activation.
   *
   * @param other what to compare with
   * @return true if it is such a perceptron
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof Perceptron that
        && Arrays.equals(weights, that.weights)
        && Double.compare(bias, that.bias) == 0
        && activation.equals(that.activation);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(weights) + Double.hashCode(bias)) + activation.hashCode();
  }

  @Override
  public String toString() {
    return "Perceptron(" + weights.length + " features, " + activation + ")";
  }
}
