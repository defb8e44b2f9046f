package io.github.gradusml.optimizer;

import java.util.List;

/** See {@link Optimizer#gradientDescent()}. */
record GradientDescent() implements Optimizer {
  @Override
  public void step(double[] theta, double[] gradient, double eta, double[][] state, long t) {
    for (int j = 0; j < theta.length; j++) {
      theta[j] -= eta * gradient[j];
    }
  }

  @Override
  public boolean allowsShrinking() {
    return true;
  }

  @Override
  public double stabilityLimit() {
    return 2;
  }

  @Override
  public double steadyStep() {
    return 1;
  }

  @Override
  public boolean rests() {
    return true;
  }

  @Override
  public List<String> formulas() {
    return List.of("θ ← θ − η·g");
  }

  @Override
  public String toString() {
    return "gradient descent";
  }
}
