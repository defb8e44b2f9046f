package io.github.gradusml.rows;

import io.github.gradusml.internal.Checks;
import java.util.Arrays;
import java.util.function.Consumer;

/** Sparse rows made of others: with some of the columns, or with other numbers. */
final class SparseColumns {
  private SparseColumns() {}

  /** See {@link Rows#selectColumns}. */
  static Rows select(SparseRows rows, int... columns) {
    int[] newest = new int[rows.columns()]; // 1 + the last of the new columns that is this one
    int[] before = new int[Checks.atLeast("features", columns.length, 1)];
    for (int k = 0; k < columns.length; k++) {
      Checks.index("feature", columns[k], rows.columns());
      before[k] = newest[columns[k]];
      newest[columns[k]] = k + 1;
    }
    SparseRowsBuilder selected = Rows.sparse(columns.length);
    SparseRow row = new SparseRow();
    for (int i = 0; i < rows.size(); i++) {
      int[] indices = rows.indices(i);
      double[] values = rows.values(i);
      row.clear();
      for (int at = 0; at < indices.length; at++) {
        for (int k = newest[indices[at]]; k > 0; k = before[k - 1]) {
          row.add(k - 1, values[at]);
        }
      }
      row.sort();
      selected.add(row.indices(), row.values(), row.size());
    }
    return selected.build();
  }

  /** See {@link Rows#map}: each row is written out for it, zeros and all. */
  static Rows map(SparseRows rows, Consumer<double[]> change) {
    int[] every = new int[rows.columns()];
    Arrays.setAll(every, j -> j);
    SparseRowsBuilder changed = Rows.sparse(every.length);
    for (int i = 0; i < rows.size(); i++) {
      double[] row = rows.row(i);
      change.accept(row);
      for (int j = 0; j < row.length; j++) {
        if (!Double.isFinite(row[j])) {
          throw RowChecks.notFinite(i, j, row[j]);
        }
      }
      changed.add(every, row);
    }
    return changed.build();
  }

  /** The numbers of rows, each multiplied by the factor of its column. */
  static double[] scaled(SparseRows rows, double... factors) {
    double[] scaled = new double[Math.toIntExact(rows.numbers())];
    for (int i = 0; i < rows.size(); i++) {
      for (int at = rows.start(i); at < rows.start(i + 1); at++) {
        int column = rows.indices()[at];
        scaled[at] = rows.values()[at] * factors[column];
        if (!Double.isFinite(scaled[at])) {
          throw RowChecks.notFinite(i, column, scaled[at]);
        }
      }
    }
    return scaled;
  }

  /** Rows that were changed: a factor may be 0, or so small that a product is. */
  static Rows withoutZeros(SparseRows rows) {
    if (Arrays.stream(rows.values()).noneMatch(value -> value == 0)) {
      return rows;
    }
    SparseRowsBuilder kept = Rows.sparse(rows.columns());
    for (int i = 0; i < rows.size(); i++) {
      kept.add(rows.indices(i), rows.values(i));
    }
    return kept.build();
  }
}
