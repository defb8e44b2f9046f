package io.github.gradusml.tuning;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Split;
import java.util.Arrays;

/** How rows are dealt to {@link Folds}. */
interface Dealing {
  /** Without regard to what the rows are. */
  Dealing AT_RANDOM = (data, folds, order) -> likeCards(order, folds);

  /** Checks that rows can be dealt to so many folds. */
  default void check(Dataset data, int folds) {}

  /**
   * Deals.
   *
   * @param order all rows in a random order
   * @return the rows that each fold holds out, ascending
   */
  int[][] deal(Dataset data, int folds, int[] order);

  /** Sets a share of rows to train on aside, to stop early by. */
  default Split stopping(Dataset rows, double share, long seed) {
    return Split.random(rows, 1 - share, seed);
  }

  /** The same dealing for some of the rows, by their numbers. */
  default Dealing of(int... rows) {
    return this;
  }

  /** Whether it takes class by class. */
  default boolean isByClass() {
    return false;
  }

  /** Whether a fold trains only on rows that come before those it holds out. */
  default boolean isInTime() {
    return false;
  }

  /** Whether rows belong together in ways that the rows themselves do not show. */
  default boolean isByGroup() {
    return false;
  }

  /** Each fold gets every so many rows, from a first one on. */
  static int[][] likeCards(int[] rows, int folds) {
    int[][] dealt = new int[folds][];
    for (int k = 0; k < folds; k++) {
      int[] fold = new int[(rows.length - k - 1) / folds + 1];
      for (int i = 0; i < fold.length; i++) {
        fold[i] = rows[k + i * folds];
      }
      Arrays.sort(fold);
      dealt[k] = fold;
    }
    return dealt;
  }
}
