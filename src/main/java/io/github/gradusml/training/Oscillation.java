package io.github.gradusml.training;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A training whose objective went up and down without getting anywhere: how hinge, perceptron and
 * logistic losses, which cannot overflow, show a learning rate that is too large.
 *
 * <p>It is seen where, over the second half of at least ten epochs, rises make up a quarter or more
 * of all change, the highest objective is at least half as much again as the lowest, and the median
 * is above the objective of weights 0: worse than having learned nothing.
 *
 * <p>Article: section 4, Effect of learning rate: the performance oscillates over the epochs.
 *
 * @param epochs the number of epochs looked at, the last ones
 * @param lowest the lowest objective among them
 * @param highest the highest
 * @param atZero the objective of weights 0
 */
public record Oscillation(int epochs, double lowest, double highest, double atZero) {
  private static final int LEAST_EPOCHS = 10;
  private static final double LEAST_SHARE_OF_RISES = 0.25;
  private static final double LEAST_SPREAD = 1.5;

  static Optional<Oscillation> in(List<EpochRecord> records, double atZero) {
    if (records.size() < LEAST_EPOCHS) {
      return Optional.empty();
    }
    double[] late =
        records.subList(records.size() / 2, records.size()).stream()
            .mapToDouble(EpochRecord::objective)
            .toArray();
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
    boolean upAndDown = rises > 0 && rises >= LEAST_SHARE_OF_RISES * changes;
    boolean wide = seen.highest >= LEAST_SPREAD * seen.lowest;
    return worseThanNothing && upAndDown && wide ? Optional.of(seen) : Optional.empty();
  }

  /**
   * Says what was seen and what to do.
   *
   * @return a few sentences
   */
  public String explanation() {
    return String.format(
        Locale.ROOT,
        "training oscillates: over the last %d epochs the objective went up and down between %.3g and"
            + " %.3g, and weights 0 would have %.3g. Take a smaller learning rate, or one that"
            + " falls, and standardize the features with Standardizer; with the perceptron"
            + " criterion, classes that no line separates look like this at every rate.",
        epochs,
        lowest,
        highest,
        atZero);
  }
}
