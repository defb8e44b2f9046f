package io.github.gradusml.data;

import static java.util.stream.IntStream.range;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.rows.Rows;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.OpenMapRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** What rows are outside: a matrix of commons-math3, or a word on their size. */
final class InMemory {
  private InMemory() {}

  /** See {@link Dataset#toMatrix}. */
  static RealMatrix matrix(Rows rows) {
    Checks.noTexts("data", rows.columns());
    if (!rows.isSparse()) {
      return MatrixUtils.createRealMatrix(
          range(0, rows.size()).mapToObj(rows::row).toArray(double[][]::new));
    }
    long numbers = (long) rows.size() * rows.columns();
    if (numbers >= Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "rows × features must be below 2³¹ − 1 for a matrix of commons-math3, but was "
              + rows.size()
              + " × "
              + rows.columns()
              + "; select rows or features first");
    }
    RealMatrix matrix = new OpenMapRealMatrix(rows.size(), rows.columns());
    for (int i = 0; i < rows.size(); i++) {
      int[] indices = rows.indices(i);
      double[] values = rows.values(i);
      for (int at = 0; at < indices.length; at++) {
        matrix.setEntry(i, indices[at], values[at]);
      }
    }
    return matrix;
  }

  /** For a text: n × d, and how many of these are not 0 where only those are kept. */
  static String size(Rows rows) {
    if (rows.columns() == 0) {
      return Texts.count(rows.size(), "text");
    }
    String size = rows.size() + " rows × " + rows.columns() + " features";
    return rows.isSparse() ? size + ", " + rows.numbers() + " numbers not 0" : size;
  }
}
