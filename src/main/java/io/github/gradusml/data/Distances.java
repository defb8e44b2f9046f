package io.github.gradusml.data;

import io.github.gradusml.rows.Rows;
import java.util.Arrays;

/**
 * Sums over rows, for every column: of the distances from a center, and of their squares.
 *
 * <p>Short blocks of rows are added up plainly, row after row, and their sums join {@link
 * RunningSums}: a million rows are then as exact as a hundred.
 */
final class Distances {
  private static final int BLOCK = 128;

  private final Rows rows;
  private final double[] shares;
  private final double[] center;
  private final RunningSums sums;
  private final RunningSums squares;
  private final RunningSums weight = new RunningSums(1);
  private final double[] blockShares = new double[BLOCK];
  private final double[] blockSums;
  private final double[] blockSquares;
  private final double[] blockWeight = new double[1];

  /**
   * Begins with no rows.
   *
   * @param shares how much each row counts; null for once each
   */
  Distances(Rows rows, double[] shares, double[] center) {
    this.rows = rows;
    this.shares = shares;
    this.center = center;
    this.sums = new RunningSums(center.length);
    this.squares = new RunningSums(center.length);
    this.blockSums = new double[center.length];
    this.blockSquares = new double[center.length];
    Arrays.fill(blockShares, 1);
  }

  /** Those of all rows. */
  static Distances ofAll(Rows rows, double[] shares, double[] center) {
    Distances all = new Distances(rows, shares, center);
    all.add(0, rows.size());
    return all;
  }

  /** Adds some rows. */
  void add(int from, int to) {
    for (int at = from; at < to; at += BLOCK) {
      int size = Math.min(BLOCK, to - at);
      if (shares != null) {
        System.arraycopy(shares, at, blockShares, 0, size);
      }
      rows.addDistances(at, at + size, blockShares, center, blockSums, blockSquares);
      for (int i = 0; i < size; i++) {
        blockWeight[0] += blockShares[i];
      }
      sums.take(blockSums);
      squares.take(blockSquares);
      weight.take(blockWeight);
    }
  }

  double squares(int column) {
    return squares.of(column);
  }

  /** c + Σ sᵢ·(xᵢ − c) / Σ sᵢ; the center where no row counts. */
  double[] means() {
    double[] means = center.clone();
    for (int j = 0; j < means.length && weight.of(0) > 0; j++) {
      means[j] += sums.of(j) / weight.of(0);
    }
    return means;
  }

  double[] deviations() {
    double[] deviations = new double[center.length];
    for (int j = 0; j < deviations.length; j++) {
      double aboutMean = squares.of(j) - squareOfSum(j);
      deviations[j] = Math.sqrt(Math.max(0, aboutMean) / weight.of(0));
    }
    return deviations;
  }

  /** Whether the mean is more than a deviation from the center. */
  boolean isFarOff(int column) {
    return squareOfSum(column) > squares.of(column) / 2;
  }

  /** What the squares are too large by, since the center is not the mean. */
  private double squareOfSum(int column) {
    return sums.of(column) * (sums.of(column) / weight.of(0));
  }
}
