package io.github.gradusml.stability;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import java.util.Optional;

/**
 * By what a training that diverges is known: weights or objectives beyond all measure, or an
 * objective that ends above all that it began with.
 *
 * <p>Article: section 4, Effect of learning rate: the weights explode.
 */
public final class Symptoms {
  /** Larger than any sensible weight of rows and targets around 1, with room for its square. */
  private static final double LARGEST_WEIGHT = 1e100;

  private static final double LARGEST_FINITE = 1e300;

  /** So many times their sensible size, weights that grow by the decay have done so for long. */
  private static final double LARGEST_BY_DECAY = 1e6;

  /** An objective so many times the usual one has diverged. */
  private static final double LARGEST_GROWTH = 1e6;

  private Symptoms() {}

  /**
   * Looks at weights.
   *
   * @param theta the parameters
   * @param size how large weights may sensibly be, {@link FeatureScales#sizeOfWeights}; 1 or more
   * @return what is wrong with them, in words; empty if nothing is
   */
  public static Optional<String> ofWeights(double[] theta, double size) {
    return ofWeight(firstBeyond(largestWeight(size), Checks.notNull("theta", theta)));
  }

  /**
   * Looks at weights that decoupled decay makes grow with every update, since η·λ is above 2. A
   * loss does not show it where a line separates the classes: it is 0 at any size.
   *
   * @param theta the parameters
   * @param size how large weights may sensibly be, {@link FeatureScales#sizeOfWeights}; 1 or more
   * @return what is wrong with them, in words; empty if nothing is
   */
  public static Optional<String> ofDecay(double[] theta, double size) {
    return ofWeight(firstBeyond(LARGEST_BY_DECAY * size, Checks.notNull("theta", theta)));
  }

  /**
   * Returns how large a weight may be before it is a symptom.
   *
   * @param size how large weights may sensibly be, {@link FeatureScales#sizeOfWeights}; 1 or more
   * @return the limit
   */
  public static double largestWeight(double size) {
    return Math.min(LARGEST_WEIGHT * size, LARGEST_FINITE);
  }

  /**
   * Says that a weight is too large.
   *
   * @param weight the weight; 0 for none
   * @return what is wrong with it, in words; empty if there is none
   */
  public static Optional<String> ofWeight(double weight) {
    return weight == 0 ? Optional.empty() : Optional.of("a weight became " + Texts.number(weight));
  }

  /**
   * Returns the first of some weights that is larger than a limit.
   *
   * @param limit how large they may be; at least 0
   * @param theta the parameters
   * @return the weight, or NaN if one is; 0 where there is none
   */
  public static double firstBeyond(double limit, double[] theta) {
    for (double value : Checks.notNull("theta", theta)) {
      if (!(Math.abs(value) <= limit)) { // NaN does not pass
        return value;
      }
    }
    return 0;
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
   * Looks at how a training ended: above all that it began with, and far above the best that it
   * saw.
   *
   * <p>Noise alone keeps an objective above its lowest, by up to twice as much at half the largest
   * stable rate; hence the factor.
   *
   * @param last the objective at the end
   * @param begun the objective of weights 0 or of the first weights, the larger
   * @param best the lowest objective seen, these included
   * @param factor how many times the best it may be
   * @return what is wrong with it, in words; empty if nothing is
   */
  public static Optional<String> ofEnd(double last, double begun, double best, double factor) {
    return last > begun && last > factor * best
        ? Optional.of(
            "the objective rose to "
                + Texts.number(last)
                + ", from "
                + Texts.number(best)
                + " at its lowest")
        : Optional.empty();
  }
}
