package io.github.gradusml.rows;

import io.github.gradusml.internal.Checks;

/** Sparse rows out of numbers that come with their row and column, in any order. */
final class Triplets {
  private Triplets() {}

  /** See {@link Rows#sparse(int, int, int[], int[], double[])}. */
  static Rows rows(int rows, int columns, int[] row, int[] column, double[] values) {
    SparseRowsBuilder builder = Rows.sparse(columns);
    int[] starts = starts(Checks.atLeast("rows", rows, 1), row, column, values);
    int[] next = starts.clone();
    int[] order = new int[row.length];
    for (int k = 0; k < row.length; k++) {
      order[next[row[k]]++] = k;
    }
    SparseRow one = new SparseRow();
    for (int i = 0; i < rows; i++) {
      one.clear();
      for (int at = starts[i]; at < starts[i + 1]; at++) {
        one.add(column[order[at]], values[order[at]]);
      }
      one.sort();
      add(builder, i, one);
    }
    return builder.build();
  }

  /** A row of triplets has no indices that its user knows: names the row. */
  private static void add(SparseRowsBuilder builder, int i, SparseRow one) {
    try {
      builder.add(one.indices(), one.values(), one.size());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "triplets of row " + i + ", sorted by column: " + e.getMessage(), e);
    }
  }

  private static int[] starts(int rows, int[] row, int[] column, double[] values) {
    int count = Checks.notNull("row", row).length;
    if (count != Checks.notNull("column", column).length
        || count != Checks.notNull("values", values).length) {
      throw new IllegalArgumentException(
          "row, column and values must be as many, but were "
              + count
              + ", "
              + column.length
              + " and "
              + (values == null ? "none" : values.length));
    }
    int[] starts = new int[Checks.length("rows + 1", rows + 1L, 1)];
    for (int k = 0; k < count; k++) {
      Checks.from("row[" + k + "]", row[k], 0, rows - 1);
      starts[row[k] + 1]++;
    }
    for (int i = 0; i < rows; i++) {
      starts[i + 1] += starts[i];
    }
    return starts;
  }
}
