package io.github.gradusml.rows;

/**
 * A function of a number and the column that it stands in.
 *
 * @see Rows#map
 */
@FunctionalInterface
public interface ColumnFunction {
  /**
   * Returns what becomes of a number.
   *
   * @param column j, from 0
   * @param value xᵢⱼ
   * @return the new number
   */
  double apply(int column, double value);
}
