package io.github.gradusml.core;

import io.github.gradusml.internal.Checks;

/**
 * What a model computes above its first products: from z₁ = W₁ᵀ·x to the net inputs z, and back.
 *
 * <pre>{@code
 * forward:    z = f(z₁, θ)
 * backward:   δ₁ = (∂z/∂z₁)ᵀ·δ        gradient ← gradient + Σ (∂z/∂θ)ᵀ·δ
 * }</pre>
 *
 * <p>A perceptron has nothing there but its bias. A model with hidden units has its activations and
 * further weights there. The first product itself, the rows, their targets and weights and the sums
 * over rows are the library's business: these layers see small dense arrays alone, in which the
 * numbers of one row lie behind those of another, and do not know where in θ their parameters lie.
 *
 * <p>An object may keep what {@code forward} computed for the {@code backward} that follows, and so
 * belongs to one thread; {@link Model#layers} makes a new one for each.
 *
 * <p>Symbols: z₁ what the first weights give, z net inputs, δ slopes of the loss with respect to z,
 * δ₁ with respect to z₁, θ parameters.
 */
public interface Layers {
  /**
   * Returns how many numbers come in for each row: the units of the first layer.
   *
   * @return at least 1
   */
  int inputs();

  /**
   * Returns how many net inputs come out for each row.
   *
   * @return k, that of the model's {@link Output}
   */
  int outputs();

  /**
   * Computes the net inputs of some rows.
   *
   * @param z1 what comes in, {@link #inputs()} numbers a row; not modified
   * @param rows how many rows; at most as many as {@link Model#layers} was asked for
   * @param theta holds the parameters of these layers, from {@code at} on; not modified
   * @param at where they begin: behind the first weights
   * @param z receives {@link #outputs()} numbers a row; overwritten
   */
  void forward(double[] z1, int rows, double[] theta, int at, double[] z);

  /**
   * Goes back through the layers, for the rows of the last {@link #forward}: the chain rule.
   *
   * @param delta the slopes of the loss, {@link #outputs()} numbers a row; not modified
   * @param rows how many rows
   * @param theta the parameters, as in {@code forward}; not modified
   * @param at where those of these layers begin, in {@code theta} and in {@code gradient}
   * @param delta1 receives the slopes with respect to z₁, {@link #inputs()} numbers a row;
   *     overwritten
   * @param gradient one number a parameter; what these layers' own parameters get from each row is
   *     added, row after row, and the first weights are left alone
   */
  void backward(
      double[] delta, int rows, double[] theta, int at, double[] delta1, double[] gradient);

  /**
   * Tells whether nothing is here but a bias, so that z = z₁ + b with {@link #outputs()} parameters
   * b, or z = z₁. The largest stable learning rate is then known for many losses, and updates of
   * one row have a shorter way. Such layers may be handed the same array for z₁ and z, and for δ
   * and δ₁.
   *
   * @return false unless the layers say otherwise
   */
  default boolean addOnlyBias() {
    return false;
  }

  /**
   * Returns layers that pass on what comes in: z = z₁.
   *
   * @param units how many numbers a row; at least 1
   * @return the layers
   */
  static Layers none(int units) {
    return new Bias(Checks.atLeast("units", units, 1), false);
  }

  /**
   * Returns layers that only add a bias: z = z₁ + b.
   *
   * @param units how many numbers a row, and how many parameters; at least 1
   * @return the layers
   */
  static Layers bias(int units) {
    return new Bias(Checks.atLeast("units", units, 1), true);
  }
}
