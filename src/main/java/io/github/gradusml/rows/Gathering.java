package io.github.gradusml.rows;

/** Copies rows that lie far apart in memory, so that they lie one behind the other. */
final class Gathering {
  /** Numbers of a cache line. */
  private static final int LINE = 8;

  /** Of longer rows the processor itself sees what comes next. */
  private static final int MOST_TOUCHED = 32 * LINE;

  private double touched;

  /**
   * Copies row {@code order[k]} to place k − from, for k from … to−1.
   *
   * @param x holds the rows
   * @param columns d
   * @param into receives them
   */
  void copy(double[] x, int columns, int[] order, int from, int to, double[] into) {
    if (columns <= MOST_TOUCHED) {
      touch(x, columns, order, from, to);
    }
    for (int k = from; k < to; k++) {
      System.arraycopy(x, order[k] * columns, into, (k - from) * columns, columns);
    }
  }

  /**
   * Reads a number of each cache line. These reads do not wait for each other, and the copies
   * afterwards find their lines there or on their way; a copy would wait for its own lines alone.
   */
  private void touch(double[] x, int columns, int[] order, int from, int to) {
    double sum = 0;
    for (int k = from; k < to; k++) {
      int start = order[k] * columns;
      for (int j = 0; j < columns; j += LINE) {
        sum += x[start + j];
      }
      sum += x[start + columns - 1];
    }
    touched = sum; // so that it is read
  }
}
