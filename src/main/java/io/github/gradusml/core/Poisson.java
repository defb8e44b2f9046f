package io.github.gradusml.core;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.ReproducibleMath;
import java.util.List;
import org.apache.commons.math3.util.FastMath;

/** See {@link Loss#poisson()}. */
record Poisson() implements Loss {
  /** Up to this ratio of logarithms the three terms of the loss cancel. */
  private static final double NEAR = 0.25;

  @Override
  public double value(double prediction, double target) {
    // The least number for 0: a count that should not have been costs much, and not ∞.
    return of(prediction, FastMath.log(Math.max(prediction, Double.MIN_VALUE)), target);
  }

  @Override
  public double derivative(double prediction, double target) {
    // Never −∞, which times a slope of 0 would be NaN.
    return target == 0 ? 1 : Math.max(1 - target / prediction, -Double.MAX_VALUE);
  }

  /** The loss of a rate and its logarithm: y·(eᵘ − 1 − u), u the logarithm of rate / y. */
  private static double of(double rate, double logRate, double y) {
    if (y == 0 || rate == Double.MAX_VALUE) {
      return rate;
    }
    double u = logRate - FastMath.log(y);
    return Math.abs(u) < NEAR ? y * ReproducibleMath.expm1mx(u) : rate - y * (1 + u);
  }

  @Override
  public boolean accepts(double target) {
    return target >= 0 && target < Double.POSITIVE_INFINITY;
  }

  @Override
  public String targetRule() {
    return "finite and >= 0 for poisson";
  }

  @Override
  public ComposedLoss compose(Activation activation) {
    if (Checks.notNull("activation", activation).equals(Activation.exponential())) {
      return new OfExponential();
    }
    if (!(activation.lower() >= 0)) {
      throw new IllegalArgumentException(
          "activation must have values >= 0 for poisson, but was "
              + activation
              + "; take Activation.exponential()");
    }
    return Loss.super.compose(activation);
  }

  @Override
  public List<String> formulas() {
    return List.of("ŷ − y + y·ln(y/ŷ)", "1 − y/ŷ");
  }

  @Override
  public String toString() {
    return "poisson";
  }

  /** The pair with the exponential, on the net input: the slope is ŷ − y. */
  private record OfExponential() implements ComposedLoss {
    @Override
    public double value(double z, double y) {
      return of(Activation.exponential().value(z), z, y);
    }

    @Override
    public double derivative(double z, double y) {
      return Activation.exponential().value(z) - y;
    }

    @Override
    public List<String> formulas() {
      return List.of(Loss.poisson().formulas().get(0), "ŷ − y");
    }
  }
}
