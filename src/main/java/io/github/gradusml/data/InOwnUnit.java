package io.github.gradusml.data;

import io.github.gradusml.core.Activation;

/**
 * An activation whose values are brought back to the unit of the targets: see {@link
 * TargetStandardizer#inOriginalUnits(io.github.gradusml.core.Output)}.
 *
 * @param activation φ
 * @param targets what the targets were standardized by
 */
record InOwnUnit(Activation activation, TargetStandardizer targets) implements Activation {
  @Override
  public double value(double z) {
    return targets.inverse(activation.value(z));
  }

  @Override
  public double derivative(double z) {
    return targets.scale() * activation.derivative(z);
  }

  @Override
  public double lower() {
    return targets.inverse(activation.lower());
  }

  @Override
  public double upper() {
    return targets.inverse(activation.upper());
  }

  @Override
  public boolean isThreshold() {
    return activation.isThreshold();
  }

  @Override
  public String toString() {
    return activation + " in units of the targets";
  }
}
