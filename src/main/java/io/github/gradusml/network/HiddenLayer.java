package io.github.gradusml.network;

import io.github.gradusml.core.Activation;
import io.github.gradusml.internal.Checks;

/**
 * A layer of perceptrons between the inputs and the output of a {@link Network}.
 *
 * @param units how many perceptrons; at least 1
 * @param activation φ of each, one that lets a gradient through
 */
public record HiddenLayer(int units, Activation activation) {
  /**
   * Checks the layer.
   *
   * @param units how many perceptrons; at least 1
   * @param activation φ of each, one that lets a gradient through
   * @throws IllegalArgumentException if there is no unit, or the activation is a threshold
   */
  public HiddenLayer {
    Checks.atLeast("units", units, 1);
    if (Checks.notNull("activation", activation).isThreshold()) {
      throw new IllegalArgumentException(
          "activation of a hidden layer must let a gradient through, but was "
              + activation
              + ", whose derivative is 0; take Activation.tanh() or Activation.relu()");
    }
  }
}
