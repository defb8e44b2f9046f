package io.github.gradusml.rows;

/** What must hold of rows that somebody brings. */
final class RowChecks {
  private RowChecks() {}

  static IllegalArgumentException notFinite(int row, int column, double value) {
    return new IllegalArgumentException(
        "x[" + row + "][" + column + "] must be finite, but was " + value);
  }

  /** Checks that there are as many of something as there are columns. */
  static void oneAColumn(String name, int columns, int had) {
    if (had != columns) {
      throw new IllegalArgumentException(
          name + " must be as many as columns, " + columns + ", but were " + had);
    }
  }

  /**
   * Checks that indices are columns: in rows that {@link TouchedColumns} made, they are not.
   *
   * @param shift by how many bits an index is to be shifted to be a column
   */
  static void whole(int shift) {
    if (shift != 0) {
      throw new UnsupportedOperationException(
          "rows of touched columns are there for products alone; ask those that they were made of");
    }
  }

  /** Checks columns and numbers of a row: ascending, each once, below {@code columns}, finite. */
  static void sparse(int[] indices, double[] values, int count, int columns) {
    int before = -1;
    for (int k = 0; k < count; k++) {
      int index = indices[k];
      if (index <= before || index >= columns) {
        throw wrong(indices, k, columns);
      }
      if (!Double.isFinite(values[k])) {
        throw new IllegalArgumentException(
            "values[" + k + "], of column " + index + ", must be finite, but was " + values[k]);
      }
      before = index;
    }
  }

  private static IllegalArgumentException wrong(int[] indices, int k, int columns) {
    int index = indices[k];
    String name = "indices[" + k + "] must be ";
    if (index < 0 || index >= columns) {
      return new IllegalArgumentException(
          name + "a column from 0 to " + (columns - 1) + ", but was " + index);
    }
    return new IllegalArgumentException(
        name
            + "greater than the one before, "
            + indices[k - 1]
            + ", but was "
            + index
            + (index == indices[k - 1] ? "; add up what belongs to one column" : "")
            + (index < indices[k - 1]
                ? "; sort the columns, or give all rows at once to Rows.sparse(rows, columns, row, column, values)"
                : ""));
  }
}
