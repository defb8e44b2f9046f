package io.github.gradusml.internal;

/**
 * How a large batch is cut into parts, whose sums are then added in order: by the rows and by the
 * weights that each meets, and so alike on any number of threads.
 */
public final class BatchParts {
  /** No batch has more parts. */
  public static final int MOST_PARTS = 64;

  /** Multiply-adds, one a row and weight; a row of a perceptron has one a column. */
  private static final int PRODUCTS_IN_A_PART = 1 << 17;

  /** With fewer rows for each parameter, the sums of a part would cost more than they save. */
  private static final int ROWS_FOR_A_PARAMETER = 4;

  /** Where several units share what is read of a row, a row costs less for each parameter. */
  private static final int ROWS_FOR_A_SHARED_PARAMETER = 64;

  private BatchParts() {}

  /**
   * Returns how many weights a row meets, on average: those of the first layer for its numbers that
   * are not 0 alone, where no others are kept.
   *
   * @param all how many it would meet if no number were 0
   * @param first how many of these are of the first layer
   * @param met how many of the first layer all rows meet together
   * @param rows how many rows there are
   * @return at least 1
   */
  public static int weightsMet(int all, int first, long met, int rows) {
    return (int) Math.max(1, all - first + (met - 1) / rows + 1);
  }

  /**
   * Returns how many rows a part has.
   *
   * @param rows those of the batch
   * @param weights how many a row meets
   * @param parameters weights and biases
   * @param units those of the first layer
   * @return at least 1; at least {@code rows} where there is one part
   */
  public static int rowsInAPart(int rows, int weights, int parameters, int units) {
    int forEach = units == 1 ? ROWS_FOR_A_PARAMETER : ROWS_FOR_A_SHARED_PARAMETER;
    long least = Math.max(PRODUCTS_IN_A_PART, (long) forEach * parameters);
    return (int) Math.max((rows - 1) / MOST_PARTS + 1, Math.min(rows, least / weights));
  }
}
