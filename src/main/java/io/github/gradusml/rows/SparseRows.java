package io.github.gradusml.rows;

import io.github.gradusml.internal.Checks;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Rows of which only the numbers that are not 0 are kept, each with its column: compressed rows.
 *
 * <pre>{@code
 * row i:  indices[starts[i]] … indices[starts[i + 1] − 1], ascending, and as many values
 * }</pre>
 *
 * <p>A number takes 12 bytes, and a row 4.
 */
final class SparseRows implements Rows {
  private final int columns;
  private final boolean isBuffer;

  /** By how many bits an index is to be shifted to be a column. */
  private final int shift;

  /** Change in a buffer alone. */
  private int[] starts;

  private int[] indices;
  private double[] values;

  /** NaN until it is asked for. */
  private volatile double largestSquaredLength = Double.NaN;

  /** Takes the arrays over. */
  SparseRows(int columns, int[] starts, int[] indices, double[] values) {
    this(columns, starts, indices, values, false, 0);
  }

  /**
   * Rows for {@link #multiply} and {@link #addTransposed} alone, made by {@link TouchedColumns}.
   */
  static SparseRows narrow(int columns, int[] starts, int[] indices, double[] values) {
    return new SparseRows(columns, starts, indices, values, false, SparseProducts.CODED);
  }

  private SparseRows(
      int columns, int[] starts, int[] indices, double[] values, boolean isBuffer, int shift) {
    this.columns = columns;
    this.starts = starts;
    this.indices = indices;
    this.values = values;
    this.isBuffer = isBuffer;
    this.shift = shift;
  }

  @Override
  public int size() {
    return starts.length - 1;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public boolean isSparse() {
    return true;
  }

  @Override
  public long numbers() {
    return starts[size()];
  }

  /** Where the numbers of a row begin; of the row after the last, where they end. */
  int start(int row) {
    return starts[row];
  }

  /** All columns; not a copy. */
  int[] indices() {
    return indices;
  }

  /** All numbers; not a copy. */
  double[] values() {
    return values;
  }

  private int checked(int row) {
    RowChecks.whole(shift);
    return starts[Checks.index("row", row, size())];
  }

  @Override
  public double value(int row, int column) {
    Checks.index("feature", column, columns);
    int at = Arrays.binarySearch(indices, checked(row), starts[row + 1], column);
    return at < 0 ? 0 : values[at];
  }

  @Override
  public double[] row(int row) {
    double[] all = new double[columns];
    for (int at = checked(row); at < starts[row + 1]; at++) {
      all[indices[at]] = values[at];
    }
    return all;
  }

  @Override
  public int[] indices(int row) {
    return Arrays.copyOfRange(indices, checked(row), starts[row + 1]);
  }

  @Override
  public double[] values(int row) {
    return Arrays.copyOfRange(values, checked(row), starts[row + 1]);
  }

  @Override
  public double squaredLength(int row) {
    return SparseProducts.squares(indices, values, checked(row), starts[row + 1]);
  }

  @Override
  public double largestSquaredLength() {
    double largest = largestSquaredLength;
    if (Double.isNaN(largest)) {
      largest = IntStream.range(0, size()).mapToDouble(this::squaredLength).max().orElse(0);
      largestSquaredLength = isBuffer ? Double.NaN : largest;
    }
    return largest;
  }

  @Override
  public void addSquares(int row, double share, double[] sums) {
    for (int at = checked(row); at < starts[row + 1]; at++) {
      sums[indices[at]] += values[at] * values[at] * share;
    }
  }

  @Override
  public void addDistances(
      int from, int to, double[] share, double[] center, double[] sums, double[] squares) {
    SparseDistances.add(starts, indices, values, from, to, share, center, sums, squares);
  }

  @Override
  public void multiply(int from, int to, double[] theta, Workspace workspace, double[] z) {
    checkRange(from, to, workspace, theta);
    int k = workspace.units();
    for (int i = from; i < to; i++) {
      int at = starts[i];
      int end = starts[i + 1];
      if (k == 1) {
        z[i - from] = SparseProducts.dot(indices, values, at, end, shift, theta, workspace.sums());
      } else {
        SparseProducts.multiply(indices, values, at, end, shift, theta, k, z, (i - from) * k);
      }
    }
  }

  @Override
  public void addTransposed(
      int from, int to, double[] delta, Workspace workspace, double[] gradient) {
    checkRange(from, to, workspace, gradient);
    int k = workspace.units();
    for (int i = from; i < to; i++) {
      SparseProducts.addTransposed(
          indices, values, starts[i], starts[i + 1], shift, delta, (i - from) * k, k, gradient);
    }
  }

  @Override
  public void setTransposed(
      int from, int to, double[] delta, Workspace workspace, double[] gradient) {
    checkRange(from, to, workspace, gradient);
    Arrays.fill(gradient, 0, columns * workspace.units(), 0);
    addTransposed(from, to, delta, workspace, gradient);
  }

  @Override
  public void descend(int from, int to, RestingWeights weights, double[] eta, RowSlope slope) {
    SparseSteps.take(this, from, to, weights, eta, slope);
  }

  private void checkRange(int from, int to, Workspace workspace, double[] layer) {
    Objects.checkFromToIndex(from, to, size());
    if ((long) columns * workspace.units() > layer.length) {
      throw new IndexOutOfBoundsException(
          columns + " × " + workspace.units() + " weights are more than " + layer.length);
    }
  }

  @Override
  public Rows select(int... rows) {
    Checks.notNull("rows", rows);
    Checks.atLeast("rows", rows.length, 1);
    SparseRows some = new SparseRows(columns, new int[rows.length + 1], null, null, false, 0);
    some.fetch(this, rows, 0, rows.length);
    return some;
  }

  @Override
  public Rows buffer(int rows) {
    int[] none = new int[Checks.length("rows + 1", Checks.atLeast("rows", rows, 1) + 1L, 1)];
    return new SparseRows(columns, none, new int[0], new double[0], true, 0);
  }

  @Override
  public void copyTo(Rows buffer, int[] order, int from, int to) {
    if (!(buffer instanceof SparseRows place && place.isBuffer && place.columns == columns)) {
      throw new IllegalArgumentException(
          "buffer must be one that buffer() of these rows made, but was " + buffer);
    }
    place.fetch(this, order, from, to);
  }

  private void fetch(SparseRows all, int[] order, int from, int to) {
    RowChecks.whole(all.shift);
    long count = 0;
    for (int k = from; k < to; k++) {
      int row = Checks.index("row", order[k], all.size());
      count += all.starts[row + 1] - all.starts[row];
      starts[k - from + 1] = (int) count;
    }
    Arrays.fill(starts, to - from + 1, starts.length, (int) count);
    if (indices == null || indices.length < count) {
      int room = Checks.length("numbers that are not 0", count, 1);
      indices = new int[room];
      values = new double[room];
    }
    for (int k = from; k < to; k++) {
      int source = all.starts[order[k]];
      int at = starts[k - from];
      int length = starts[k - from + 1] - at;
      System.arraycopy(all.indices, source, indices, at, length);
      System.arraycopy(all.values, source, values, at, length);
    }
  }

  @Override
  public Rows selectColumns(int... some) {
    return SparseColumns.select(this, Checks.notNull("columns", some));
  }

  @Override
  public Rows map(Consumer<double[]> change) {
    return SparseColumns.map(this, Checks.notNull("change", change));
  }

  @Override
  public Rows scaleColumns(double... factors) {
    RowChecks.whole(shift);
    RowChecks.oneAColumn("factors", columns, Checks.notNull("factors", factors).length);
    double[] scaled = SparseColumns.scaled(this, factors);
    return SparseColumns.withoutZeros(new SparseRows(columns, starts, indices, scaled));
  }

  @Override
  public String toString() {
    String kept = size() + " × " + columns + ", " + numbers() + " numbers";
    return "SparseRows(" + kept + (isBuffer ? ", a buffer)" : ")");
  }
}
