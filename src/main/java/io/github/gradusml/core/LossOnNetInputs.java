package io.github.gradusml.core;

import java.util.List;
import java.util.Optional;

/**
 * A loss as a function of the k net inputs of a row, and its slope with respect to each.
 *
 * <pre>{@code
 * value = L(z₁ … z_k, y)        δᵤ = ∂L/∂zᵤ
 * }</pre>
 *
 * <p>With one output it is a {@link ComposedLoss}, which is what an {@link Activation} and a {@link
 * Loss} become; an {@link Output} of several classes has its own. Net inputs of many rows lie one
 * row behind the other: those of row i are {@code z[i·k] … z[i·k + k − 1]}.
 *
 * <p>Symbols: k outputs, z net inputs, y target, δ slopes.
 */
public interface LossOnNetInputs {
  /**
   * Returns the loss of a row.
   *
   * @param z net inputs, row after row
   * @param row i, the row
   * @param y its target
   * @return L
   */
  double value(double[] z, int row, double y);

  /**
   * Computes δ of a row.
   *
   * @param z net inputs, row after row
   * @param row i, the row
   * @param y its target
   * @param delta receives the k slopes, at the places that z has in its array; at a kink,
   *     subgradients
   */
  void slope(double[] z, int row, double y, double[] delta);

  /**
   * Computes both at once, where they have work in common.
   *
   * @param z net inputs, row after row
   * @param row i, the row
   * @param y its target
   * @param delta receives what {@link #slope} gives, to the last bit
   * @return what {@link #value} gives, to the last bit
   */
  default double valueAndSlope(double[] z, int row, double y, double[] delta) {
    slope(z, row, y, delta);
    return value(z, row, y);
  }

  /**
   * Returns a bound of the curvature, the largest eigenvalue of ∂²L/∂z∂z over all z and y: what
   * limits the learning rate.
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

  /**
   * Says in formulas what is computed, for somebody who follows a step by hand.
   *
   * @return L and δ, of z, y and the predictions ŷ, where the two are fused or L looks at z alone;
   *     empty, the chain rule, unless the loss says otherwise
   */
  default List<String> formulas() {
    return List.of();
  }

  /**
   * Returns this loss as a function of one number.
   *
   * @return empty unless there is one output
   */
  default Optional<ComposedLoss> ofOneOutput() {
    return Optional.empty();
  }
}
