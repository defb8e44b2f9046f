package io.github.gradusml.tuning;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.DistinctNumbers;
import io.github.gradusml.internal.Randomness;
import java.util.Arrays;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * How rows are dealt to {@link Folds}.
 *
 * @param folds how many, or {@link #ONE_ROW_EACH}
 * @param stratified whether class by class
 * @param repetitions how often
 * @param seed the seed of the shuffling
 */
record FoldPlan(int folds, boolean stratified, int repetitions, long seed) {
  static final int ONE_ROW_EACH = -1;

  FoldPlan {
    Checks.atLeast("repetitions", repetitions, 1);
    if (folds == ONE_ROW_EACH && repetitions > 1) {
      throw new IllegalArgumentException(
          "repetitions must be 1 where one row is left out, since all would be the same, but was "
              + repetitions);
    }
  }

  FoldPlan withSeed(long other) {
    return new FoldPlan(folds, stratified, repetitions, other);
  }

  FoldPlan withRepetitions(int times) {
    return new FoldPlan(folds, stratified, times, seed);
  }

  Folds of(Dataset data) {
    int n = Checks.atLeast("rows", data.rows(), 2);
    int each = folds == ONE_ROW_EACH ? n : folds;
    if (each > n) {
      throw new IllegalArgumentException(
          "folds must be at most the number of rows, " + n + ", but was " + each);
    }
    DistinctNumbers classes = stratified ? DistinctNumbers.of(data.targets()) : null;
    if (stratified) {
      checkClasses(classes);
    }
    int[][] heldOut = new int[Math.multiplyExact(each, repetitions)][];
    for (int r = 0; r < repetitions; r++) {
      int[] order = Randomness.permutation(n, random(r));
      int[] dealt = stratified ? classByClass(order, data, classes) : order;
      for (int k = 0; k < each; k++) {
        heldOut[r * each + k] = fold(dealt, k, each);
      }
    }
    return new Folds(data, each, heldOut);
  }

  private void checkClasses(DistinctNumbers classes) {
    for (int k = 0; k < classes.size(); k++) {
      int count = classes.count(k);
      if (count < folds) {
        throw new IllegalArgumentException(
            "stratified folds must be at most the rows of every class, but were "
                + folds
                + ", and target "
                + classes.number(k)
                + " has "
                + count
                + (count == 1 ? " row" : " rows")
                + "; for targets that are no classes, use CrossValidation.kFold");
      }
    }
  }

  /** Every so many rows from a first one on, ascending: the cards of one player. */
  private static int[] fold(int[] dealt, int first, int every) {
    int[] rows = new int[(dealt.length - first - 1) / every + 1];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = dealt[first + i * every];
    }
    Arrays.sort(rows);
    return rows;
  }

  /** A generator of its own for each purpose. */
  RandomGenerator random(int purpose) {
    return Randomness.of(seed, purpose);
  }

  /** The rows sorted by class, and as they were within each. */
  private static int[] classByClass(int[] order, Dataset data, DistinctNumbers classes) {
    int[] next = new int[classes.size()];
    for (int k = 1; k < next.length; k++) {
      next[k] = next[k - 1] + classes.count(k - 1);
    }
    int[] sorted = new int[order.length];
    for (int row : order) {
      sorted[next[classes.indexOf(data.target(row))]++] = row;
    }
    return sorted;
  }

  @Override
  public String toString() {
    return (folds == ONE_ROW_EACH ? "leave one out" : folds + " folds")
        + (stratified ? ", stratified" : "")
        + (repetitions > 1 ? ", " + repetitions + " repetitions" : "")
        + (folds == ONE_ROW_EACH ? "" : ", seed: " + seed);
  }
}
