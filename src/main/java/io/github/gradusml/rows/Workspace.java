package io.github.gradusml.rows;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Products;

/**
 * Room for the products of rows with the weights of a first layer: how many units the layer has,
 * and arrays in which the kernels work.
 *
 * <p>It holds no result, and belongs to one thread. Whoever multiplies often keeps one.
 *
 * @see Rows#multiply
 */
public final class Workspace {
  private final Products products;
  private final CopiedRows copied = new CopiedRows();
  private final double[] sums = new double[4];

  private Workspace(Products products) {
    this.products = products;
  }

  /**
   * Makes room for a layer.
   *
   * @param units k, the number of units; at least 1
   * @return a new workspace
   * @throws IllegalArgumentException if {@code units < 1}
   */
  public static Workspace of(int units) {
    return new Workspace(new Products(Checks.atLeast("units", units, 1)));
  }

  /**
   * Returns the number of units.
   *
   * @return k
   */
  public int units() {
    return products.units();
  }

  /**
   * Returns how many rows may well go through both products together, so that they are still in a
   * cache for the second.
   *
   * @param columns d
   * @return 8 for one unit and rows of up to 256 columns, which are copied on their way; else 64
   */
  public int rowsTogether(int columns) {
    return copies(CopiedRows.MOST_ROWS, columns) ? CopiedRows.MOST_ROWS : Products.ROWS_TOGETHER;
  }

  /** Whether so many rows of such a length are copied on their way through both products. */
  boolean copies(int rows, int columns) {
    return units() == 1
        && rows >= CopiedRows.TOGETHER
        && rows <= CopiedRows.MOST_ROWS
        && columns <= CopiedRows.MOST_COLUMNS;
  }

  CopiedRows copied() {
    return copied;
  }

  /** Room for the four sums of a dot product. */
  double[] sums() {
    return sums;
  }

  Products products() {
    return products;
  }

  @Override
  public String toString() {
    return "Workspace(" + units() + (units() == 1 ? " unit)" : " units)");
  }
}
