package io.github.gradusml.tuning;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Randomness;
import java.util.Comparator;
import java.util.stream.IntStream;
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
    if (stratified) {
      checkClasses(data);
    }
    int[][] heldOut = new int[Math.multiplyExact(each, repetitions)][];
    for (int r = 0; r < repetitions; r++) {
      int[] foldOf = deal(data, each, r);
      for (int k = 0; k < each; k++) {
        int fold = k;
        heldOut[r * each + k] = IntStream.range(0, n).filter(i -> foldOf[i] == fold).toArray();
      }
    }
    return new Folds(data, each, heldOut);
  }

  private void checkClasses(Dataset data) {
    data.targetCounts()
        .forEach(
            (target, count) -> {
              if (count < folds) {
                throw new IllegalArgumentException(
                    "stratified folds must be at most the rows of every class, but were "
                        + folds
                        + ", and target "
                        + target
                        + " has "
                        + count
                        + (count == 1 ? " row" : " rows")
                        + "; for targets that are no classes, use CrossValidation.kFold");
              }
            });
  }

  /** The fold of each row in one repetition. */
  private int[] deal(Dataset data, int each, int repetition) {
    int[] order = Randomness.permutation(data.rows(), random(repetition));
    int[] dealt = stratified ? classByClass(order, data) : order;
    int[] foldOf = new int[dealt.length];
    for (int i = 0; i < dealt.length; i++) {
      foldOf[dealt[i]] = i % each;
    }
    return foldOf;
  }

  /** A generator of its own for each purpose. */
  RandomGenerator random(int purpose) {
    return Randomness.of(seed, purpose);
  }

  private static int[] classByClass(int[] order, Dataset data) {
    return IntStream.of(order)
        .boxed()
        .sorted(Comparator.comparingDouble(data::target))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Override
  public String toString() {
    return (folds == ONE_ROW_EACH ? "leave one out" : folds + " folds")
        + (stratified ? ", stratified" : "")
        + (repetitions > 1 ? ", " + repetitions + " repetitions" : "")
        + (folds == ONE_ROW_EACH ? "" : ", seed: " + seed);
  }
}
