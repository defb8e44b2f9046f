package io.github.gradusml.core;

import io.github.gradusml.internal.Checks;
import java.util.List;

/**
 * See {@link Loss#epsilonInsensitive}.
 *
 * @param epsilon the free error
 */
record EpsilonInsensitive(double epsilon) implements Loss {
  EpsilonInsensitive {
    Checks.notNegative("epsilon", epsilon);
  }

  @Override
  public double value(double prediction, double target) {
    return Math.max(0, Math.abs(prediction - target) - epsilon);
  }

  @Override
  public double derivative(double prediction, double target) {
    double error = prediction - target;
    return Math.abs(error) > epsilon ? Math.signum(error) : 0;
  }

  @Override
  public List<String> formulas() {
    return List.of(
        "max(0, |ŷ − y| − " + epsilon + ")", "sign(ŷ − y) if |ŷ − y| > " + epsilon + ", else 0");
  }

  @Override
  public String toString() {
    return "epsilon-insensitive(epsilon " + epsilon + ")";
  }
}
