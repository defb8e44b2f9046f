package io.github.gradusml.core;

import io.github.gradusml.internal.ReproducibleMath;
import java.util.List;

/** See {@link Loss#logCosh()}. */
record LogCosh() implements Loss {
  private static final double LN_2 = 0.6931471805599453;

  @Override
  public double value(double prediction, double target) {
    // ln cosh r = ½·ln(1 + sinh²r), which keeps its digits near 0, where |r| − ln 2 cancels.
    double size = Math.abs(prediction - target);
    if (size < 1) {
      double up = ReproducibleMath.expm1(size);
      double sinh = 0.5 * (up + up / (1 + up));
      return 0.5 * ReproducibleMath.log1p(sinh * sinh);
    }
    return size - LN_2 + ReproducibleMath.log1p(ReproducibleMath.exp(-2 * size));
  }

  @Override
  public double derivative(double prediction, double target) {
    return ReproducibleMath.tanh(prediction - target);
  }

  @Override
  public double curvature() {
    return 1;
  }

  @Override
  public List<String> formulas() {
    return List.of("ln(cosh(ŷ − y))", "tanh(ŷ − y)");
  }

  @Override
  public String toString() {
    return "log-cosh";
  }
}
