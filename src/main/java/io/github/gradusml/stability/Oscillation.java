package io.github.gradusml.stability;

import io.github.gradusml.internal.Checks;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A training whose objective went up and down without getting anywhere: how hinge, perceptron and
 * logistic losses, which cannot overflow, show a learning rate that is too large.
 *
 * <p>It is seen where, over the second half of at least ten epochs, rises and falls each make up a
 * tenth or more of all change, the highest objective is at least 5% above the lowest, and the
 * median is above the objective of weights 0: worse than having learned nothing. An objective that
 * only rises is a {@link Divergence}.
 *
 * <p>Article: section 4, Effect of learning rate: the performance oscillates over the epochs.
 *
 * @param epochs the number of epochs looked at, the last ones
 * @param lowest the lowest objective among them
 * @param highest the highest
 * @param atZero the objective of weights 0
 */
public record Oscillation(int epochs, double lowest, double highest, double atZero) {
  static final int LEAST_EPOCHS = 10;
  static final double LEAST_SPREAD = 1.05;
  private static final double LEAST_SHARE = 0.1;

  /**
   * Looks for an oscillation.
   *
   * @param objectives the objective after each epoch
   * @param atZero the objective of weights 0
   * @return empty where they show none
   */
  public static Optional<Oscillation> in(double[] objectives, double atZero) {
    if (Checks.notNull("objectives", objectives).length < LEAST_EPOCHS) {
      return Optional.empty();
    }
    double[] late = secondHalf(objectives);
    double rises = 0;
    double changes = 0;
    for (int i = 1; i < late.length; i++) {
      double change = late[i] - late[i - 1];
      rises += Math.max(0, change);
      changes += Math.abs(change);
    }
    double[] sorted = late.clone();
    Arrays.sort(sorted);
    Oscillation seen = new Oscillation(late.length, sorted[0], sorted[sorted.length - 1], atZero);
    boolean worseThanNothing = sorted[sorted.length / 2] > atZero;
    double share = rises / changes; // NaN where nothing changed
    boolean upAndDown = share >= LEAST_SHARE && share <= 1 - LEAST_SHARE;
    boolean wide = seen.highest >= LEAST_SPREAD * seen.lowest;
    return worseThanNothing && upAndDown && wide ? Optional.of(seen) : Optional.empty();
  }

  static double[] secondHalf(double[] objectives) {
    return Arrays.copyOfRange(objectives, objectives.length / 2, objectives.length);
  }

  /**
   * Says what was seen.
   *
   * @return a sentence
   */
  public String explanation() {
    return String.format(
        Locale.ROOT,
        "training oscillates: over the last %d epochs the objective went up and down between %.3g and"
            + " %.3g, and weights 0 would have %.3g.",
        epochs,
        lowest,
        highest,
        atZero);
  }
}
