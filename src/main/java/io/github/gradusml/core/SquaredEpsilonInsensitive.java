package io.github.gradusml.core;

import io.github.gradusml.internal.Checks;
import java.util.List;

/**
 * See {@link Loss#squaredEpsilonInsensitive}.
 *
 * @param epsilon the free error
 */
record SquaredEpsilonInsensitive(double epsilon) implements Loss {
  SquaredEpsilonInsensitive {
    Checks.notNegative("epsilon", epsilon);
  }

  @Override
  public double value(double prediction, double target) {
    double excess = Math.max(0, Math.abs(prediction - target) - epsilon);
    return excess * excess;
  }

  @Override
  public double derivative(double prediction, double target) {
    double error = prediction - target;
    double excess = Math.abs(error) - epsilon;
    return excess > 0 ? Math.copySign(2 * excess, error) : 0;
  }

  @Override
  public double curvature() {
    return 2;
  }

  /** Where no error is free, it is the plain square. */
  @Override
  public boolean isQuadratic() {
    return epsilon == 0;
  }

  @Override
  public List<String> formulas() {
    return List.of(
        "max(0, |ŷ − y| − " + epsilon + ")²", "2·sign(ŷ − y)·max(0, |ŷ − y| − " + epsilon + ")");
  }

  @Override
  public String toString() {
    return "squared epsilon-insensitive(epsilon " + epsilon + ")";
  }
}
