package io.github.gradusml.text;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.rows.SparseRowsBuilder;
import java.util.Arrays;

/**
 * The columns that the words of one text count in, and what they come to.
 *
 * <p>A place is 2·column, and 1 more where the word counts −1: sorted, those of a column are side
 * by side.
 */
final class CountedColumns {
  private long[] places = new long[64];
  private int size;
  private int[] indices = new int[64];
  private double[] values = new double[64];

  static long place(int column, boolean isNegative) {
    return 2L * column + (isNegative ? 1 : 0);
  }

  /** Counts a word, unless its place is negative. */
  void add(long place) {
    if (place < 0) {
      return;
    }
    if (size == places.length) {
      places = Arrays.copyOf(places, Checks.length("2 × words of a text", 2, size));
    }
    places[size++] = place;
  }

  /** Adds what was counted as a row, and begins anew. */
  void addTo(SparseRowsBuilder rows, double[] factors, boolean toUnitLength) {
    int count = count();
    for (int k = 0; factors != null && k < count; k++) {
      values[k] *= factors[indices[k]];
    }
    if (toUnitLength) {
      divideByLength(count);
    }
    rows.add(indices, values, count);
    size = 0;
  }

  private int count() {
    Arrays.sort(places, 0, size);
    int count = 0;
    for (int i = 0; i < size; i++) {
      int column = (int) (places[i] / 2);
      if (count == 0 || indices[count - 1] != column) {
        makeRoom(count);
        indices[count] = column;
        values[count++] = 0;
      }
      values[count - 1] += 1 - 2 * (places[i] & 1);
    }
    return count;
  }

  private void makeRoom(int count) {
    if (count == indices.length) {
      indices = Arrays.copyOf(indices, places.length);
      values = Arrays.copyOf(values, places.length);
    }
  }

  /** A row of zeros stays one. */
  private void divideByLength(int count) {
    double squares = 0;
    for (int k = 0; k < count; k++) {
      squares += values[k] * values[k];
    }
    double length = Math.sqrt(squares);
    for (int k = 0; length > 0 && k < count; k++) {
      values[k] /= length;
    }
  }
}
