package io.github.gradusml.training;

import io.github.gradusml.data.Dataset;
import java.util.stream.IntStream;

/**
 * Some rows from all over the data: enough to tell orders of magnitude, and few enough to cost
 * nothing.
 */
final class Sample {
  private static final int MOST_ROWS = 1024;

  private Sample() {}

  /** The data, or {@value #MOST_ROWS} of their rows, evenly spaced. */
  static Dataset of(Dataset data) {
    int n = data.rows();
    // Weights of some rows need not be 1 on average.
    if (n <= MOST_ROWS || data.block().weights() != null) {
      return data;
    }
    return data.select(
        IntStream.range(0, MOST_ROWS).map(k -> (int) ((long) k * n / MOST_ROWS)).toArray());
  }
}
