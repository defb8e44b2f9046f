package io.github.gradusml.training;

import io.github.gradusml.rows.Rows;
import io.github.gradusml.stability.Symptoms;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Raises the alarm: looks at the weights every so many rows and at the objective after an epoch,
 * and keeps the last weights of a reasonable size.
 */
final class Alarm {
  /** Weights are looked at after as many rows; the loss of a row costs about as much as a look. */
  static final int ROWS_BETWEEN_LOOKS = 128;

  /** Where several units share what is read of a row, a look costs as much as five rows. */
  private static final int ROWS_OF_SEVERAL_UNITS_BETWEEN_LOOKS = 512;

  /** Of sparse rows, so many numbers go by for each column until the next look. */
  private static final int NUMBERS_FOR_A_COLUMN = 16;

  private final int rowsBetweenLooks;
  private final double[] lastFinite;
  private final DoubleSupplier sizeOfWeights;
  private int rowsSinceLook;

  /** What the objectives are compared with; null until the first is looked at. */
  private Start start;

  /**
   * Begins with weights of a reasonable size.
   *
   * @param rowsBetweenLooks after how many rows weights are looked at
   * @param sizeOfWeights how large weights may sensibly be; asked only where some are very large
   */
  Alarm(double[] theta, int rowsBetweenLooks, DoubleSupplier sizeOfWeights) {
    this.lastFinite = theta.clone();
    this.rowsBetweenLooks = rowsBetweenLooks;
    this.sizeOfWeights = sizeOfWeights;
  }

  /**
   * After how many rows of these to look: of sparse ones, so many that a look costs little beside
   * them, however many columns there are.
   *
   * @param units how many units the first layer has
   */
  static int rowsBetweenLooks(int units, Rows rows) {
    int least = units == 1 ? ROWS_BETWEEN_LOOKS : ROWS_OF_SEVERAL_UNITS_BETWEEN_LOOKS;
    if (!rows.isSparse()) {
      return least;
    }
    long worth = (long) NUMBERS_FOR_A_COLUMN * rows.columns() * rows.size();
    return (int) Math.max(least, Math.min(Integer.MAX_VALUE / 2, worth / (rows.numbers() + 1)));
  }

  /** How many rows may go by until the next look, or so many as go by together. */
  int rowsToNextLook() {
    return Math.min(ROWS_BETWEEN_LOOKS, rowsBetweenLooks - rowsSinceLook);
  }

  /** Notes rows that went by. Returns what is wrong with the weights, if it was time to look. */
  Optional<String> after(int rows, Parameters at) {
    rowsSinceLook += rows;
    return rowsSinceLook >= rowsBetweenLooks ? look(at) : Optional.empty();
  }

  /** Looks at the weights. Returns what is wrong with them. */
  Optional<String> look(Parameters at) {
    rowsSinceLook = 0;
    double large = at.firstBeyond(Symptoms.largestWeight(1));
    if (large != 0) {
      large = at.firstBeyond(Symptoms.largestWeight(sizeOfWeights.getAsDouble()));
    }
    if (large == 0) {
      at.copyTo(lastFinite);
    }
    return Symptoms.ofWeight(large);
  }

  /** Looks at weights that the decay makes grow. Returns what is wrong with them. */
  Optional<String> lookAtDecay(double[] theta) {
    return Symptoms.ofDecay(theta, sizeOfWeights.getAsDouble());
  }

  boolean knowsStart() {
    return start != null;
  }

  /** What the objectives are compared with; null where nothing was measured yet. */
  Start known() {
    return start;
  }

  /** Sets what the objectives are compared with. */
  void begin(Start measured) {
    start = measured;
  }

  /** What is wrong with an objective. */
  Optional<String> at(double objective, double largestRate) {
    return Symptoms.ofObjective(objective, start.usual(largestRate));
  }

  /** What the objectives are compared with; {@link Double#NaN} where none was measured. */
  Start start() {
    return start != null ? start : Start.unknown();
  }

  /** The weights when they were looked at last and of a reasonable size; not a copy. */
  double[] lastFinite() {
    return lastFinite;
  }
}
