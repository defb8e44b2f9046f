package io.github.gradusml.core;

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
public interface ComposedLoss {
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

  /**
   * Returns a bound of the curvature ∂²L/∂z² over all z and y: what limits the learning rate.
   *
   * @return +∞ where none is known
   */
  default double curvature() {
    return Double.POSITIVE_INFINITY;
  }

  /**
   * Tells whether the curvature is the same everywhere, so that {@link #curvature()} is no mere
   * bound.
   *
   * @return false unless the loss is quadratic in z
   */
  default boolean isQuadratic() {
    return false;
  }
}
