package io.github.gradusml.optimizer;

import io.github.gradusml.internal.Checks;
import java.util.List;

/**
 * See {@link Optimizer#momentum}.
 *
 * @param momentum the share of the velocity that is kept
 */
record Momentum(double momentum) implements Optimizer {
  Momentum {
    Checks.fraction("momentum", momentum);
  }

  @Override
  public int stateVectors() {
    return 1;
  }

  @Override
  public void step(double[] theta, double[] gradient, double eta, double[][] state, long t) {
    double[] v = state[0];
    for (int j = 0; j < theta.length; j++) {
      v[j] = momentum * v[j] + gradient[j];
      theta[j] -= eta * v[j];
    }
  }

  /** From the roots of z² − (1 + μ − ηλ)·z + μ, which leave the unit circle at −1. */
  @Override
  public double stabilityLimit() {
    return 2 + 2 * momentum;
  }

  @Override
  public double steadyStep() {
    return 1 / (1 - momentum);
  }

  @Override
  public List<String> formulas() {
    return List.of("v ← " + momentum + "·v + g", "θ ← θ − η·v");
  }

  @Override
  public List<String> memory() {
    return List.of("v");
  }

  @Override
  public String toString() {
    return "momentum(" + momentum + ")";
  }
}
