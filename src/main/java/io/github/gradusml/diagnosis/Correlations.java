package io.github.gradusml.diagnosis;

import io.github.gradusml.internal.EvenlySpaced;
import java.util.List;

/** How columns go with each other: the matrix of their correlations. */
final class Correlations {
  /** Products of two numbers that cost next to nothing beside a training. */
  private static final int MOST_PRODUCTS = 1 << 23;

  private static final int LEAST_ROWS_A_COLUMN = 3;

  private Correlations() {}

  /**
   * Computes R = Zᵀ·S·Z/n, Z the columns with mean 0 and deviation 1, S how much rows count.
   *
   * @return d × d; symmetric, with 1 on the diagonal
   */
  static double[][] of(List<SampledColumn> columns) {
    int d = columns.size();
    int[] rows = rows(columns.get(0).values().length, d);
    List<SampledColumn> some = columns.stream().map(column -> column.in(rows)).toList();
    double[][] z = some.stream().map(SampledColumn::standardized).toArray(double[][]::new);
    double[] shares = some.get(0).shares();
    int n = shares.length;
    double[][] r = new double[d][d];
    double[] row = new double[d];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        row[j] = z[j][i];
      }
      addOuterProduct(row, shares[i] / n, r);
    }
    for (int j = 0; j < d; j++) {
      r[j][j] = 1; // also of a column that happens to be constant in these rows
      for (int k = 0; k < j; k++) {
        r[j][k] = r[k][j];
      }
    }
    return r;
  }

  /** All, or of many columns some, evenly spaced. */
  private static int[] rows(int n, int columns) {
    int most = Math.max(LEAST_ROWS_A_COLUMN * columns, MOST_PRODUCTS / columns / columns);
    return EvenlySpaced.indices(n, most);
  }

  /** The upper half alone, row by row of the matrix: a loop that the compiler makes fast. */
  private static void addOuterProduct(double[] row, double share, double[][] r) {
    int d = row.length;
    for (int j = 0; j < d; j++) {
      double factor = share * row[j];
      double[] ofJ = r[j];
      for (int k = j; k < d; k++) {
        ofJ[k] += factor * row[k];
      }
    }
  }

  /** The correlation of a column with numbers such as the targets; both standardized. */
  static double with(double[] z, double[] other, double[] shares) {
    double sum = 0;
    for (int i = 0; i < z.length; i++) {
      sum += shares[i] * z[i] * other[i];
    }
    return sum / z.length;
  }
}
