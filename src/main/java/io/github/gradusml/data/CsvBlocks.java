package io.github.gradusml.data;

import io.github.gradusml.rows.Rows;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of numbers whose number is not yet known: they lie in blocks, and are copied once, when it
 * is. So the most memory that reading needs is twice that of the rows.
 */
final class CsvBlocks {
  private static final int NUMBERS_A_BLOCK = 8192;

  private final int columns;
  private final int rowsInBlock;
  private final List<double[]> blocks = new ArrayList<>();
  private int size;

  CsvBlocks(int columns) {
    this.columns = columns;
    this.rowsInBlock = Math.max(1, NUMBERS_A_BLOCK / columns);
  }

  int size() {
    return size;
  }

  /** Adds a row; copied. */
  void add(double[] row) {
    if (size == rowsInBlock * blocks.size()) {
      blocks.add(new double[rowsInBlock * columns]);
    }
    System.arraycopy(row, 0, blocks.get(blocks.size() - 1), size % rowsInBlock * columns, columns);
    size++;
  }

  Rows toRows() {
    double[] row = new double[columns];
    return Rows.dense(
        size,
        columns,
        i -> {
          copyRow(i, row, 0);
          return row;
        });
  }

  double[] toArray() {
    double[] all = new double[size * columns];
    for (int i = 0; i < size; i++) {
      copyRow(i, all, i * columns);
    }
    return all;
  }

  private void copyRow(int i, double[] into, int at) {
    double[] block = blocks.get(i / rowsInBlock);
    System.arraycopy(block, i % rowsInBlock * columns, into, at, columns);
  }
}
