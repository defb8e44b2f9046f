package io.github.gradusml.training;

import io.github.gradusml.internal.Vectors;
import io.github.gradusml.rows.RestingWeights;
import io.github.gradusml.rows.TouchedColumns;
import io.github.gradusml.stability.Symptoms;

/**
 * Parameters all of which are at hand for every update.
 *
 * @param theta θ
 * @param gradient ∇J
 * @param state what the optimizer remembers
 * @param penaltyState what the penalties remember
 * @param weights those of the first layer, none of which rests
 */
record AllParameters(
    double[] theta,
    double[] gradient,
    double[][] state,
    double[][] penaltyState,
    RestingWeights weights)
    implements Parameters {
  @Override
  public void turnTo(TouchedColumns columns) {}

  @Override
  public void putBack(double eta) {}

  @Override
  public void copyTo(double[] all) {
    System.arraycopy(theta, 0, all, 0, theta.length);
  }

  @Override
  public int size() {
    return theta.length;
  }

  @Override
  public double firstBeyond(double limit) {
    return Symptoms.firstBeyond(limit, theta);
  }

  @Override
  public double[][] allState() {
    return Checkpoint.copy(state);
  }

  @Override
  public double[][] allPenaltyState() {
    return Checkpoint.copy(penaltyState);
  }

  @Override
  public double[] wholeGradient() {
    return gradient.clone();
  }

  @Override
  public double gradientNorm() {
    return Vectors.norm(gradient, 0, gradient.length);
  }

  @Override
  public void settle() {}
}
