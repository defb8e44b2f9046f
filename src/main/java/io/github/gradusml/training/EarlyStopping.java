package io.github.gradusml.training;

import io.github.gradusml.internal.Checks;
import java.util.Objects;

/**
 * Ends training when a loss no longer improves, and returns to the weights that had the best.
 *
 * <p>An epoch improves if its loss is below the best so far by more than the least improvement.
 * After as many epochs in a row without one as the patience allows, training ends.
 *
 * <p>Source: L. Prechelt, Early stopping – but when?, 1998, doi:10.1007/3-540-49430-8_3.
 */
public final class EarlyStopping {
  private final boolean onValidation;
  private final int patience;
  private final double leastImprovement;

  private EarlyStopping(boolean onValidation, int patience, double leastImprovement) {
    this.onValidation = onValidation;
    this.patience = patience;
    this.leastImprovement = leastImprovement;
  }

  /**
   * Watches the mean loss over the validation rows.
   *
   * @param patience how many epochs in a row may bring no improvement; at least 1
   * @return the rule
   * @throws IllegalArgumentException if {@code patience < 1}
   */
  public static EarlyStopping onValidationLoss(int patience) {
    return new EarlyStopping(true, Checks.atLeast("patience", patience, 1), 0);
  }

  /**
   * Watches the objective over the training rows.
   *
   * @param patience how many epochs in a row may bring no improvement; at least 1
   * @return the rule
   * @throws IllegalArgumentException if {@code patience < 1}
   */
  public static EarlyStopping onTrainingLoss(int patience) {
    return new EarlyStopping(false, Checks.atLeast("patience", patience, 1), 0);
  }

  /**
   * Sets by how much an epoch must be better to count.
   *
   * @param improvement in units of the loss; finite, {@code >= 0}; 0 unless set
   * @return the rule
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public EarlyStopping withLeastImprovement(double improvement) {
    return new EarlyStopping(
        onValidation, patience, Checks.notNegative("improvement", improvement));
  }

  boolean onValidation() {
    return onValidation;
  }

  int patience() {
    return patience;
  }

  double leastImprovement() {
    return leastImprovement;
  }

  double watched(EpochRecord epoch) {
    return onValidation ? epoch.validationLoss() : epoch.objective();
  }

  /** Tells whether another rule watches the same loss in the same way. */
  @Override
  public boolean equals(Object other) {
    return other instanceof EarlyStopping that
        && onValidation == that.onValidation
        && patience == that.patience
        && leastImprovement == that.leastImprovement;
  }

  @Override
  public int hashCode() {
    return Objects.hash(onValidation, patience, leastImprovement);
  }

  @Override
  public String toString() {
    return "on "
        + (onValidation ? "validation" : "training")
        + " loss, patience "
        + patience
        + (leastImprovement > 0 ? ", least improvement " + leastImprovement : "");
  }
}
