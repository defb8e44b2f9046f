package io.github.gradusml.optimizer;

import io.github.gradusml.internal.Checks;

/**
 * See {@link Optimizer#adaGrad()}.
 *
 * @param epsilon keeps the divisor from 0
 */
record AdaGrad(double epsilon) implements Optimizer {
  AdaGrad {
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
      s[j] += gradient[j] * gradient[j];
      theta[j] -= eta * gradient[j] / (Math.sqrt(s[j]) + epsilon);
    }
  }

  @Override
  public String toString() {
    return "adagrad";
  }
}
