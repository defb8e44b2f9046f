package io.github.gradusml;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.rows.SparseRowsBuilder;
import java.util.Random;

/** The same numbers, of which only those are kept that are not 0. */
public final class SparseCopy {
  private SparseCopy() {}

  public static Rows of(Rows rows) {
    SparseRowsBuilder builder = Rows.sparse(rows.columns());
    for (int i = 0; i < rows.size(); i++) {
      builder.add(rows.indices(i), rows.values(i));
    }
    return builder.build();
  }

  public static Dataset of(Dataset data) {
    return data.withInputs(of(data.inputs()), data.featureNames());
  }

  /** Dense rows of which most numbers are 0, with targets 0 and 1. */
  public static Dataset mostlyZeros(int rows, int columns, long seed) {
    Random random = new Random(seed);
    double[][] x = new double[rows][columns];
    double[] y = new double[rows];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        x[i][j] = random.nextInt(3) == 0 ? random.nextGaussian() : 0;
      }
      y[i] = x[i][0] + x[i][1] - x[i][2] + 0.5 * random.nextGaussian() > 0 ? 1 : 0;
    }
    return Dataset.of(x, y);
  }

  /** Sparse rows of a million columns, with 50 numbers a row and targets 0 and 1. */
  public static Dataset wide(int rows, int columns, long seed) {
    Random random = new Random(seed);
    SparseRowsBuilder builder = Rows.sparse(columns);
    double[] y = new double[rows];
    for (int i = 0; i < rows; i++) {
      int[] indices = random.ints(0, columns).distinct().limit(50).sorted().toArray();
      builder.add(indices, random.doubles(50, 1, 4).toArray());
      y[i] = i % 2;
    }
    return Dataset.of(builder.build(), y);
  }
}
