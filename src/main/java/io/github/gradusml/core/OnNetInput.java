package io.github.gradusml.core;

/**
 * The loss of the net input itself, without an activation between: L(z, y).
 *
 * @param loss L
 */
record OnNetInput(Loss loss) implements ComposedLoss {
  @Override
  public double value(double z, double y) {
    return loss.value(z, y);
  }

  @Override
  public double derivative(double z, double y) {
    return loss.derivative(z, y);
  }

  @Override
  public double curvature() {
    return loss.curvature();
  }

  @Override
  public boolean isQuadratic() {
    return loss.isQuadratic();
  }
}
