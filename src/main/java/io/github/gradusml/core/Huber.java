package io.github.gradusml.core;

import io.github.gradusml.internal.Checks;
import java.util.List;

/**
 * See {@link Loss#huber}.
 *
 * @param delta where the two pieces meet
 */
record Huber(double delta) implements Loss {
  Huber {
    Checks.positive("delta", delta);
  }

  @Override
  public double value(double prediction, double target) {
    double size = Math.abs(prediction - target);
    return size <= delta ? 0.5 * size * size : delta * (size - 0.5 * delta);
  }

  @Override
  public double derivative(double prediction, double target) {
    return Math.max(-delta, Math.min(delta, prediction - target));
  }

  @Override
  public double curvature() {
    return 1;
  }

  @Override
  public List<String> formulas() {
    return List.of(
        "½·(ŷ − y)² if |ŷ − y| ≤ " + delta + ", else " + delta + "·(|ŷ − y| − " + delta + "/2)",
        "ŷ − y, cut to [−" + delta + ", " + delta + "]");
  }

  @Override
  public String toString() {
    return "huber(delta " + delta + ")";
  }
}
