package io.github.gradusml.metric;

import io.github.gradusml.internal.Checks;

/**
 * What the two kinds of mistakes cost where two classes are told apart, in any unit: what is right
 * costs nothing.
 *
 * <pre>{@code
 * cost of a row: c_FP where it is of class 0 and taken for class 1,
 *                c_FN where it is of class 1 and taken for class 0
 * cheapest cut of probabilities that are right:  c_FP / (c_FP + c_FN)
 * }</pre>
 *
 * <p>Where being right costs or earns something as well, hand over the differences: what is lost by
 * taking a row for the other class. Costs that differ from row to row go into the rows' weights.
 * For more than two classes there are no costs here: with a cost c(u, v) of taking class v for
 * class u, take the class u with the smallest Σᵥ pᵥ·c(u, v).
 *
 * <p>Symbols: c cost, FP false positive, FN false negative, p probability.
 *
 * <p>Source: C. Elkan, The foundations of cost-sensitive learning, IJCAI 2001.
 *
 * @param falsePositive c_FP, of a false alarm; finite and above 0
 * @param falseNegative c_FN, of a row of class 1 that is missed; finite and above 0
 */
public record MistakeCosts(double falsePositive, double falseNegative) {
  /**
   * Checks the costs.
   *
   * @param falsePositive finite and above 0
   * @param falseNegative finite and above 0
   * @throws IllegalArgumentException if one is not, or one is more than 1e300 times the other
   */
  public MistakeCosts {
    Checks.positive("falsePositive", falsePositive);
    Checks.positive("falseNegative", falseNegative);
    Checks.inside("falsePositive/falseNegative", falsePositive / falseNegative, 1e-300, 1e300);
  }

  /**
   * Returns costs.
   *
   * @param falsePositive c_FP, of a false alarm; finite and above 0
   * @param falseNegative c_FN, of a row of class 1 that is missed; finite and above 0
   * @return the costs
   * @throws IllegalArgumentException if one is not, or one is more than 1e300 times the other
   */
  public static MistakeCosts of(double falsePositive, double falseNegative) {
    return new MistakeCosts(falsePositive, falseNegative);
  }

  /**
   * Returns from which probability of class 1 on it is cheapest to take a row for it, if the
   * probabilities are right.
   *
   * @return c_FP / (c_FP + c_FN), above 0, and 1 by rounding alone
   */
  public double cut() {
    return 1 / (1 + falseNegative / falsePositive);
  }

  /**
   * Returns the mean cost of rows that are told apart as the scores' output does.
   *
   * @param scores of rows of two classes
   * @return per row, where rows count as often as their weights say
   * @throws IllegalArgumentException if the targets are others, or there are more classes
   * @throws IllegalStateException if the output tells no classes apart
   */
  public double mean(Scores scores) {
    checkTwo(Checks.notNull("scores", scores));
    int[] actual = scores.actualClasses();
    return meanOf(
        Means.mean(scores, row -> scores.classified(row) > actual[row] ? 1 : 0),
        Means.mean(scores, row -> scores.classified(row) < actual[row] ? 1 : 0));
  }

  /** The mean cost where so many of all rows are mistakes of either kind. */
  double meanOf(double falsePositiveShare, double falseNegativeShare) {
    return falsePositive * falsePositiveShare + falseNegative * falseNegativeShare;
  }

  /**
   * Returns what mistakes cost wherever one cuts.
   *
   * @param scores of rows of two classes that the model was not trained on, with one net input
   * @return the costs by cut
   * @throws IllegalArgumentException if the targets are others, there are several net inputs, or
   *     all rows that count are of one class
   */
  public CutCosts byCut(Scores scores) {
    return CutCosts.of(this, Checks.notNull("scores", scores));
  }

  static void checkTwo(Scores scores) {
    int k = scores.output().classes();
    if (k > 2) {
      throw new IllegalArgumentException(
          "classes must be two for costs of false positives and false negatives, but are " + k);
    }
  }
}
