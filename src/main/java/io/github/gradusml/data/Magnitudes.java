package io.github.gradusml.data;

import io.github.gradusml.rows.Rows;

/** The largest number of every column, whatever its sign. */
final class Magnitudes {
  private Magnitudes() {}

  /**
   * Returns them.
   *
   * @param shares how much each row counts; null where all count the same; a row that does not
   *     count is left out
   * @return maxᵢ |xᵢⱼ|, 0 of a column of zeros
   */
  static double[] of(Rows rows, double[] shares) {
    double[] largest = new double[rows.columns()];
    for (int i = 0; i < rows.size(); i++) {
      if (shares == null || shares[i] > 0) {
        add(rows, i, largest);
      }
    }
    return largest;
  }

  private static void add(Rows rows, int i, double[] largest) {
    if (rows.isSparse()) {
      int[] indices = rows.indices(i);
      double[] values = rows.values(i);
      for (int at = 0; at < indices.length; at++) {
        largest[indices[at]] = Math.max(largest[indices[at]], Math.abs(values[at]));
      }
      return;
    }
    double[] row = rows.row(i);
    for (int j = 0; j < row.length; j++) {
      largest[j] = Math.max(largest[j], Math.abs(row[j]));
    }
  }
}
