package io.github.gradusml.benchmarks;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.rows.SparseRowsBuilder;

/**
 * Sparse rows: in each of m stretches of the columns one random column with a uniform random
 * number, and the classes 0 and 1 from a noisy linear model, or k that say where most of a row
 * lies.
 *
 * <p>The k-th random number is a function of k alone, so that the C and Python programs can make
 * the same numbers, each in its own way; see {@link Synthetic}.
 */
final class SparseSynthetic {
  private static final long DIRECTION = 1L << 40;
  private static final long NOISE = 1L << 41;

  private SparseSynthetic() {}

  static Dataset of(SparseWorkload size) {
    int m = size.numbers();
    int stretch = size.columns() / m;
    SparseRowsBuilder rows = Rows.sparse(size.columns());
    double[] y = new double[size.rows()];
    int[] columns = new int[m];
    double[] x = new double[m];
    for (int i = 0; i < y.length; i++) {
      double score = 0;
      for (int k = 0; k < m; k++) {
        long at = (long) i * m + k;
        columns[k] = k * stretch + (int) (Synthetic.uniform(2 * at) * stretch);
        x[k] = Synthetic.uniform(2 * at + 1);
        score += x[k] * (Synthetic.uniform(DIRECTION + columns[k]) - 0.5);
      }
      rows.add(columns, x);
      double noisy = score + (Synthetic.uniform(NOISE + i) - 0.5);
      y[i] = size.classes() == 2 ? (noisy > 0 ? 1 : 0) : columns[0] % size.classes();
    }
    return Dataset.of(rows.build(), y);
  }
}
