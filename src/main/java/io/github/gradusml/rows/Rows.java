package io.github.gradusml.rows;

import io.github.gradusml.internal.Checks;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.RealVector;

/**
 * Rows of features as they lie in memory: the matrix X, n rows × d columns of finite numbers.
 *
 * <p>How they lie is their own business: they hand out no array, and are never written to. What a
 * model needs of them is two products, one on the way to its net inputs and one on the way back to
 * the gradient of its first layer:
 *
 * <pre>{@code
 * Z ← X·W₁        G₁ ← G₁ + Xᵀ·Δ
 * }</pre>
 *
 * <p>W₁ lies at the beginning of θ, column by column of X: the weights of column j to k units are
 * {@code θ[j·k] … θ[j·k + k − 1]}. G₁ lies the same way.
 *
 * <p>The order of every sum is defined, so that results are the same to the last bit: over columns,
 * for one unit, four interleaved sums (column j goes to sum j mod 4, then {@code (s0 + s1) + (s2 +
 * s3)}); for several units, strictly column after column; over rows, strictly row after row.
 *
 * <p>The products check nothing beyond Java's own array bounds: who trains with them checks once.
 * Any number of threads may read rows; only a {@linkplain #buffer buffer} and a {@link Workspace}
 * belong to one.
 *
 * <p>Symbols: X features, W₁ weights of a first layer, Z net inputs, Δ slopes of the loss with
 * respect to Z.
 */
public sealed interface Rows permits DenseRows, SparseRows, TextRows {
  /**
   * Returns rows of which every number is kept.
   *
   * @param rows n; at least 1
   * @param columns d; at least 1, with n·d below 2³¹ − 8
   * @param row gives row i, length d, finite; asked once for each, in order; copied
   * @return the rows
   * @throws IllegalArgumentException if a length is wrong or a value not finite; the message says
   *     where
   */
  static Rows dense(int rows, int columns, IntFunction<double[]> row) {
    return DenseRows.copyOf(rows, columns, row);
  }

  /**
   * Begins rows of which only the numbers that are not 0 are kept: for words, clicks and whatever
   * else has thousands of columns and a hundred numbers a row.
   *
   * <p>A number takes 12 bytes and a row 4; there may be up to 2³¹ − 8 numbers.
   *
   * @param columns d; at least 1
   * @return what takes the rows
   * @throws IllegalArgumentException if {@code columns < 1}
   */
  static SparseRowsBuilder sparse(int columns) {
    return new SparseRowsBuilder(columns);
  }

  /**
   * Returns sparse rows out of numbers that come with their row and column, in any order.
   *
   * @param rows n; at least 1; a row without numbers is one of zeros
   * @param columns d; at least 1
   * @param row the row of each number, from 0
   * @param column the column of each number, from 0; no row has one twice
   * @param values the numbers, finite; all three arrays are as long, and copied
   * @return the rows
   * @throws IllegalArgumentException if there is no such row or column, one comes twice, or a
   *     number is not finite
   */
  static Rows sparse(int rows, int columns, int[] row, int[] column, double[] values) {
    return Triplets.rows(rows, columns, row, column, values);
  }

  /**
   * Returns sparse rows out of vectors of commons-math3.
   *
   * @param vectors one a row, all of one dimension; where they are sparse, only what they keep is
   *     looked at
   * @return the rows
   * @throws IllegalArgumentException if there are none, their dimensions differ, or a number is not
   *     finite
   */
  static Rows sparse(List<? extends RealVector> vectors) {
    List<RealVector> all = Checks.noneNull("vectors", vectors);
    Checks.atLeast("vectors", all.size(), 1);
    SparseRowsBuilder builder = sparse(all.get(0).getDimension());
    all.forEach(builder::add);
    return builder.build();
  }

  /**
   * Returns rows that are texts still, without a column: words become columns by a vectorizer.
   *
   * @param texts one a row; at least one
   * @return the rows
   * @throws IllegalArgumentException if there are none
   */
  static Rows texts(List<String> texts) {
    return TextRows.of(texts);
  }

  /**
   * Returns the number of rows.
   *
   * @return n
   */
  int size();

  /**
   * Returns the number of columns.
   *
   * @return d
   */
  int columns();

  /**
   * Returns one number.
   *
   * @param row i, from 0
   * @param column j, from 0
   * @return xᵢⱼ
   * @throws IndexOutOfBoundsException if there is no such row or column
   */
  double value(int row, int column);

  /**
   * Returns one row.
   *
   * @param row i, from 0
   * @return a new array, length d
   * @throws IndexOutOfBoundsException if there is no such row
   */
  double[] row(int row);

  /**
   * Tells whether only numbers that are not 0 are kept.
   *
   * @return false where every number is
   */
  default boolean isSparse() {
    return false;
  }

  /**
   * Returns how many numbers are kept, in all rows: what a pass over the rows costs.
   *
   * @return n·d, or as many as are not 0 where rows are sparse
   */
  default long numbers() {
    return (long) size() * columns();
  }

  /**
   * Returns the columns in which a row is not 0.
   *
   * @param row i, from 0
   * @return a new array, ascending
   * @throws IndexOutOfBoundsException if there is no such row
   */
  default int[] indices(int row) {
    double[] all = row(row);
    return IntStream.range(0, all.length).filter(j -> all[j] != 0).toArray();
  }

  /**
   * Returns the numbers of a row that are not 0.
   *
   * @param row i, from 0
   * @return a new array, as long as {@link #indices}
   * @throws IndexOutOfBoundsException if there is no such row
   */
  default double[] values(int row) {
    return DoubleStream.of(row(row)).filter(value -> value != 0).toArray();
  }

  /**
   * Returns the texts that words are to be counted in.
   *
   * @return one a row, where rows are texts still; else none
   */
  default List<String> texts() {
    return List.of();
  }

  /**
   * Returns the squared length of one row, ‖xᵢ‖².
   *
   * @param row i, from 0
   * @return Σⱼ xᵢⱼ²
   * @throws IndexOutOfBoundsException if there is no such row
   */
  double squaredLength(int row);

  /**
   * Returns the squared length of the longest row: what limits the learning rate where updates look
   * at few rows. It takes a pass over all rows when it is first asked for, and none afterwards.
   *
   * @return maxᵢ ‖xᵢ‖²
   */
  double largestSquaredLength();

  /**
   * Adds the squares of one row, each as often as it counts.
   *
   * <pre>{@code sumⱼ ← sumⱼ + xᵢⱼ²·share}</pre>
   *
   * @param row i, from 0
   * @param share how much the row counts
   * @param sums one a column; added to
   * @throws IndexOutOfBoundsException if there is no such row
   */
  void addSquares(int row, double share, double[] sums);

  /**
   * Adds the distances of some rows from a center, and the squares of these, row after row, each as
   * often as its row counts: what means and deviations of columns are made of.
   *
   * <pre>{@code
   * sumⱼ ← sumⱼ + Σᵢ sᵢ·(xᵢⱼ − cⱼ)        squareⱼ ← squareⱼ + Σᵢ sᵢ·(xᵢⱼ − cⱼ)²
   * }</pre>
   *
   * @param from the first row
   * @param to the row after the last
   * @param share how much row {@code from + i} counts, at i
   * @param center c, one number a column
   * @param sums one a column; added to
   * @param squares one a column; added to
   */
  void addDistances(
      int from, int to, double[] share, double[] center, double[] sums, double[] squares);

  /**
   * Computes Z ← X·W₁ for some of the rows.
   *
   * @param from the first row
   * @param to the row after the last
   * @param theta begins with W₁, d × k
   * @param workspace how many units there are, k, and room to work in
   * @param z receives the products of row {@code from + i} at {@code i·k}; overwritten
   */
  void multiply(int from, int to, double[] theta, Workspace workspace, double[] z);

  /**
   * Adds Xᵀ·Δ of some of the rows to the gradient of W₁, row after row.
   *
   * @param from the first row
   * @param to the row after the last
   * @param delta holds the slopes of row {@code from + i} at {@code i·k}
   * @param workspace how many units there are, k, and room to work in
   * @param gradient begins with G₁, d × k; added to
   */
  void addTransposed(int from, int to, double[] delta, Workspace workspace, double[] gradient);

  /**
   * Sets the gradient of W₁ to Xᵀ·Δ of some of the rows: to the last bit what {@link
   * #addTransposed} makes of zeros, without reading them.
   *
   * @param from the first row
   * @param to the row after the last
   * @param delta holds the slopes of row {@code from + i} at {@code i·k}
   * @param workspace how many units there are, k, and room to work in
   * @param gradient begins with G₁, d × k; overwritten
   */
  void setTransposed(int from, int to, double[] delta, Workspace workspace, double[] gradient);

  /**
   * Takes a step of gradient descent for each of some rows, one after the other, in one pass over
   * each: what the loop of a training does row by row where there is one unit, no optimizer with a
   * memory, and no penalty or L2; where rows are sparse, L1 or both too.
   *
   * <pre>{@code
   * z = w·xᵢ + b        δ = slope(i, z)        w ← soft((1 − η·a)·w − (η·δ)·xᵢ, η·b₁)        b ← b − η·δ
   * }</pre>
   *
   * <p>Where every number is kept no weight ever rests.
   *
   * @param from the first row
   * @param to the row after the last
   * @param weights w with its decay a and its shrinkage b₁, and b behind it, where there is one
   * @param eta the rate of row {@code from + i} at i
   * @param slope δ of a row, from its number and z
   */
  void descend(int from, int to, RestingWeights weights, double[] eta, RowSlope slope);

  /**
   * Returns some of the rows, in the order asked for.
   *
   * @param rows the row numbers; a row may come more than once
   * @return the rows
   * @throws IllegalArgumentException if no row is asked for, or more than fit into memory
   * @throws IndexOutOfBoundsException if there is no such row
   */
  Rows select(int... rows);

  /**
   * Returns the rows with some of the columns, in the order asked for.
   *
   * @param columns the column numbers
   * @return the narrower rows
   * @throws IllegalArgumentException if no column is asked for
   * @throws IndexOutOfBoundsException if there is no such column
   */
  Rows selectColumns(int... columns);

  /**
   * Returns rows of other numbers.
   *
   * @param change changes the numbers of a row where they are: it gets a copy of each, length d, in
   *     order, which is its own until it returns
   * @return the new rows
   * @throws IllegalArgumentException if a new number is not finite; the message says where
   */
  Rows map(Consumer<double[]> change);

  /**
   * Returns rows with each column multiplied by a number: what is 0 stays so.
   *
   * @param factors one a column
   * @return the new rows
   * @throws IllegalArgumentException if their number differs, or a new number is not finite; the
   *     message says where
   */
  default Rows scaleColumns(double... factors) {
    RowChecks.oneAColumn("factors", columns(), Checks.notNull("factors", factors).length);
    return map(row -> Arrays.setAll(row, j -> row[j] * factors[j]));
  }

  /**
   * Returns an empty place for some of these rows, into which {@link #copyTo} fetches them: reading
   * rows from all over memory costs twice as much as fetching them first.
   *
   * @param rows how many it takes
   * @return rows that are all 0 until they are fetched; to be used by one thread
   */
  Rows buffer(int rows);

  /**
   * Fetches rows into a buffer.
   *
   * @param buffer what {@link #buffer} of these rows returned
   * @param order row numbers
   * @param from the first place in {@code order} to fetch; its row becomes row 0 of the buffer
   * @param to the place after the last
   * @throws IllegalArgumentException if it is no such buffer: rows that hold data are never
   *     overwritten
   */
  void copyTo(Rows buffer, int[] order, int from, int to);
}
