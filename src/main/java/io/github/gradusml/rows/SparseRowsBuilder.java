package io.github.gradusml.rows;

import io.github.gradusml.internal.Checks;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.commons.math3.linear.RealVector;

/**
 * Takes sparse rows one after the other: of each the columns that are not 0, and their numbers.
 *
 * <pre>{@code
 * Rows rows = Rows.sparse(1_000_000)
 *     .add(new int[] {3, 70_001}, new double[] {1, 0.5})
 *     .add(new int[] {12}, new double[] {2})
 *     .build();
 * }</pre>
 *
 * <p>Numbers are kept in pieces until {@link #build} lays them one behind the other, so that rows
 * never need more than twice the memory that they have in the end. It belongs to one thread.
 */
public final class SparseRowsBuilder {
  private final int columns;
  private final Pieces pieces = new Pieces();
  private int[] starts = new int[16];
  private int size;
  private int widest;

  /** The first column that was added; more than any where there is none. */
  private int narrowest = Integer.MAX_VALUE;

  SparseRowsBuilder(int columns) {
    this.columns = Checks.from("columns", columns, 1, Checks.LONGEST_ARRAY);
  }

  /**
   * Adds a row.
   *
   * @param indices the columns that are not 0, from 0, ascending, each once; copied
   * @param values their numbers, finite, as many; copied; one that is 0 after all is not kept
   * @return this
   * @throws IllegalArgumentException if a column is out of order, comes twice, or is none, a number
   *     is not finite, the lengths differ, or all rows have more than 2³¹ − 8 numbers; nothing of
   *     the row is added
   */
  public SparseRowsBuilder add(int[] indices, double[] values) {
    int count = Checks.notNull("indices", indices).length;
    if (count != Checks.notNull("values", values).length) {
      throw new IllegalArgumentException(
          "values must be as many as indices, " + count + ", but were " + values.length);
    }
    return add(indices, values, count);
  }

  /**
   * Adds a row by the beginnings of two arrays, for who fills the same ones again and again.
   *
   * @param indices as in {@link #add(int[], double[])}
   * @param values their numbers
   * @param count how many of both there are; at least 0, and no more than either array has
   * @return this
   * @throws IllegalArgumentException as there, and if {@code count} is outside
   */
  public SparseRowsBuilder add(int[] indices, double[] values, int count) {
    int most = Checks.notNull("indices", indices).length;
    most = Math.min(most, Checks.notNull("values", values).length);
    RowChecks.sparse(indices, values, Checks.from("count", count, 0, most), columns);
    pieces.checkRoom(count);
    for (int k = 0; k < count; k++) {
      if (values[k] != 0) {
        pieces.add(indices[k], values[k]);
      }
    }
    if (count > 0) {
      narrowest = Math.min(narrowest, indices[0]);
      widest = Math.max(widest, indices[count - 1] + 1);
    }
    return end();
  }

  /**
   * Adds a vector of commons-math3 as a row, such as an {@code OpenMapRealVector}.
   *
   * @param vector as long as there are columns; where it is sparse, only what it keeps is looked at
   * @return this
   * @throws IllegalArgumentException if its dimension differs or a number is not finite
   */
  public SparseRowsBuilder add(RealVector vector) {
    RowChecks.oneAColumn(
        "entries of vector", columns, Checks.notNull("vector", vector).getDimension());
    SparseRow row = new SparseRow();
    Vector.copyTo(row, vector);
    row.sort();
    return add(row.indices(), row.values(), row.size());
  }

  private SparseRowsBuilder end() {
    if (size + 1 == starts.length) {
      starts = Arrays.copyOf(starts, Checks.length("2 × rows", 2, starts.length));
    }
    starts[++size] = pieces.size();
    return this;
  }

  /**
   * Returns how many rows were added.
   *
   * @return 0 or more
   */
  public int size() {
    return size;
  }

  /**
   * Returns how many columns the rows need so far: the largest that was added, and one.
   *
   * @return 0 or more
   */
  public int columnsNeeded() {
    return widest;
  }

  /**
   * Returns the rows that were added, and begins anew.
   *
   * @return the rows
   * @throws IllegalArgumentException if there are none
   */
  public Rows build() {
    return build(columns);
  }

  /**
   * Returns the rows that were added, with fewer columns than they might have had, and begins anew.
   *
   * @param columns d; at least {@link #columnsNeeded()}, and no more than the builder has
   * @return the rows
   * @throws IllegalArgumentException if there are none, or a row has more columns
   */
  public Rows build(int columns) {
    return build(0, columns);
  }

  /**
   * Returns the rows that were added, from one of their columns on, and begins anew: for who counts
   * columns from 1, or learns at the end from where they are counted.
   *
   * @param first the column that becomes column 0; no row has one before it
   * @param columns d; so many that {@code first + columns} is at least {@link #columnsNeeded()},
   *     and no more than the builder has
   * @return the rows
   * @throws IllegalArgumentException if there are none, or a row has a column before the first or
   *     behind the last
   */
  public Rows build(int first, int columns) {
    Checks.atLeast("rows", size, 1);
    Checks.from("first", first, 0, Math.min(narrowest, this.columns - 1));
    Checks.from("columns", columns, Math.max(1, widest - first), this.columns - first);
    int[] exact = Arrays.copyOf(starts, size + 1);
    starts = new int[16];
    size = 0;
    widest = 0;
    narrowest = Integer.MAX_VALUE;
    double[] values = pieces.takeValues();
    return new SparseRows(columns, exact, pieces.takeIndices(first), values);
  }

  @Override
  public String toString() {
    return "SparseRowsBuilder(" + size + " rows, " + pieces.size() + " numbers)";
  }

  /** Never made: the type of what a vector keeps is known to its subclasses alone. */
  private abstract static class Vector extends RealVector {
    static void copyTo(SparseRow row, RealVector vector) {
      Iterator<Entry> entries = vector.sparseIterator();
      while (entries.hasNext()) {
        Entry entry = entries.next();
        row.add(entry.getIndex(), entry.getValue());
      }
    }
  }
}
