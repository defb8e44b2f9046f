package io.github.gradusml.core;

/**
 * Rows of features that lie one behind the other in memory, with their targets: what a gradient is
 * computed from.
 *
 * <p>Row i is {@code x[i·columns] … x[(i+1)·columns − 1]} and its target is {@code y[i]}. The
 * arrays are not copied, for speed: who is handed a block reads it and never writes to it.
 *
 * @param x the features, row by row; at least rows × columns long
 * @param columns the number of features in a row
 * @param rows the number of rows
 * @param y the targets; at least {@code rows} long
 * @param weights how much each row counts, 1 on average; null where every row counts 1
 */
public record RowBlock(double[] x, int columns, int rows, double[] y, double[] weights) {
  /**
   * Makes a block in which every row counts 1.
   *
   * @param x the features, row by row
   * @param columns the number of features in a row
   * @param rows the number of rows
   * @param y the targets
   */
  public RowBlock(double[] x, int columns, int rows, double[] y) {
    this(x, columns, rows, y, null);
  }
}
