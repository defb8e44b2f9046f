package io.github.gradusml.optimizer;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.ReadableNumbers;
import java.util.List;

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
  public boolean rests() {
    return true;
  }

  @Override
  public List<String> formulas() {
    return List.of("s ← s + g²", "θ ← θ − η·g/(√s + " + ReadableNumbers.brief(epsilon, 4) + ")");
  }

  @Override
  public List<String> memory() {
    return List.of("s");
  }

  @Override
  public String toString() {
    return "adagrad";
  }
}
