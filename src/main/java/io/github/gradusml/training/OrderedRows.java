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
final class OrderedRows implements RowsAtHand {
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
    int numbers = (int) Math.max(1, data.inputs().numbers() / data.rows()); // those of a row
    int fitting = Math.max(1, Math.min(MOST_ROWS, MOST_VALUES / numbers));
    int together = Products.rowsTogether(batch, numbers);
    this.atATime = Math.min(data.rows(), Math.max(1, fitting / together) * together);
    this.y = new double[atATime];
    this.weights = relativeWeights == null ? null : new double[atATime];
  }

  /** The weights of rows that a training counts by; null where every row counts 1. */
  static double[] relativeWeights(Dataset data) {
    return data.isWeighted() ? data.relativeWeights() : null;
  }

  @Override
  public int size() {
    return data.rows();
  }

  @Override
  public void reset() {
    from = 0;
    to = 0;
  }

  @Override
  public int fetch(int i, int limit) {
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

  @Override
  public Rows rows() {
    return rows;
  }

  @Override
  public int shift() {
    return shift;
  }

  @Override
  public double[] y() {
    return y;
  }

  @Override
  public double[] weights() {
    return weights;
  }

  @Override
  public int first() {
    return from;
  }
}
