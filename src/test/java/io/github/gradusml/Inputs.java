package io.github.gradusml;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.rows.Rows;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The numbers of a dataset in one array, row behind row, for tests that look at them all. */
public final class Inputs {
  private Inputs() {}

  public static double[] of(Dataset data) {
    return of(data.inputs());
  }

  public static double[] of(Rows rows) {
    return IntStream.range(0, rows.size())
        .mapToObj(rows::row)
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  /** Rows of numbers that lie one behind the other. */
  public static Rows rows(double[] x, int columns) {
    return Rows.dense(
        x.length / columns,
        columns,
        i -> Arrays.copyOfRange(x, i * columns, i * columns + columns));
  }
}
