package io.github.gradusml.rows;

/** Distances of sparse rows from a center, and their squares, added up column by column. */
final class SparseDistances {
  private SparseDistances() {}

  /**
   * See {@link Rows#addDistances}: at first what the zeros of each column bring, all at once, and
   * then what the numbers do.
   */
  static void add(
      int[] starts,
      int[] indices,
      double[] values,
      int from,
      int to,
      double[] share,
      double[] center,
      double[] sums,
      double[] squares) {
    double all = 0;
    double[] ofNumbers = new double[center.length];
    for (int i = from; i < to; i++) {
      all += share[i - from];
      for (int at = starts[i]; at < starts[i + 1]; at++) {
        ofNumbers[indices[at]] += share[i - from];
      }
    }
    for (int j = 0; j < center.length; j++) {
      double shared = (all - ofNumbers[j]) * -center[j];
      sums[j] += shared;
      squares[j] += shared * -center[j];
    }
    for (int i = from; i < to; i++) {
      for (int at = starts[i]; at < starts[i + 1]; at++) {
        double distance = values[at] - center[indices[at]];
        double shared = share[i - from] * distance;
        sums[indices[at]] += shared;
        squares[indices[at]] += shared * distance;
      }
    }
  }
}
