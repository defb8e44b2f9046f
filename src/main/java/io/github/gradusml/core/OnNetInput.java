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
    if (loss instanceof SquaredError || loss instanceof Huber || loss instanceof LogCosh) {
      return 1;
    }
    return loss instanceof SquaredHinge ? 2 : Double.POSITIVE_INFINITY;
  }

  @Override
  public boolean isQuadratic() {
    return loss instanceof SquaredError;
  }
}
