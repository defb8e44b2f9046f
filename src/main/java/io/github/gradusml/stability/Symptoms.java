package io.github.gradusml.stability;

import io.github.gradusml.internal.Texts;
import java.util.Optional;

/**
 * By what a training that diverges is known: weights or objectives beyond all measure, or an
 * objective that only rises.
 *
 * <p>Article: section 4, Effect of learning rate: the weights explode.
 */
public final class Symptoms {
  /** Larger than any sensible weight, and small enough that nothing computed from it overflows. */
  private static final double LARGEST_WEIGHT = 1e100;

  /** An objective so many times the usual one has diverged. */
  private static final double LARGEST_GROWTH = 1e6;

  private Symptoms() {}

  /**
   * Looks at weights.
   *
   * @param theta the parameters
   * @return what is wrong with them, in words; empty if nothing is
   */
  public static Optional<String> ofWeights(double[] theta) {
    for (double value : theta) {
      // Written so that NaN does not pass.
      if (!(Math.abs(value) <= LARGEST_WEIGHT)) {
        return Optional.of("a weight became " + Texts.number(value));
      }
    }
    return Optional.empty();
  }

  /**
   * Looks at an objective.
   *
   * @param objective the objective
   * @param usual one to compare it with: that of weights 0, that of the start, or what one step
   *     adds to a loss of slope 1, such as the hinge, which swings at a large rate and does not
   *     diverge; the largest of these
   * @return what is wrong with it, in words; empty if nothing is
   */
  public static Optional<String> ofObjective(double objective, double usual) {
    // Written so that NaN does not pass, nor ∞ where the usual objective is large.
    return objective <= Math.min(LARGEST_GROWTH * usual, Double.MAX_VALUE)
        ? Optional.empty()
        : Optional.of("the objective became " + Texts.number(objective));
  }

  /**
   * Looks at the objectives of all epochs: whether they did nothing but rise over the second half
   * of at least ten, by half or more, to above what they were without any training.
   *
   * @param objectives the objective after each epoch
   * @param start the objective of weights 0 or of the first weights, the larger
   * @return what is wrong with them, in words; empty if nothing is
   */
  public static Optional<String> ofObjectives(double[] objectives, double start) {
    if (objectives.length < Oscillation.LEAST_EPOCHS) {
      return Optional.empty();
    }
    double[] late = Oscillation.secondHalf(objectives);
    for (int i = 1; i < late.length; i++) {
      if (!(late[i] > late[i - 1])) {
        return Optional.empty();
      }
    }
    double last = late[late.length - 1];
    return last >= Oscillation.LEAST_SPREAD * late[0] && last > start
        ? Optional.of("the objective rose and rose, to " + Texts.number(last))
        : Optional.empty();
  }
}
