package io.github.gradusml.landscape;

import io.github.gradusml.core.Model;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.training.Objective;

/**
 * Two parameters of an objective, while all others are held.
 *
 * @param objective what is looked at
 * @param others all parameters; those of the two do not matter
 * @param first the number of the one
 * @param second the number of the other
 * @param withPenalty whether the height is the objective, or the mean loss alone
 */
record Plane(Objective objective, double[] others, int first, int second, boolean withPenalty) {
  /** The plane of a model with two parameters. */
  static Plane of(Objective objective) {
    int count = Checks.notNull("objective", objective).parameters();
    if (count != 2) {
      throw new IllegalArgumentException(
          "objective must have 2 parameters to be a surface, but has "
              + count
              + "; LossSurface.of(objective, model, first, second) holds the others,"
              + " and LossSlice goes straight through all of them");
    }
    return new Plane(objective, new double[2], 0, 1, true);
  }

  /** The plane through a model along two of its parameters. */
  static Plane of(Objective objective, Model<?> model, int first, int second) {
    Checks.notNull("objective", objective);
    double[] others = parameters("model", model, objective);
    Checks.index("first", first, others.length);
    Checks.index("second", second, others.length);
    if (first == second) {
      throw new IllegalArgumentException("first and second must differ, but both were " + first);
    }
    return new Plane(objective, others, first, second, true);
  }

  /** The parameters of a model, which must be as many as those of the objective. */
  static double[] parameters(String name, Model<?> model, Objective objective) {
    double[] theta = Checks.notNull(name, model).parameters();
    if (theta.length != objective.parameters()) {
      throw new IllegalArgumentException(
          name
              + " must have "
              + objective.parameters()
              + " parameters, as the objective has, but has "
              + theta.length);
    }
    return theta;
  }

  Plane withoutPenalty() {
    return new Plane(objective, others, first, second, false);
  }

  private double[] theta(double x, double y) {
    double[] theta = others.clone();
    theta[first] = x;
    theta[second] = y;
    return theta;
  }

  double height(double x, double y) {
    double[] theta = theta(x, y);
    return withPenalty ? objective.at(theta) : objective.dataLoss(theta);
  }

  double penalty(double x, double y) {
    return objective.penalty(theta(x, y));
  }
}
