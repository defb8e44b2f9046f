package io.github.gradusml.core;

import io.github.gradusml.internal.Checks;
import java.util.List;

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

  @Override
  public List<String> formulas() {
    return Checks.noneNull("formulas", loss.formulas()).stream()
        .map(line -> line.replace("ŷ", "z"))
        .toList();
  }
}
