package io.github.gradusml.rows;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Vectors;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Rows of which every number is kept, one row behind the other in one array. */
final class DenseRows implements Rows {
  private final double[] x;
  private final int size;
  private final int columns;
  private final boolean isBuffer;

  /** How often a buffer was filled; 0 of rows that are no buffer. */
  private int fill;

  private final Gathering gathering = new Gathering();

  /** NaN until it is asked for; always of a buffer, whose rows change. */
  private volatile double largestSquaredLength = Double.NaN;

  private DenseRows(double[] x, int size, int columns, boolean isBuffer) {
    this.x = x;
    this.size = size;
    this.columns = columns;
    this.isBuffer = isBuffer;
  }

  static DenseRows copyOf(int rows, int columns, IntFunction<double[]> row) {
    Checks.notNull("row", row);
    double[] x = array(Checks.atLeast("rows", rows, 1), Checks.atLeast("features", columns, 1));
    for (int i = 0; i < rows; i++) {
      double[] values = row.apply(i);
      if (values == null) { // a name only if needed
        Checks.notNull("x[" + i + "]", values);
      }
      if (values.length != columns) {
        throw new IllegalArgumentException(
            "x["
                + i
                + "] must have "
                + columns
                + (i == 0 ? " features, but has " : " features like x[0], but has ")
                + values.length);
      }
      System.arraycopy(values, 0, x, i * columns, columns);
    }
    return finite(x, rows, columns);
  }

  /** Checks in 64 bits: in 32, 65,536 × 65,536 would be 0. */
  private static double[] array(long rows, long columns) {
    if (rows * columns > Checks.LONGEST_ARRAY) {
      throw new IllegalArgumentException(
          "rows × features must be at most "
              + Checks.LONGEST_ARRAY
              + ", but was "
              + rows
              + " × "
              + columns
              + " = "
              + rows * columns);
    }
    return new double[(int) (rows * columns)];
  }

  private static DenseRows finite(double[] x, int size, int columns) {
    for (int k = 0; k < x.length; k++) {
      if (!Double.isFinite(x[k])) {
        throw RowChecks.notFinite(k / columns, k % columns, x[k]);
      }
    }
    return new DenseRows(x, size, columns, false);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public double value(int row, int column) {
    return x[Checks.index("row", row, size) * columns + Checks.index("feature", column, columns)];
  }

  @Override
  public double[] row(int row) {
    int from = Checks.index("row", row, size) * columns;
    return Arrays.copyOfRange(x, from, from + columns);
  }

  @Override
  public double squaredLength(int row) {
    return Vectors.squaredNorm(x, Checks.index("row", row, size) * columns, columns);
  }

  @Override
  public double largestSquaredLength() {
    double largest = largestSquaredLength;
    if (Double.isNaN(largest)) {
      largest = 0;
      for (int i = 0; i < size; i++) {
        largest = Math.max(largest, Vectors.squaredNorm(x, i * columns, columns));
      }
      largestSquaredLength = isBuffer ? Double.NaN : largest;
    }
    return largest;
  }

  @Override
  public void addSquares(int row, double share, double[] sums) {
    int from = Checks.index("row", row, size) * columns;
    for (int j = 0; j < columns; j++) {
      sums[j] += x[from + j] * x[from + j] * share;
    }
  }

  @Override
  public void addDistances(
      int from, int to, double[] share, double[] center, double[] sums, double[] squares) {
    DenseDistances.add(x, from * columns, columns, to - from, share, center, sums, squares);
  }

  @Override
  public void multiply(int from, int to, double[] theta, Workspace workspace, double[] z) {
    checkRange(from, to, workspace, theta);
    if (workspace.copies(to - from, columns)) {
      workspace.copied().fetch(x, from * columns, columns, to - from, fill);
      workspace.copied().multiply(theta, z);
      return;
    }
    workspace.products().multiply(x, from * columns, columns, to - from, theta, 0, z);
  }

  @Override
  public void addTransposed(
      int from, int to, double[] delta, Workspace workspace, double[] gradient) {
    addTransposed(from, to, delta, workspace, gradient, false);
  }

  @Override
  public void setTransposed(
      int from, int to, double[] delta, Workspace workspace, double[] gradient) {
    addTransposed(from, to, delta, workspace, gradient, true);
  }

  private void addTransposed(
      int from, int to, double[] delta, Workspace workspace, double[] gradient, boolean toZeros) {
    checkRange(from, to, workspace, gradient);
    if (workspace.copied().hold(x, from * columns, to - from, fill)) {
      workspace.copied().addTransposed(delta, gradient, toZeros);
      return;
    }
    workspace
        .products()
        .addTransposed(x, from * columns, columns, to - from, delta, gradient, 0, toZeros);
  }

  /** Before a workspace makes room for a layer that is not there. */
  private void checkRange(int from, int to, Workspace workspace, double[] layer) {
    Objects.checkFromToIndex(from, to, size);
    if ((long) columns * workspace.units() > layer.length) {
      throw new IndexOutOfBoundsException(
          columns + " × " + workspace.units() + " weights are more than " + layer.length);
    }
  }

  @Override
  public void descend(int from, int to, RestingWeights weights, double[] eta, RowSlope slope) {
    DenseSteps.take(x, from, to, columns, weights.kept(), eta, weights.decay(), slope);
  }

  @Override
  public Rows select(int... rows) {
    Checks.notNull("rows", rows);
    double[] some = array(Checks.atLeast("rows", rows.length, 1), columns);
    for (int i = 0; i < rows.length; i++) {
      int from = Checks.index("row", rows[i], size) * columns;
      System.arraycopy(x, from, some, i * columns, columns);
    }
    return new DenseRows(some, rows.length, columns, false);
  }

  @Override
  public Rows selectColumns(int... some) {
    Checks.notNull("columns", some);
    double[] narrower = array(size, Checks.atLeast("features", some.length, 1));
    for (int k = 0; k < narrower.length; k++) {
      narrower[k] = value(k / some.length, some[k % some.length]);
    }
    return new DenseRows(narrower, size, some.length, false);
  }

  @Override
  public Rows map(Consumer<double[]> change) {
    Checks.notNull("change", change);
    double[] values = new double[x.length];
    double[] row = new double[columns];
    double[] marks = new double[columns];
    for (int i = 0; i < size; i++) {
      System.arraycopy(x, i * columns, row, 0, columns);
      change.accept(row);
      markIfNotFinite(row, marks);
      System.arraycopy(row, 0, values, i * columns, columns);
    }
    return Arrays.stream(marks).allMatch(mark -> mark == 0)
        ? new DenseRows(values, size, columns, false)
        : finite(values, size, columns);
  }

  /**
   * Makes a mark NaN; without a branch, and while the row is in cache, it costs next to nothing.
   */
  private static void markIfNotFinite(double[] row, double[] marks) {
    for (int j = 0; j < row.length; j++) {
      marks[j] += row[j] - row[j];
    }
  }

  @Override
  public Rows buffer(int rows) {
    return new DenseRows(array(Checks.atLeast("rows", rows, 1), columns), rows, columns, true);
  }

  @Override
  public void copyTo(Rows buffer, int[] order, int from, int to) {
    if (!(buffer instanceof DenseRows place && place.isBuffer && place.columns == columns)) {
      throw new IllegalArgumentException(
          "buffer must be one that buffer() of these rows made, but was " + buffer);
    }
    place.fill++;
    place.gathering.copy(x, columns, order, from, to, place.x);
  }

  @Override
  public String toString() {
    return "DenseRows(" + size + " × " + columns + (isBuffer ? ", a buffer)" : ")");
  }
}
