package io.github.gradusml.core;

import java.util.Optional;

/**
 * A loss as a function of the net input z: L(φ(z), y) and its derivative.
 *
 * <pre>{@code
 * value(z, y) = L(φ(z), y)        derivative(z, y) = δ = ∂L(φ(z), y)/∂z
 * }</pre>
 *
 * <p>Activation and loss are two ideas, but their arithmetic is one: the derivative of the
 * cross-entropy of a sigmoid is ŷ − y, while the product of the two derivatives is 0 · ∞ from z ≈
 * 40 on. {@link Loss#compose} knows which pairs to fuse.
 */
public interface ComposedLoss extends LossOnNetInputs {
  /**
   * Returns the loss.
   *
   * @param z the net input
   * @param y the target
   * @return L(φ(z), y)
   */
  double value(double z, double y);

  /**
   * Returns δ, the derivative of the loss with respect to the net input.
   *
   * @param z the net input
   * @param y the target
   * @return ∂L(φ(z), y)/∂z; at a kink, a subgradient
   */
  double derivative(double z, double y);

  @Override
  default double value(double[] z, int row, double y) {
    return value(z[row], y);
  }

  @Override
  default void slope(double[] z, int row, double y, double[] delta) {
    delta[row] = derivative(z[row], y);
  }

  @Override
  default Optional<ComposedLoss> ofOneOutput() {
    return Optional.of(this);
  }
}
