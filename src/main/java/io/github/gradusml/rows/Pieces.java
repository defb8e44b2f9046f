package io.github.gradusml.rows;

import io.github.gradusml.internal.Checks;
import java.util.ArrayList;
import java.util.List;

/** A growing list of columns with their numbers, in pieces that need not be copied to grow. */
final class Pieces {
  /**
   * 12 bytes each; as many as are wasted at the most. Arrays of half a megabyte and more would each
   * have a region of the heap for themselves, and leave half of it empty.
   */
  private static final int LARGEST = 1 << 15;

  private static final int FIRST = 1 << 8;

  private final List<int[]> indices = new ArrayList<>();
  private final List<double[]> values = new ArrayList<>();
  private int[] lastIndices = {};
  private double[] lastValues = {};
  private int used;
  private int size;

  int size() {
    return size;
  }

  /** Whether so many more fit, before any of them is added. */
  void checkRoom(int more) {
    long all = (long) size + more;
    if (all > Checks.LONGEST_ARRAY) {
      throw new IllegalArgumentException(
          "numbers that are not 0 must be at most "
              + Checks.LONGEST_ARRAY
              + " in all rows, but were "
              + all
              + "; train on parts of the rows, one after the other, by Trainer.resume");
    }
  }

  void add(int column, double value) {
    if (used == lastIndices.length) {
      grow();
    }
    lastIndices[used] = column;
    lastValues[used] = value;
    used++;
    size++;
  }

  private void grow() {
    int length = Math.min(LARGEST, Math.max(FIRST, size));
    lastIndices = new int[length];
    lastValues = new double[length];
    indices.add(lastIndices);
    values.add(lastValues);
    used = 0;
  }

  /**
   * All numbers in one array; a piece is let go as soon as it is copied. They go first: where the
   * longest array is made before any other, what the collector cannot move is not in its way.
   */
  double[] takeValues() {
    double[] all = new double[size];
    int at = 0;
    for (int k = 0; k < values.size(); k++) {
      double[] piece = values.set(k, null);
      int count = Math.min(piece.length, size - at);
      System.arraycopy(piece, 0, all, at, count);
      at += count;
    }
    values.clear();
    lastValues = new double[0];
    return all;
  }

  /** All columns, counted from one of them, after the numbers; then there are none left. */
  int[] takeIndices(int first) {
    int[] all = new int[size];
    int at = 0;
    for (int k = 0; k < indices.size(); k++) {
      int[] piece = indices.set(k, null);
      int count = Math.min(piece.length, size - at);
      for (int i = 0; i < count; i++) {
        all[at++] = piece[i] - first;
      }
    }
    indices.clear();
    lastIndices = new int[0];
    used = 0;
    size = 0;
    return all;
  }
}
