package io.github.gradusml.training;

import io.github.gradusml.core.RowBlock;
import io.github.gradusml.internal.DenseKernels;

/**
 * The rows of an epoch, in its order, as blocks of rows that lie one behind the other.
 *
 * <p>Rows in a shuffled order lie far apart in memory. They are fetched some hundred kilobytes at a
 * time into a buffer, which costs half of reading them one by one; rows that already lie one behind
 * the other are read where they are.
 */
final class OrderedRows {
  private static final int MOST_ROWS = 128;
  private static final int MOST_VALUES = 1 << 16;

  private final RowBlock data;
  private final int[] order;
  private RowBlock buffer;

  /** Rows loadedFrom … loadedTo−1 are at hand, as rows i + shift of the block {@code loaded}. */
  private RowBlock loaded;

  private int loadedFrom;
  private int loadedTo;
  private int shift;

  /**
   * Reads rows of the data in an order.
   *
   * @param order row numbers; null for the rows as they lie
   */
  OrderedRows(RowBlock data, int[] order) {
    this.data = data;
    this.order = order;
  }

  /** Forgets what was fetched, as the order has changed. */
  void reset() {
    loadedTo = 0;
    loadedFrom = 0;
  }

  /**
   * Fetches row i of the epoch, and as many after it as fit.
   *
   * @param limit rows from there on are of no use
   * @return the row after the last that is at hand, at most {@code limit}
   */
  int fetch(int i, int limit) {
    if (i < loadedFrom || i >= loadedTo) {
      load(i, limit);
    }
    return Math.min(limit, loadedTo);
  }

  /** The block that holds the rows at hand. */
  RowBlock block() {
    return loaded;
  }

  /** What to add to a row's place in the epoch to get its place in the block. */
  int shift() {
    return shift;
  }

  private void load(int from, int limit) {
    loadedFrom = from;
    if (order == null) {
      loadedTo = data.rows();
      loaded = data;
      shift = 0;
      return;
    }
    loadedTo = Math.min(from + bufferRows(), limit);
    if (isAscending(from, loadedTo)) {
      loaded = data;
      shift = order[from] - from;
    } else {
      gather(from, loadedTo);
      loaded = buffer;
      shift = -from;
    }
  }

  private int bufferRows() {
    int fitting = Math.max(1, Math.min(MOST_ROWS, MOST_VALUES / data.columns()));
    return Math.min(data.rows(), fitting);
  }

  private boolean isAscending(int from, int to) {
    if (order[to - 1] - order[from] != to - 1 - from) {
      return false;
    }
    for (int i = from + 1; i < to; i++) {
      if (order[i] != order[i - 1] + 1) {
        return false;
      }
    }
    return true;
  }

  private void gather(int from, int to) {
    if (buffer == null) {
      int rows = bufferRows();
      int d = data.columns();
      double[] weights = data.weights() == null ? null : new double[rows];
      buffer = new RowBlock(new double[rows * d], d, rows, new double[rows], weights);
    }
    DenseKernels.gather(data.x(), data.columns(), order, from, to, buffer.x());
    for (int i = from; i < to; i++) {
      buffer.y()[i - from] = data.y()[order[i]];
    }
    if (data.weights() != null) {
      for (int i = from; i < to; i++) {
        buffer.weights()[i - from] = data.weights()[order[i]];
      }
    }
  }
}
