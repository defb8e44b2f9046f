package io.github.gradusml.core;

import io.github.gradusml.internal.Checks;
import java.util.List;

/**
 * See {@link Loss#quantile}.
 *
 * @param quantile which quantile, in (0, 1)
 */
record Quantile(double quantile) implements Loss {
  Quantile {
    Checks.inside("quantile", quantile, 0, 1);
  }

  @Override
  public double value(double prediction, double target) {
    double error = prediction - target;
    return error < 0 ? -quantile * error : (1 - quantile) * error;
  }

  @Override
  public double derivative(double prediction, double target) {
    double error = prediction - target;
    return error < 0 ? -quantile : error > 0 ? 1 - quantile : 0;
  }

  @Override
  public List<String> formulas() {
    return List.of(
        quantile + "·(y − ŷ) if ŷ < y, else (1 − " + quantile + ")·(ŷ − y)",
        "−" + quantile + " if ŷ < y, 1 − " + quantile + " if ŷ > y, else 0");
  }

  @Override
  public String toString() {
    return "quantile(" + quantile + ")";
  }
}
