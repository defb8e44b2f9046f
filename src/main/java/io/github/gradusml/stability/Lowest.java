package io.github.gradusml.stability;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows with the lowest of many values. Of rows with the same value it keeps the first: they may
 * be one row many times over, and would leave no room for others.
 */
final class Lowest {
  private static final int MOST = 32;

  private final int[] rows = new int[MOST];
  private final double[] values = new double[MOST];
  private int size;

  void clear() {
    size = 0;
  }

  void add(int row, double value) {
    if (size == MOST && !(value < values[MOST - 1])) {
      return;
    }
    int at = size;
    while (at > 0 && value < values[at - 1]) {
      at--;
    }
    if (at > 0 && value == values[at - 1]) {
      return;
    }
    size = Math.min(MOST, size + 1);
    System.arraycopy(values, at, values, at + 1, size - 1 - at);
    System.arraycopy(rows, at, rows, at + 1, size - 1 - at);
    values[at] = value;
    rows[at] = row;
  }

  /** The lowest value; there is one. */
  double lowest() {
    return values[0];
  }

  List<Integer> rows() {
    List<Integer> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(rows[i]);
    }
    return list;
  }
}
