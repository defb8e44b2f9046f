package io.github.gradusml.training;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Vectors;
import io.github.gradusml.update.UpdateStrategy;

/**
 * What a training minimizes, as a function of the parameters.
 *
 * <pre>{@code
 * J(θ) = 1/n · Σ L(ŷᵢ, yᵢ) + R(w)
 * }</pre>
 *
 * <p>Rows with weights count as often as these say. An objective is immutable and may be shared by
 * threads.
 *
 * <p>Article: section 2, Ways to update weights. Symbols: J objective, θ parameters, R penalty.
 */
public final class Objective {
  private final TrainerSettings settings;
  private final Model<?> model;
  private final Dataset data;
  private final int parameters;

  private Objective(TrainerSettings settings, Model<?> model, Dataset data) {
    this.settings = settings;
    this.model = model;
    this.data = data;
    this.parameters = model.parameters().length;
  }

  /**
   * Returns the objective of a training.
   *
   * @param trainer has the loss and the penalties
   * @param model the model; its weights do not matter
   * @param data the rows
   * @return the objective
   * @throws IllegalArgumentException if model, loss and rows do not fit each other, as {@link
   *     Trainer#fit} says
   */
  public static Objective of(Trainer trainer, Model<?> model, Dataset data) {
    TrainerSettings settings = Checks.notNull("trainer", trainer).settings();
    Checks.notNull("model", model);
    Checks.notNull("data", data);
    // Early stopping, metrics and the order of the rows play no part in it.
    TrainerSettings alone = settings.unobserved().with(s -> s.updates = UpdateStrategy.batch());
    FitChecks.all(alone, model, data, null);
    model.output().compose(settings.loss); // fails where they do not fit each other
    return of(settings, model, data);
  }

  /** The same where all has been checked. */
  static Objective of(TrainerSettings settings, Model<?> model, Dataset data) {
    return new Objective(settings, model, data);
  }

  /**
   * Returns the number of parameters.
   *
   * @return at least 1
   */
  public int parameters() {
    return parameters;
  }

  /**
   * Returns the number of rows that the mean is over.
   *
   * @return at least 1
   */
  public int rows() {
    return data.rows();
  }

  /**
   * Returns the objective.
   *
   * @param theta θ, all parameters
   * @return J(θ); infinite or NaN where a loss is
   * @throws IllegalArgumentException if there are more or fewer than {@link #parameters()}
   */
  public double at(double... theta) {
    return dataLoss(theta) + penalty(theta);
  }

  /**
   * Returns the mean loss alone.
   *
   * @param theta θ, all parameters
   * @return 1/n · Σ L
   * @throws IllegalArgumentException if there are more or fewer than {@link #parameters()}
   */
  public double dataLoss(double... theta) {
    checkLength(theta);
    int n = data.rows();
    return LossGradient.over(model, settings.loss, data).loss(0, n, theta) / n;
  }

  /**
   * Returns the penalty alone.
   *
   * @param theta θ, all parameters
   * @return R(w)
   * @throws IllegalArgumentException if there are more or fewer than {@link #parameters()}
   */
  public double penalty(double... theta) {
    checkLength(theta);
    return weightPenalty().value(theta);
  }

  /**
   * Returns the gradient of the mean loss and of the smooth part of the penalty.
   *
   * @param theta θ, all parameters
   * @return ∇, a new array with one number a parameter; at a kink, a subgradient
   * @throws IllegalArgumentException if there are more or fewer than {@link #parameters()}
   */
  public double[] gradient(double... theta) {
    checkLength(theta);
    int n = data.rows();
    double[] gradient = new double[parameters];
    LossGradient.over(model, settings.loss, data).gradient(0, n, n, theta, gradient, false);
    Vectors.scale(1.0 / n, gradient, 0, parameters);
    weightPenalty().addGradient(theta, gradient);
    return gradient;
  }

  private WeightPenalty weightPenalty() {
    Checkpoint begin = Checkpoint.start(settings, new double[parameters]);
    return new WeightPenalty(settings, model.blocks(), begin, parameters);
  }

  private void checkLength(double[] theta) {
    Checks.notNull("theta", theta);
    if (theta.length != parameters) {
      throw new IllegalArgumentException(
          "theta must have " + parameters + " parameters, but has " + theta.length);
    }
  }

  /** Says what it is of. */
  @Override
  public String toString() {
    return "Objective(" + settings.loss + ", " + settings.regularizer + ")";
  }
}
