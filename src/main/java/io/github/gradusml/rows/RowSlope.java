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
}
