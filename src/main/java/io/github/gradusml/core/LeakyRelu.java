package io.github.gradusml.core;

import io.github.gradusml.internal.Checks;

/**
 * See {@link Activation#leakyRelu} and, with slope 0, {@link Activation#relu}.
 *
 * @param slope the slope on the negative side
 */
record LeakyRelu(double slope) implements Activation {
  LeakyRelu {
    Checks.fraction("slope", slope);
  }

  @Override
  public double value(double z) {
    // Without the branch on slope, relu(−1) would be −0.0.
    return z > 0 ? z : slope == 0 ? 0 : slope * z;
  }

  @Override
  public double derivative(double z) {
    return z > 0 ? 1 : slope;
  }

  @Override
  public double lower() {
    return slope == 0 ? 0 : Double.NEGATIVE_INFINITY;
  }

  @Override
  public String toString() {
    return slope == 0 ? "relu" : "leaky relu(slope " + slope + ")";
  }
}
