package io.github.gradusml.data;

import io.github.gradusml.rows.Rows;
import io.github.gradusml.rows.SparseRowsBuilder;
import java.util.function.BiConsumer;

/** Sparse rows whose numbers are changed where they are, column by column: zeros stay zeros. */
final class SparseScaling {
  private SparseScaling() {}

  /** What is thrown for a number that is too large once it is changed. */
  interface TooLarge {
    IllegalArgumentException of(int row, int column, double before);
  }

  /** Changes the numbers of each row, given with their columns. */
  static Rows map(Rows rows, BiConsumer<int[], double[]> change, TooLarge tooLarge) {
    SparseRowsBuilder changed = Rows.sparse(rows.columns());
    for (int i = 0; i < rows.size(); i++) {
      int[] indices = rows.indices(i);
      double[] values = rows.values(i);
      change.accept(indices, values);
      for (int at = 0; at < values.length; at++) {
        if (!Double.isFinite(values[at])) {
          throw tooLarge.of(i, indices[at], rows.values(i)[at]);
        }
      }
      changed.add(indices, values);
    }
    return changed.build();
  }
}
