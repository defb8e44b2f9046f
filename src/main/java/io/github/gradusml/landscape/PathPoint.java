package io.github.gradusml.landscape;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;

/**
 * A place on a {@link DescentPath}: the parameters after so many updates.
 *
 * <p>Article: section 2, Ways to update weights. Symbols: θ parameters, J objective.
 */
public final class PathPoint {
  private final long updates;
  private final long evaluations;
  private final double[] theta;
  private final double objective;

  PathPoint(long updates, long evaluations, double[] theta, double objective) {
    this.updates = updates;
    this.evaluations = evaluations;
    this.theta = theta;
    this.objective = objective;
  }

  /**
   * Returns the number of updates made before.
   *
   * @return 0 at the start of a training that resumes no other
   */
  public long updates() {
    return updates;
  }

  /**
   * Returns the number of rows whose gradient was computed since the path began: what the way here
   * has cost, however many rows an update looks at.
   *
   * @return 0 at the start
   */
  public long evaluations() {
    return evaluations;
  }

  /**
   * Returns all parameters.
   *
   * @return θ, a new array
   */
  public double[] theta() {
    return theta.clone();
  }

  /**
   * Returns one of the parameters.
   *
   * @param index which one, from 0
   * @return its value
   * @throws IndexOutOfBoundsException if there is none of this number
   */
  public double parameter(int index) {
    return theta[Checks.index("index", index, theta.length)];
  }

  /**
   * Returns the objective here, over all rows.
   *
   * @return J(θ)
   */
  public double objective() {
    return objective;
  }

  /** Says where it is. */
  @Override
  public String toString() {
    return "PathPoint("
        + Texts.count(updates, "update")
        + ", "
        + Texts.count(evaluations, "evaluation")
        + ", objective "
        + objective
        + ")";
  }
}
