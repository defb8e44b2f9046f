package io.github.gradusml.optimizer;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.ReadableNumbers;
import io.github.gradusml.internal.ReproducibleMath;
import io.github.gradusml.internal.Vectors;
import java.util.List;

/**
 * See {@link Optimizer#rmsProp(double)}.
 *
 * @param rho the share of the mean square that is kept
 * @param epsilon keeps the divisor from 0
 */
record RmsProp(double rho, double epsilon) implements Optimizer {
  RmsProp {
    Checks.fraction("rho", rho);
    Checks.positive("epsilon", epsilon);
  }

  @Override
  public int stateVectors() {
    return 1;
  }

  @Override
  public void step(double[] theta, double[] gradient, double eta, double[][] state, long t) {
    double[] s = state[0];
    for (int j = 0; j < theta.length; j++) {
      s[j] = rho * s[j] + (1 - rho) * gradient[j] * gradient[j];
      theta[j] -= eta * gradient[j] / (Math.sqrt(s[j]) + epsilon);
    }
  }

  @Override
  public boolean rests() {
    return true;
  }

  @Override
  public void rest(double[][] state, int from, int to, long steps) {
    if (steps > 0) {
      double left =
          ReproducibleMath.exp(steps * ReproducibleMath.log1p(rho - 1)); // ρ to that power
      Vectors.scale(left, state[0], from, to - from);
    }
  }

  @Override
  public List<String> formulas() {
    return List.of(
        "s ← " + rho + "·s + (1 − " + rho + ")·g²",
        "θ ← θ − η·g/(√s + " + ReadableNumbers.brief(epsilon, 4) + ")");
  }

  @Override
  public List<String> memory() {
    return List.of("s");
  }

  @Override
  public String toString() {
    return "rmsprop(rho " + rho + ")";
  }
}
