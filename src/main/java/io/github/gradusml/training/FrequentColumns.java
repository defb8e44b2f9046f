package io.github.gradusml.training;

import io.github.gradusml.data.Dataset;
import java.util.stream.IntStream;

/**
 * The columns of sparse rows in which most rows are not 0: of a million, evenly spaced ones would
 * be 0 in nearly every row, and tell nothing.
 *
 * @param columns ascending; at least one
 */
record FrequentColumns(int[] columns) {
  /** Those of some rows, of equals the first; fewer where fewer columns have a number. */
  static FrequentColumns of(Dataset sample, int most) {
    int[] counts = new int[sample.features()];
    for (int i = 0; i < sample.rows(); i++) {
      IntStream.of(sample.inputs().indices(i)).forEach(j -> counts[j]++);
    }
    int[] frequent =
        IntStream.range(0, counts.length)
            .filter(j -> counts[j] > 0)
            .mapToLong(j -> (long) -counts[j] << Integer.SIZE | j)
            .sorted()
            .limit(most)
            .mapToInt(key -> (int) key)
            .sorted()
            .toArray();
    return new FrequentColumns(frequent.length == 0 ? new int[1] : frequent);
  }

  /** A new array. */
  int[] all() {
    return columns.clone();
  }
}
