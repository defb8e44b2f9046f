package io.github.gradusml.diagnosis;

import io.github.gradusml.data.Dataset;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How long rows are, by which the largest stable rate is known without asking the library. */
record RowSizes(Dataset rows) {
  /** The mean square of a row and the 1 of the bias. */
  double meanSquare() {
    return squares().average().orElseThrow();
  }

  /** The square of the longest row and the 1 of the bias. */
  double longestRow() {
    return squares().max().orElseThrow();
  }

  private DoubleStream squares() {
    return IntStream.range(0, rows.rows())
        .mapToDouble(i -> 1 + HealthyRows.dot(rows.row(i), rows.row(i)));
  }

  /** Of the mean of (x, 1)·(x, 1)ᵀ, by multiplying a vector with it two hundred times. */
  double largestEigenvalue() {
    int d = rows.features();
    double[] v = new double[d + 1];
    Arrays.setAll(v, j -> 1 + 0.1 * j);
    double length = Math.sqrt(HealthyRows.dot(v, v));
    for (int k = 0; k < 200; k++) {
      double[] next = new double[d + 1];
      for (int i = 0; i < rows.rows(); i++) {
        double[] x = withOne(i);
        double z = HealthyRows.dot(v, x) / (length * rows.rows());
        for (int j = 0; j <= d; j++) {
          next[j] += z * x[j];
        }
      }
      v = next;
      length = Math.sqrt(HealthyRows.dot(v, v));
    }
    return length;
  }

  private double[] withOne(int i) {
    double[] x = Arrays.copyOf(rows.row(i), rows.features() + 1);
    x[rows.features()] = 1;
    return x;
  }
}
