package io.github.gradusml.tuning;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Split;
import java.util.stream.IntStream;

/**
 * Rows that stand in the order of time: runs of equal length, each held out after all before it.
 */
record InTime() implements Dealing {
  @Override
  public void check(Dataset data, int folds) {
    if (folds > data.rows() - 1) {
      throw new IllegalArgumentException(
          "folds must be at most the number of rows less one, "
              + (data.rows() - 1)
              + ", for each to have rows before it, but was "
              + folds);
    }
  }

  /** What does not divide evenly goes to the rows that are never held out. */
  @Override
  public int[][] deal(Dataset data, int folds, int[] order) {
    int n = data.rows();
    int each = n / (folds + 1);
    return IntStream.range(0, folds)
        .map(k -> n - (folds - k) * each)
        .mapToObj(from -> IntStream.range(from, from + each).toArray())
        .toArray(int[][]::new);
  }

  /** The last rows. */
  @Override
  public Split stopping(Dataset rows, double share, long seed) {
    int n = rows.rows();
    int train = (int) Math.max(1, Math.min(n - 1, Math.rint((1 - share) * n)));
    if (n < 2) {
      throw new IllegalArgumentException(
          "data must have at least 2 rows for some to be set aside, but has 1");
    }
    return new Split(
        rows.select(IntStream.range(0, train).toArray()),
        rows.select(IntStream.range(train, n).toArray()));
  }

  @Override
  public boolean isInTime() {
    return true;
  }

  @Override
  public String toString() {
    return "in time";
  }
}
