package io.github.gradusml.rows;

/**
 * Distances of rows from a center, and their squares, added up column by column, strictly row after
 * row.
 *
 * <p>A row is copied first: with one index for all arrays the compiler uses vector instructions,
 * which saves more than the copy costs. Four or eight rows at a time, where they lie, were faster
 * for some widths and slower by half for others.
 */
final class DenseDistances {
  private DenseDistances() {}

  /** See {@link Rows#addDistances}; row i is {@code x[start + i·columns] …}. */
  static void add(
      double[] x,
      int start,
      int columns,
      int rows,
      double[] share,
      double[] center,
      double[] sums,
      double[] squares) {
    double[] row = new double[columns];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(x, start + i * columns, row, 0, columns);
      add(row, share[i], center, sums, squares);
    }
  }

  private static void add(
      double[] row, double share, double[] center, double[] sums, double[] squares) {
    for (int j = 0; j < row.length; j++) {
      double distance = row[j] - center[j];
      double shared = share * distance;
      sums[j] += shared;
      squares[j] += shared * distance;
    }
  }
}
