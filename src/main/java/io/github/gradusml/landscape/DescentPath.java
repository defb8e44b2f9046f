package io.github.gradusml.landscape;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.training.Objective;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The way that a training has gone: its parameters, update after update, and the objective along
 * it.
 *
 * <pre>{@code
 * θ₀ → θ₁ → … → θ_T        J(θ₀), J(θ₁), …, J(θ_T)
 * }</pre>
 *
 * <p>Its first point is where the training began, its last one where it was when the path was asked
 * for. A {@link PathRecorder} makes one; of long trainings it keeps every so many updates.
 *
 * <p>Article: section 2, Ways to update weights: batch descent goes straight, stochastic descent
 * wanders. Symbols: θ parameters, J objective.
 */
public final class DescentPath {
  private final Objective objective;
  private final List<PathPoint> points;

  DescentPath(Objective objective, List<PathPoint> points) {
    this.objective = objective;
    this.points = List.copyOf(points);
  }

  /**
   * Returns what was descended on.
   *
   * @return J
   */
  public Objective objective() {
    return objective;
  }

  /**
   * Returns all points that were kept.
   *
   * @return at least one, in the order of the updates
   */
  public List<PathPoint> points() {
    return points;
  }

  /**
   * Returns where the path begins.
   *
   * @return the first point
   */
  public PathPoint first() {
    return points.get(0);
  }

  /**
   * Returns where the path ends.
   *
   * @return the last point
   */
  public PathPoint last() {
    return points.get(points.size() - 1);
  }

  /**
   * Returns a number of each point, for instance {@code path.each(PathPoint::objective)}.
   *
   * @param number which number
   * @return a new array, one number a point
   */
  public double[] each(ToDoubleFunction<PathPoint> number) {
    Checks.notNull("number", number);
    return points.stream().mapToDouble(number).toArray();
  }

  /**
   * Returns the beginning of the path, so that paths can be compared that have cost the same.
   *
   * @param evaluations how many gradients of a row it may have cost; {@code >= 0}
   * @return the points up to the last one that has cost no more
   * @throws IllegalArgumentException if it is negative
   */
  public DescentPath upTo(long evaluations) {
    if (evaluations < 0) {
      throw new IllegalArgumentException("evaluations must be >= 0, but was " + evaluations);
    }
    return new DescentPath(
        objective, points.stream().filter(point -> point.evaluations() <= evaluations).toList());
  }

  /** Says how long it is. */
  @Override
  public String toString() {
    return "DescentPath(" + Texts.count(points.size(), "point") + ", to " + last() + ")";
  }
}
