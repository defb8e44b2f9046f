package io.github.gradusml.regularization;

import io.github.gradusml.internal.Checks;
import java.util.List;

/**
 * See {@link Regularizer#decoupled}.
 *
 * @param decay the strength
 */
record Decoupled(double decay) implements Regularizer {
  Decoupled {
    Checks.notNegative("decay", decay);
  }

  /** 0: the decay is a part of the step, not of the objective. */
  @Override
  public double value(double[] theta, int from, int to) {
    return 0;
  }

  @Override
  public void addGradient(double[] theta, double[] gradient, int from, int to) {}

  @Override
  public void beforeStep(double[] theta, int from, int to, double eta) {
    double kept = 1 - eta * decay;
    for (int j = from; j < to; j++) {
      theta[j] *= kept;
    }
  }

  @Override
  public boolean decays() {
    return decay > 0;
  }

  @Override
  public double curvature() {
    return decay;
  }

  @Override
  public double shrinkage() {
    return 0;
  }

  @Override
  public List<String> formulas() {
    return List.of("w ← (1 − η·" + decay + ")·w");
  }

  @Override
  public String toString() {
    return "decoupled(decay " + decay + ")";
  }
}
