package io.github.gradusml.rows;

import java.util.Arrays;

/** One sparse row that is being put together, in any order of columns at first. */
final class SparseRow {
  private int[] indices = new int[16];
  private double[] values = new double[16];
  private int size;

  void clear() {
    size = 0;
  }

  void add(int index, double value) {
    if (size == indices.length) {
      indices = Arrays.copyOf(indices, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    indices[size] = index;
    values[size] = value;
    size++;
  }

  /** By column, ascending; equal ones side by side. */
  void sort() {
    long[] keys = new long[size];
    boolean isSorted = true;
    for (int k = 0; k < size; k++) {
      keys[k] = (long) indices[k] << Integer.SIZE | k;
      isSorted &= k == 0 || indices[k] >= indices[k - 1];
    }
    if (isSorted) {
      return;
    }
    Arrays.sort(keys);
    double[] sorted = new double[values.length];
    for (int k = 0; k < size; k++) {
      indices[k] = (int) (keys[k] >> Integer.SIZE);
      sorted[k] = values[(int) keys[k]];
    }
    values = sorted;
  }

  int[] indices() {
    return indices;
  }

  double[] values() {
    return values;
  }

  int size() {
    return size;
  }
}
