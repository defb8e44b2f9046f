package io.github.gradusml.core;

/**
 * The chain rule: ∂L(φ(z), y)/∂z = L′(φ(z), y) · φ′(z).
 *
 * @param loss L
 * @param activation φ
 */
record Chained(Loss loss, Activation activation) implements ComposedLoss {
  @Override
  public double value(double z, double y) {
    return loss.value(activation.value(z), y);
  }

  @Override
  public double derivative(double z, double y) {
    return loss.derivative(activation.value(z), y) * activation.derivative(z);
  }
}
