package io.github.gradusml.core;

import java.util.List;

/**
 * An activation function φ: turns the net input z of a perceptron into its output ŷ = φ(z).
 *
 * <p>To add one of your own, implement {@link #value} and {@link #derivative}; say in {@link
 * #lower} and {@link #upper} where its values lie if they are bounded. All functions here are
 * finite and accurate for every finite z, and the same to the last bit on every JVM.
 *
 * <p>Article: section 1, Perceptron learning. Symbols: z net input, φ activation, ŷ prediction.
 */
public interface Activation {
  /**
   * Returns φ(z).
   *
   * @param z the net input
   * @return the output ŷ
   */
  double value(double z);

  /**
   * Returns φ′(z); at a kink, the value that the factory method names.
   *
   * @param z the net input
   * @return the slope dφ/dz
   */
  double derivative(double z);

  /**
   * Returns a number that no value of φ is below.
   *
   * @return −∞ unless the activation says otherwise
   */
  default double lower() {
    return Double.NEGATIVE_INFINITY;
  }

  /**
   * Returns a number that no value of φ is above.
   *
   * @return +∞ unless the activation says otherwise
   */
  default double upper() {
    return Double.POSITIVE_INFINITY;
  }

  /**
   * Tells whether φ only jumps, so that φ′ is 0 and no gradient comes through it.
   *
   * @return true for the step and the sign
   */
  default boolean isThreshold() {
    return false;
  }

  /**
   * Says in formulas of z what is computed, for somebody who follows a step by hand; ŷ stands for
   * φ(z), and settings are filled in.
   *
   * @return φ(z) and φ′(z), such as {@code tanh(z)} and {@code 1 − ŷ²}; empty unless the activation
   *     says otherwise
   */
  default List<String> formulas() {
    return List.of();
  }

  /**
   * The identity, for regression.
   *
   * <pre>{@code
   * φ(z) = z        φ′(z) = 1
   * }</pre>
   *
   * @return the activation
   */
  static Activation identity() {
    return new Identity();
  }

  /**
   * Rosenblatt's threshold with outputs 0 and 1.
   *
   * <pre>{@code
   * φ(z) = 1 if z ≥ 0, else 0        φ′(z) = 0
   * }</pre>
   *
   * <p>No gradient comes through a threshold; train it with {@link Loss#perceptron()}, {@link
   * Loss#hinge()}, {@link Loss#squaredHinge()} or {@link Loss#modifiedHuber()}, which then look at
   * the net input.
   *
   * <p>Source: F. Rosenblatt, The perceptron, Psychological Review 65 (1958), doi:10.1037/h0042519.
   *
   * @return the activation
   */
  static Activation step() {
    return new Step();
  }

  /**
   * The threshold with outputs −1 and +1.
   *
   * <pre>{@code
   * φ(z) = +1 if z ≥ 0, else −1        φ′(z) = 0
   * }</pre>
   *
   * <p>It is trained as the {@linkplain #step() step} is.
   *
   * @return the activation
   */
  static Activation sign() {
    return new Sign();
  }

  /**
   * The logistic function: a probability.
   *
   * <pre>{@code
   * φ(z) = σ(z) = 1 / (1 + e⁻ᶻ)        φ′(z) = σ(z)·σ(−z)
   * }</pre>
   *
   * @return the activation
   */
  static Activation sigmoid() {
    return new Sigmoid();
  }

  /**
   * The exponential function, the inverse of the log link: a rate, for {@link Loss#poisson()}.
   *
   * <pre>{@code
   * φ(z) = eᶻ        φ′(z) = eᶻ
   * }</pre>
   *
   * <p>From z = 709.79 on, where eᶻ would be ∞, both are the largest finite number.
   *
   * @return the activation
   */
  static Activation exponential() {
    return new Exponential();
  }

  /**
   * The hyperbolic tangent.
   *
   * <pre>{@code
   * φ(z) = tanh z        φ′(z) = 1 − tanh²z = 4·σ(2z)·σ(−2z)
   * }</pre>
   *
   * @return the activation
   */
  static Activation tanh() {
    return new Tanh();
  }

  /**
   * The rectified linear unit.
   *
   * <pre>{@code
   * φ(z) = max(0, z)        φ′(z) = 1 if z > 0, else 0
   * }</pre>
   *
   * <p>Source: V. Nair, G. Hinton, Rectified linear units improve restricted Boltzmann machines,
   * ICML 2010.
   *
   * @return the activation
   */
  static Activation relu() {
    return new LeakyRelu(0);
  }

  /**
   * The leaky rectified linear unit.
   *
   * <pre>{@code
   * φ(z) = z if z > 0, else a·z        φ′(z) = 1 if z > 0, else a
   * }</pre>
   *
   * <p>Source: A. Maas, A. Hannun, A. Ng, Rectifier nonlinearities improve neural network acoustic
   * models, ICML 2013 (with a = 0.01).
   *
   * @param slope a, the slope on the negative side; in [0, 1)
   * @return the activation
   */
  static Activation leakyRelu(double slope) {
    return new LeakyRelu(slope);
  }

  /**
   * The exponential linear unit.
   *
   * <pre>{@code
   * φ(z) = z if z > 0, else a·(eᶻ − 1)        φ′(z) = 1 if z > 0, else a·eᶻ
   * }</pre>
   *
   * <p>Source: D. Clevert, T. Unterthiner, S. Hochreiter, Fast and accurate deep network learning
   * by exponential linear units, ICLR 2016, arXiv:1511.07289.
   *
   * @param scale a; the function tends to −a on the left; finite, {@code > 0}
   * @return the activation
   */
  static Activation elu(double scale) {
    return new Elu(scale);
  }

  /**
   * The softplus, a smooth ReLU.
   *
   * <pre>{@code
   * φ(z) = ln(1 + eᶻ)        φ′(z) = σ(z)
   * }</pre>
   *
   * <p>Source: C. Dugas and others, Incorporating second-order functional knowledge for better
   * option pricing, NIPS 2000.
   *
   * @return the activation
   */
  static Activation softplus() {
    return new Softplus();
  }

  /**
   * The sigmoid linear unit, also called swish.
   *
   * <pre>{@code
   * φ(z) = z·σ(z)        φ′(z) = σ(z)·(1 + z·σ(−z))
   * }</pre>
   *
   * <p>Source: S. Elfwing, E. Uchibe, K. Doya, Sigmoid-weighted linear units, Neural Networks 107
   * (2018), doi:10.1016/j.neunet.2017.12.012.
   *
   * @return the activation
   */
  static Activation silu() {
    return new Silu();
  }

  /**
   * The Gaussian error linear unit, in its exact form.
   *
   * <pre>{@code
   * φ(z) = z·Φ(z)        φ′(z) = Φ(z) + z·e^(−z²/2)/√(2π)        Φ the normal distribution function
   * }</pre>
   *
   * <p>Source: D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016, arXiv:1606.08415.
   *
   * @return the activation
   */
  static Activation gelu() {
    return new Gelu();
  }
}
