package io.github.gradusml.training;

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

  private final int rowsBetweenLooks;
  private final double[] lastFinite;
  private final DoubleSupplier sizeOfWeights;
  private int rowsSinceLook;

  /** What the objectives are compared with; null until the first is looked at. */
  private Start start;

  /**
   * Begins with weights of a reasonable size.
   *
   * @param units how many units the first layer has
   * @param sizeOfWeights how large weights may sensibly be; asked only where some are very large
   */
  Alarm(double[] theta, int units, DoubleSupplier sizeOfWeights) {
    this.lastFinite = theta.clone();
    this.rowsBetweenLooks = units == 1 ? ROWS_BETWEEN_LOOKS : ROWS_OF_SEVERAL_UNITS_BETWEEN_LOOKS;
    this.sizeOfWeights = sizeOfWeights;
  }

  /** How many rows may go by until the next look. */
  int rowsToNextLook() {
    return rowsBetweenLooks - rowsSinceLook;
  }

  /** Notes rows that went by. Returns what is wrong with the weights, if it was time to look. */
  Optional<String> after(int rows, double[] theta) {
    rowsSinceLook += rows;
    return rowsSinceLook >= rowsBetweenLooks ? look(theta) : Optional.empty();
  }

  /** Looks at the weights. Returns what is wrong with them. */
  Optional<String> look(double[] theta) {
    rowsSinceLook = 0;
    Optional<String> symptom = Symptoms.ofWeights(theta, 1);
    if (symptom.isPresent()) {
      symptom = Symptoms.ofWeights(theta, sizeOfWeights.getAsDouble());
    }
    if (symptom.isEmpty()) {
      System.arraycopy(theta, 0, lastFinite, 0, theta.length);
    }
    return symptom;
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

  double[] lastFinite() {
    return lastFinite;
  }
}
