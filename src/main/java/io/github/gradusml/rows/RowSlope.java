package io.github.gradusml.rows;

/**
 * What a row tells the weights: δ, the slope of its loss, from its net input.
 *
 * @see Rows#descend
 */
@FunctionalInterface
public interface RowSlope {
  /**
   * Returns δ of a row.
   *
   * @param row the row
   * @param z its net input
   * @return δ = ∂L/∂z
   */
  double at(int row, double z);

  /**
   * Computes δ of a row of several units.
   *
   * @param row the row
   * @param z its net inputs, one a unit; not modified
   * @param delta receives the slopes, one a unit
   */
  default void at(int row, double[] z, double[] delta) {
    delta[0] = at(row, z[0]);
  }
}
