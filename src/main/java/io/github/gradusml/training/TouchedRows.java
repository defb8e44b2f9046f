package io.github.gradusml.training;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.rows.TouchedColumns;

/** The rows of one batch at a time, with no other columns than these rows have. */
final class TouchedRows implements RowsAtHand {
  private final Dataset data;
  private final double[] relativeWeights;
  private final int[] order;
  private final TouchedColumns columns;
  private final double[] y;
  private final double[] weights;

  private int from;
  private int to;

  /**
   * @param relativeWeights how much each row counts, 1 on average; null where every row counts 1
   * @param order row numbers; null for the rows as they lie
   * @param batch how many rows are asked for together
   */
  TouchedRows(
      Dataset data, double[] relativeWeights, int[] order, int batch, TouchedColumns columns) {
    this.data = data;
    this.relativeWeights = relativeWeights;
    this.order = order;
    this.columns = columns;
    this.y = new double[batch];
    this.weights = relativeWeights == null ? null : new double[batch];
  }

  /** Turns to rows from … to−1 of the epoch. */
  void turnTo(int from, int to) {
    this.from = from;
    this.to = to;
    columns.turnTo(order, from, to);
    for (int i = from; i < to; i++) {
      int row = order == null ? i : order[i];
      y[i - from] = data.target(row);
      if (weights != null) {
        weights[i - from] = relativeWeights[row];
      }
    }
  }

  /** All of the batch is at hand. */
  @Override
  public int fetch(int i, int limit) {
    return Math.min(to, limit);
  }

  @Override
  public Rows rows() {
    return columns.rows();
  }

  @Override
  public int shift() {
    return -from;
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

  @Override
  public int size() {
    return data.rows();
  }

  @Override
  public void reset() {}
}
