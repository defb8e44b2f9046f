package io.github.gradusml.landscape;

import io.github.gradusml.core.Model;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Randomness;
import io.github.gradusml.internal.Vectors;
import io.github.gradusml.training.Objective;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * The objective along a straight line through the parameters of any model.
 *
 * <pre>{@code
 * J(θ + t·d)        between two models: d = θ' − θ, from t = 0 to t = 1
 * }</pre>
 *
 * <p>It shows what lies on one line, and nothing of what lies beside it: a hill between two models
 * may have a way around it, and a slice without one may run along a narrow ridge.
 *
 * <p>Article: section 4, Learning rate: local and global optima. Symbols: θ parameters, J
 * objective.
 *
 * <p>Source: I. Goodfellow, O. Vinyals, A. Saxe, Qualitatively characterizing neural network
 * optimization problems, 2015, arXiv:1412.6544.
 */
public final class LossSlice {
  private static final int POINTS = 101;
  private static final int MOST_POINTS = 100_000;

  private final Objective objective;
  private final double[] theta;
  private final double[] direction;
  private final double[] end;
  private final double from;
  private final double to;
  private final double[] heights;

  /** {@code end} is where t is 1, to the bit; null where only the direction is known. */
  private LossSlice(
      Objective objective,
      double[] theta,
      double[] direction,
      double[] end,
      double from,
      double to,
      int points) {
    this.objective = objective;
    this.theta = theta;
    this.direction = direction;
    this.end = end;
    this.from = from;
    this.to = to;
    this.heights = new double[points];
    for (int k = 0; k < points; k++) {
      SurfaceGrid.goOnUnlessInterrupted("slice");
      heights[k] = at(position(k));
    }
  }

  /**
   * Returns the objective on the line between two models: 101 places from the one, t = 0, to the
   * other, t = 1. At both ends it is that of the models, to the last bit.
   *
   * @param objective what is looked at
   * @param one a model
   * @param other another of the same kind
   * @return the slice
   * @throws IllegalArgumentException if a model and the objective differ in the number of
   *     parameters
   * @throws CancellationException if the thread is interrupted
   */
  public static LossSlice between(Objective objective, Model<?> one, Model<?> other) {
    Checks.notNull("objective", objective);
    double[] theta = Plane.parameters("one", one, objective);
    double[] end = Plane.parameters("other", other, objective);
    double[] direction = new double[theta.length];
    Arrays.setAll(direction, j -> end[j] - theta[j]);
    return new LossSlice(objective, theta, direction, end, 0, 1, POINTS);
  }

  /**
   * Returns the objective along a direction from a model, at 101 places.
   *
   * @param objective what is looked at
   * @param model where t is 0
   * @param direction d, one finite number a parameter, for instance a {@link #randomDirection} or
   *     the gradient
   * @param from the smallest t; finite
   * @param to the largest t; finite, above {@code from}
   * @return the slice
   * @throws IllegalArgumentException if the direction has another length, is 0 or not finite, or
   *     the range is empty
   * @throws CancellationException if the thread is interrupted
   */
  public static LossSlice along(
      Objective objective, Model<?> model, double[] direction, double from, double to) {
    Checks.notNull("objective", objective);
    double[] theta = Plane.parameters("model", model, objective);
    double[] d = Checks.notNull("direction", direction).clone();
    if (d.length != theta.length) {
      throw new IllegalArgumentException(
          "direction must have " + theta.length + " numbers, one a parameter, but has " + d.length);
    }
    for (int j = 0; j < d.length; j++) {
      Checks.finite("direction[" + j + "]", d[j]);
    }
    if (Arrays.stream(d).allMatch(number -> number == 0)) {
      throw new IllegalArgumentException("direction must not be 0, but all its numbers are");
    }
    checkRange(from, to);
    return new LossSlice(objective, theta, d, null, from, to, POINTS);
  }

  private static void checkRange(double from, double to) {
    Checks.finite("from", from);
    if (!(Checks.finite("to", to) > from && to - from < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "to must be above from, " + from + ", by a finite length, but was " + to);
    }
  }

  /**
   * Returns a direction at random that is about as long as the parameters themselves: normal random
   * numbers, in each block scaled to the length of the block in the model. Weights that are large
   * because the layer before them is small are so no flatter to look at than others.
   *
   * <pre>{@code
   * d_block = ‖θ_block‖ · r / ‖r‖        r ~ N(0, I)
   * }</pre>
   *
   * <p>Where a block is 0, as biases often are, the direction is 0 there too.
   *
   * <p>Source: H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein, Visualizing the loss landscape of
   * neural nets, 2018, arXiv:1712.09913, who scale by filters; here it is by blocks.
   *
   * @param model has the blocks and their lengths
   * @param seed the same seed gives the same direction
   * @return d, a new array with one number a parameter
   * @throws IllegalArgumentException if all parameters of the model are 0
   */
  public static double[] randomDirection(Model<?> model, long seed) {
    double[] theta = Checks.notNull("model", model).parameters();
    if (Arrays.stream(theta).allMatch(number -> number == 0)) {
      throw new IllegalArgumentException(
          "model must have a parameter that is not 0 for the length of the direction,"
              + " but all its parameters are");
    }
    RandomGenerator random = Randomness.of(seed);
    double[] direction = new double[theta.length];
    Arrays.setAll(direction, j -> random.nextGaussian());
    for (ParameterBlock block : model.blocks()) {
      double wanted = norm(theta, block);
      double factor = wanted / norm(direction, block);
      for (int j = block.from(); j < block.to(); j++) {
        direction[j] = wanted == 0 ? 0 : factor * direction[j];
      }
    }
    return direction;
  }

  private static double norm(double[] numbers, ParameterBlock block) {
    return Vectors.norm(numbers, block.from(), block.to() - block.from());
  }

  /**
   * Sets how far the slice reaches, for instance from −0.5 to 1.5 to see beyond both models.
   *
   * @param from the smallest t; finite
   * @param to the largest t; finite, above {@code from}
   * @return another slice
   * @throws IllegalArgumentException if the range is empty
   * @throws CancellationException if the thread is interrupted
   */
  public LossSlice withRange(double from, double to) {
    checkRange(from, to);
    return new LossSlice(objective, theta, direction, end, from, to, heights.length);
  }

  /**
   * Sets at how many places the objective is computed.
   *
   * @param points from 2 to 100,000
   * @return another slice
   * @throws IllegalArgumentException if there are fewer or more
   * @throws CancellationException if the thread is interrupted
   */
  public LossSlice withPoints(int points) {
    Checks.from("points", points, 2, MOST_POINTS);
    return new LossSlice(objective, theta, direction, end, from, to, points);
  }

  private double position(int k) {
    int last = heights.length - 1;
    return k == last ? to : from + (double) k / last * (to - from);
  }

  /**
   * Returns the places along the line.
   *
   * @return each t, in a new array, ascending
   */
  public double[] positions() {
    double[] positions = new double[heights.length];
    Arrays.setAll(positions, this::position);
    return positions;
  }

  /**
   * Returns the objective at each place.
   *
   * @return a new array, as long as {@link #positions}
   */
  public double[] objectives() {
    return heights.clone();
  }

  /**
   * Returns the objective at any place of the line.
   *
   * @param t how far along; finite
   * @return J(θ + t·d); infinite or NaN where a loss is
   * @throws IllegalArgumentException if t is not finite
   */
  public double at(double t) {
    Checks.finite("t", t);
    if (t == 0) {
      return objective.at(theta);
    }
    if (t == 1 && end != null) {
      return objective.at(end); // θ + (θ' − θ) may differ from θ' by a rounding
    }
    double[] there = new double[theta.length];
    Arrays.setAll(there, j -> theta[j] + t * direction[j]);
    return objective.at(there);
  }

  /** Says how far it reaches. */
  @Override
  public String toString() {
    return "LossSlice(" + objective + ", t from " + from + " to " + to + ")";
  }
}
