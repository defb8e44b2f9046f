package io.github.gradusml.tuning;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Randomness;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * How rows are dealt to {@link Folds}.
 *
 * @param folds how many, or {@link #ONE_ROW_EACH}
 * @param dealing how
 * @param repetitions how often
 * @param seed the seed of the shuffling
 */
record FoldPlan(int folds, Dealing dealing, int repetitions, long seed) {
  static final int ONE_ROW_EACH = -1;

  FoldPlan {
    Checks.atLeast("repetitions", repetitions, 1);
    if (folds == ONE_ROW_EACH && repetitions > 1) {
      throw new IllegalArgumentException(
          "repetitions must be 1 where one row is left out, since all would be the same, but was "
              + repetitions);
    }
    if (dealing.isInTime() && repetitions > 1) {
      throw new IllegalArgumentException(
          "repetitions must be 1 for folds in time, since all would be the same, but was "
              + repetitions);
    }
  }

  FoldPlan withSeed(long other) {
    return new FoldPlan(folds, dealing, repetitions, other);
  }

  FoldPlan withRepetitions(int times) {
    return new FoldPlan(folds, dealing, times, seed);
  }

  /** So many folds of some of the rows, dealt in the same way once. */
  FoldPlan within(int others, int... rows) {
    return new FoldPlan(others, dealing.of(rows), 1, seed);
  }

  Folds of(Dataset data) {
    int n = Checks.atLeast("rows", data.rows(), 2);
    int each = folds == ONE_ROW_EACH ? n : folds;
    if (each > n) {
      throw new IllegalArgumentException(
          "folds must be at most the number of rows, " + n + ", but was " + each);
    }
    dealing.check(data, each);
    int[][] heldOut = new int[InParallel.tasks(repetitions, each)][];
    for (int r = 0; r < repetitions; r++) {
      int[][] dealt = dealing.deal(data, each, Randomness.permutation(n, random(r)));
      System.arraycopy(dealt, 0, heldOut, r * each, each);
    }
    return new Folds(data, each, heldOut, dealing.isInTime());
  }

  /** A generator of its own for each purpose. */
  RandomGenerator random(int purpose) {
    return Randomness.of(seed, purpose);
  }

  @Override
  public String toString() {
    boolean drawn = folds != ONE_ROW_EACH && !dealing.isInTime();
    boolean plain = dealing.equals(Dealing.AT_RANDOM);
    return (folds == ONE_ROW_EACH ? "leave one out" : folds + " folds")
        + (plain ? "" : ", " + dealing)
        + (repetitions > 1 ? ", " + repetitions + " repetitions" : "")
        + (drawn ? ", seed: " + seed : "");
  }
}
