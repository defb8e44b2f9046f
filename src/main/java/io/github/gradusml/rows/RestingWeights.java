package io.github.gradusml.rows;

import io.github.gradusml.internal.Checks;
import java.util.Arrays;

/**
 * Weights of a first layer, most of which rest: what decay and L1 make of a weight whose column no
 * row has is put off until a row has it.
 *
 * <pre>{@code
 * w = s·soft(v, u − uⱼ)        soft(v, t) = sign(v)·max(|v| − t, 0)
 * every step:  s ← (1 − η·a)·s        u ← u + η·b/s
 * }</pre>
 *
 * <p>v is what is kept of a weight, s what decay has left of all of them, u how much L1 has taken
 * from each, in units of s, and uⱼ how much of that column j has paid. Steps that are missed
 * compose: to shrink by a factor and then by an amount, twice, is to do so once. So a step costs
 * two numbers, however many columns there are.
 *
 * <p>Only the weights of the first layer rest; what lies behind them in θ is as it is. It belongs
 * to one thread.
 *
 * <p>Symbols: a decay, b shrinkage, both in units of the rate η.
 */
public final class RestingWeights {
  /** Below, what is kept would become too large for a double: then all weights are brought up. */
  private static final double SMALLEST_SCALE = 0x1p-300;

  /** A step that leaves less of a weight is no decay: 1 − η·a is rounded, 0, or negative. */
  private static final double SMALLEST_FACTOR = 0x1p-20;

  private final double[] kept;
  private final int columns;
  private final int units;
  private final double decay;
  private final double shrinkage;

  /** u that each column has paid; null where nothing shrinks. */
  private final double[] paid;

  private double scale = 1;
  private double due;

  /** Those before the last step; weights only where it went over all of them. */
  private double scaleBefore = 1;

  private double dueBefore;
  private double[] keptBefore;

  private RestingWeights(double[] kept, int columns, int units, double decay, double shrinkage) {
    this.kept = kept;
    this.columns = columns;
    this.units = units;
    this.decay = decay;
    this.shrinkage = shrinkage;
    this.paid = shrinkage > 0 ? new double[columns] : null;
  }

  /**
   * Takes weights over.
   *
   * @param theta the parameters, which begin with the weights, column by column; from then on what
   *     is kept, to be read by {@link #copyTo}
   * @param columns d; at least 0
   * @param units k, the weights of a column; at least 1
   * @param decay a: a step of rate η leaves 1 − η·a of a weight
   * @param shrinkage b: a step of rate η then takes η·b from its size; finite, {@code >= 0}
   * @return the weights
   * @throws IllegalArgumentException if a number is outside, or d·k weights are more than θ has
   */
  public static RestingWeights of(
      double[] theta, int columns, int units, double decay, double shrinkage) {
    Checks.atLeast("units", units, 1);
    long weights = (long) Checks.atLeast("columns", columns, 0) * units;
    if (weights > Checks.notNull("theta", theta).length) {
      throw new IllegalArgumentException(
          "theta must have at least columns × units, "
              + weights
              + ", parameters, but has "
              + theta.length);
    }
    Checks.notNegative("shrinkage", shrinkage);
    return new RestingWeights(theta, columns, units, decay, shrinkage);
  }

  /** v, and behind it the parameters that do not rest. */
  double[] kept() {
    return kept;
  }

  int units() {
    return units;
  }

  /** How many weights rest, or might. */
  int size() {
    return columns * units;
  }

  /** Takes from the weights of a row what L1 has taken from all since they were met. */
  void pay(int[] indices, int from, int to) {
    for (int at = from; at < to && paid != null; at++) {
      int j = indices[at];
      double owed = due - paid[j];
      paid[j] = due;
      for (int u = j * units; u < (j + 1) * units; u++) {
        kept[u] = soft(kept[u], owed);
      }
    }
  }

  double decay() {
    return decay;
  }

  double scale() {
    return scale;
  }

  double due() {
    return due;
  }

  /** Null where nothing shrinks. */
  double[] paid() {
    return paid;
  }

  /**
   * Notes a step: what it makes of all weights that rest. Weights of a row are to be put back after
   * it, or changed in units of {@link #scale}.
   *
   * @param eta η
   */
  public void step(double eta) {
    double factor = 1 - eta * decay;
    keptBefore = null;
    if (factor < SMALLEST_FACTOR || scale * factor < SMALLEST_SCALE) {
      settle();
    }
    scaleBefore = scale;
    dueBefore = due;
    if (factor < SMALLEST_FACTOR) {
      keptBefore = kept.clone();
      for (int j = 0; j < columns * units; j++) {
        kept[j] *= factor;
      }
    } else {
      scale *= factor;
    }
    if (paid != null) {
      due += eta * shrinkage / scale;
    }
  }

  /** Brings all weights up to date: a pass over them. */
  public void settle() {
    copyTo(kept);
    scale = 1;
    due = 0;
    if (paid != null) {
      Arrays.fill(paid, 0);
    }
  }

  /**
   * Writes the parameters as they are now.
   *
   * @param theta receives them
   * @throws IllegalArgumentException if it is shorter than they are
   */
  public void copyTo(double[] theta) {
    checkRoom(theta);
    int weights = columns * units;
    System.arraycopy(kept, weights, theta, weights, kept.length - weights);
    copyTo(theta, kept, scale, due);
  }

  /**
   * Writes the weights as they were before the last step, of columns that it did not touch.
   *
   * @param theta receives them; of other columns, and behind the weights, it means nothing
   * @throws IllegalArgumentException if it is shorter than the parameters
   */
  public void copyBefore(double[] theta) {
    checkRoom(theta);
    copyTo(theta, keptBefore == null ? kept : keptBefore, scaleBefore, dueBefore);
  }

  private void checkRoom(double[] theta) {
    Checks.atLeast("length of theta", Checks.notNull("theta", theta).length, kept.length);
  }

  /**
   * Returns the first of the parameters, as they are now, that is larger than a limit.
   *
   * @param limit how large they may be; at least 0
   * @return the parameter, or NaN if one is; 0 where there is none
   */
  public double firstBeyond(double limit) {
    for (int at = 0; at < kept.length; at++) {
      double value = at < columns * units ? weight(at) : kept[at];
      if (!(Math.abs(value) <= limit)) { // NaN does not pass
        return value;
      }
    }
    return 0;
  }

  private double weight(int at) {
    return scale * (paid == null ? kept[at] : soft(kept[at], due - paid[at / units]));
  }

  private void copyTo(double[] theta, double[] from, double left, double taken) {
    if (paid == null) {
      for (int at = 0; at < columns * units; at++) {
        theta[at] = left * from[at];
      }
      return;
    }
    for (int j = 0; j < columns; j++) {
      double owed = taken - paid[j];
      for (int at = j * units; at < (j + 1) * units; at++) {
        theta[at] = left * soft(from[at], owed);
      }
    }
  }

  /**
   * Fetches the weights of some columns, as they are now.
   *
   * @param some the columns
   * @param count how many
   * @param theta receives them, k a column, from its beginning
   */
  public void fetch(int[] some, int count, double[] theta) {
    if (units == 1) {
      fetchOne(some, count, theta);
      return;
    }
    for (int p = 0; p < count; p++) {
      int from = some[p] * units;
      double owed = paid == null ? 0 : due - paid[some[p]];
      for (int u = 0; u < units; u++) {
        double v = kept[from + u];
        theta[p * units + u] = scale * (owed == 0 ? v : soft(v, owed));
      }
    }
  }

  /** Without an inner loop it takes half the time. */
  private void fetchOne(int[] some, int count, double[] theta) {
    for (int p = 0; p < count; p++) {
      double v = kept[some[p]];
      theta[p] = scale * (paid == null ? v : soft(v, due - paid[some[p]]));
    }
  }

  /**
   * Puts the weights of some columns back, as they are after the last {@link #step}.
   *
   * @param some the columns
   * @param count how many
   * @param theta holds their weights, k a column, from its beginning
   */
  public void putBack(int[] some, int count, double[] theta) {
    double share = 1 / scale;
    if (units == 1) {
      for (int p = 0; p < count; p++) {
        kept[some[p]] = theta[p] * share;
      }
    }
    for (int p = 0; p < count && units > 1; p++) {
      int to = some[p] * units;
      for (int u = 0; u < units; u++) {
        kept[to + u] = theta[p * units + u] * share;
      }
    }
    for (int p = 0; p < count && paid != null; p++) {
      paid[some[p]] = due;
    }
  }

  /** sign(v)·max(|v| − t, 0), without a branch: v less what of it lies within ±t. */
  static double soft(double v, double t) {
    return v - Math.min(Math.max(v, -t), t);
  }

  @Override
  public String toString() {
    return "RestingWeights(" + columns + " × " + units + ")";
  }
}
