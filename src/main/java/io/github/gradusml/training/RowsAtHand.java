package io.github.gradusml.training;

import io.github.gradusml.rows.Rows;

/** Some rows of an epoch, with their targets and weights, where they can be multiplied. */
interface RowsAtHand {
  /**
   * Fetches row i of the epoch, and as many after it as fit.
   *
   * @param limit rows from there on are of no use
   * @return the row after the last that is at hand, at most {@code limit}
   */
  int fetch(int i, int limit);

  /** What holds the rows at hand; row i of the epoch is its row i + {@link #shift()}. */
  Rows rows();

  /** What to add to a row's place in the epoch to get its place in {@link #rows()}. */
  int shift();

  /** The targets of the rows at hand, the first of which is row {@link #first()} of the epoch. */
  double[] y();

  /** The weights of the rows at hand, as their targets; null where every row counts 1. */
  double[] weights();

  /** The first row of the epoch that is at hand. */
  int first();

  /** How many rows an epoch has. */
  int size();

  /** Forgets what was fetched, as the order has changed. */
  void reset();
}
