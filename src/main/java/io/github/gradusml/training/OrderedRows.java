package io.github.gradusml.training;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Products;
import io.github.gradusml.rows.Rows;

/**
 * The rows of an epoch, in its order, some hundred at a time.
 *
 * <p>Rows in a shuffled order lie far apart in memory. They are fetched some hundred kilobytes at a
 * time into a buffer, which costs half of reading them one by one; rows that already lie one behind
 * the other are read where they are.
 */
final class OrderedRows {
  private static final int MOST_ROWS = 128;
  private static final int MOST_VALUES = 1 << 16;

  private final Dataset data;
  private final double[] relativeWeights;
  private final int[] order;
  private final int atATime;
  private final double[] y;
  private final double[] weights;
  private Rows buffer;

  /** Rows from … to−1 of the epoch are at hand, as rows i + shift of {@code rows}. */
  private Rows rows;

  private int from;
  private int to;
  private int shift;

  /**
   * Reads rows of the data in an order.
   *
   * @param relativeWeights how much each row counts, 1 on average; null where every row counts 1
   * @param order row numbers; null for the rows as they lie
   * @param batch how many rows are asked for together; whole batches are fetched, where they fit
   */
  OrderedRows(Dataset data, double[] relativeWeights, int[] order, int batch) {
    this.data = data;
    this.relativeWeights = relativeWeights;
    this.order = order;
    int fitting = Math.max(1, Math.min(MOST_ROWS, MOST_VALUES / data.features()));
    int together = Products.rowsTogether(batch, data.features());
    this.atATime = Math.min(data.rows(), Math.max(1, fitting / together) * together);
    this.y = new double[atATime];
    this.weights = relativeWeights == null ? null : new double[atATime];
  }

  /** The weights of rows that a training counts by; null where every row counts 1. */
  static double[] relativeWeights(Dataset data) {
    return data.isWeighted() ? data.relativeWeights() : null;
  }

  /** How many rows an epoch has. */
  int size() {
    return data.rows();
  }

  /** Forgets what was fetched, as the order has changed. */
  void reset() {
    from = 0;
    to = 0;
  }

  /**
   * Fetches row i of the epoch, and as many after it as fit.
   *
   * @param limit rows from there on are of no use
   * @return the row after the last that is at hand, at most {@code limit}
   */
  int fetch(int i, int limit) {
    if (i < from || i >= to) {
      from = i;
      to = Math.min(i + atATime, limit);
      load();
    }
    return Math.min(limit, to);
  }

  private void load() {
    rows = data.inputs();
    if (order == null || areOneBehindTheOther()) {
      int first = order == null ? from : order[from];
      shift = first - from;
      data.copyTargets(first, first + to - from, y);
      if (weights != null) {
        System.arraycopy(relativeWeights, first, weights, 0, to - from);
      }
      return;
    }
    for (int i = from; i < to; i++) {
      y[i - from] = data.target(order[i]);
      if (weights != null) {
        weights[i - from] = relativeWeights[order[i]];
      }
    }
    buffer = buffer == null ? rows.buffer(atATime) : buffer;
    rows.copyTo(buffer, order, from, to);
    rows = buffer;
    shift = -from;
  }

  private boolean areOneBehindTheOther() {
    int between = order[from] - from;
    int off = 0;
    for (int i = from; i < to; i++) {
      off |= (order[i] - i) ^ between;
    }
    return off == 0;
  }

  /** What holds the rows at hand; row i of the epoch is its row i + {@link #shift()}. */
  Rows rows() {
    return rows;
  }

  /** What to add to a row's place in the epoch to get its place in {@link #rows()}. */
  int shift() {
    return shift;
  }

  /** The targets of the rows at hand, the first of which is row {@link #first()} of the epoch. */
  double[] y() {
    return y;
  }

  /** The weights of the rows at hand, as their targets; null where every row counts 1. */
  double[] weights() {
    return weights;
  }

  /** The first row of the epoch that is at hand. */
  int first() {
    return from;
  }
}
