package io.github.gradusml.optimizer;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.ReadableNumbers;
import io.github.gradusml.internal.ReproducibleMath;
import java.util.List;

/**
 * See {@link Optimizer#adam(double, double)}.
 *
 * @param beta1 the share of the mean that is kept
 * @param beta2 the share of the mean square that is kept
 * @param epsilon keeps the divisor from 0
 */
record Adam(double beta1, double beta2, double epsilon) implements Optimizer {
  Adam {
    Checks.fraction("beta1", beta1);
    Checks.fraction("beta2", beta2);
    Checks.positive("epsilon", epsilon);
  }

  @Override
  public int stateVectors() {
    return 2;
  }

  @Override
  public void step(double[] theta, double[] gradient, double eta, double[][] state, long t) {
    double[] m = state[0];
    double[] v = state[1];
    // Both moments start at 0; without the corrections the first steps would be too short.
    double meanCorrection = oneMinusPower(beta1, t);
    double squareCorrection = oneMinusPower(beta2, t);
    for (int j = 0; j < theta.length; j++) {
      m[j] = beta1 * m[j] + (1 - beta1) * gradient[j];
      v[j] = beta2 * v[j] + (1 - beta2) * gradient[j] * gradient[j];
      double mean = m[j] / meanCorrection;
      double square = v[j] / squareCorrection;
      theta[j] -= eta * mean / (Math.sqrt(square) + epsilon);
    }
  }

  /** 1 − βᵗ; FastMath.pow with a whole number would make some thirty objects at every step. */
  private static double oneMinusPower(double beta, long t) {
    return -ReproducibleMath.expm1(t * ReproducibleMath.log1p(beta - 1));
  }

  @Override
  public List<String> formulas() {
    return List.of(
        "m ← " + beta1 + "·m + (1 − " + beta1 + ")·g",
        "v ← " + beta2 + "·v + (1 − " + beta2 + ")·g²",
        "θ ← θ − η·(m/(1 − "
            + beta1
            + "ᵗ))/(√(v/(1 − "
            + beta2
            + "ᵗ)) + "
            + ReadableNumbers.brief(epsilon, 4)
            + ")");
  }

  @Override
  public List<String> memory() {
    return List.of("m", "v");
  }

  @Override
  public String toString() {
    return "adam(beta1 " + beta1 + ", beta2 " + beta2 + ")";
  }
}
