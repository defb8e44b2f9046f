package io.github.gradusml.training;

import io.github.gradusml.rows.RestingWeights;
import io.github.gradusml.rows.TouchedColumns;

/**
 * θ of a training, its gradient, and what is remembered of it: what an update has at hand, and all.
 *
 * <p>Where rows are sparse, an update has at hand the weights of the columns that its rows have,
 * and what lies above the first weights; all the others rest.
 */
interface Parameters {
  /** θ at hand; to be changed by an update. */
  double[] theta();

  /** ∇J at hand, as long as {@link #theta()}. */
  double[] gradient();

  /** What the optimizer remembers of {@link #theta()}. */
  double[][] state();

  /** What the penalties remember of {@link #theta()}. */
  double[][] penaltyState();

  /** Takes at hand what the rows of a batch touch. */
  void turnTo(TouchedColumns columns);

  /** Puts back what an update with rate η has changed. */
  void putBack(double eta);

  /** The weights of the first layer, for steps that need no gradient written down. */
  RestingWeights weights();

  /** Writes all parameters, as they are now. */
  void copyTo(double[] all);

  /** All parameters as they are now; a new array. */
  default double[] copy() {
    double[] all = new double[size()];
    copyTo(all);
    return all;
  }

  /** How many there are. */
  int size();

  /** The first of all parameters that is larger than a limit or NaN; 0 where there is none. */
  double firstBeyond(double limit);

  /** All that the optimizer remembers, as it is now; a copy. */
  double[][] allState();

  /** All that the penalties remember, as it is now; a copy. */
  double[][] allPenaltyState();

  /** ∇J of the last update for all parameters; a new array. */
  double[] wholeGradient();

  /** ‖∇J‖ of the last update, all parameters included. */
  double gradientNorm();

  /** Brings all weights up to date, before an epoch begins. */
  void settle();
}
