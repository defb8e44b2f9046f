package io.github.gradusml.core;

import io.github.gradusml.internal.Checks;
import java.util.List;

/**
 * See {@link Activation#leakyRelu} and, with slope 0, {@link Activation#relu}.
 *
 * @param slope the slope on the negative side
 */
record LeakyRelu(double slope) implements Activation {
  LeakyRelu {
    slope = Checks.fraction("slope", slope) + 0.0; // −0 is 0
  }

  // No branches on z: in a layer half of the units go either way, which no processor can predict.

  @Override
  public double value(double z) {
    // Without the branch on slope, relu(−1) would be −0.0.
    return slope == 0 ? Math.max(0, z) : Math.max(z, slope * z);
  }

  @Override
  public double derivative(double z) {
    double isPositive = Double.doubleToRawLongBits(0.0 - z) >>> 63; // the sign of −z; 0 at ±0
    return isPositive + (1 - isPositive) * slope;
  }

  @Override
  public double lower() {
    return slope == 0 ? 0 : Double.NEGATIVE_INFINITY;
  }

  @Override
  public List<String> formulas() {
    return slope == 0
        ? List.of("max(0, z)", "1 if z > 0, else 0")
        : List.of("z if z > 0, else " + slope + "·z", "1 if z > 0, else " + slope);
  }

  @Override
  public String toString() {
    return slope == 0 ? "relu" : "leaky relu(slope " + slope + ")";
  }
}
