package io.github.gradusml.data;

import io.github.gradusml.internal.EvenlySpaced;
import io.github.gradusml.rows.Rows;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Mean and standard deviation of every column, where row i counts sᵢ times.
 *
 * <pre>{@code
 * μ = c + Σ sᵢ·(xᵢ − c) / Σ sᵢ        σ² = [ Σ sᵢ·(xᵢ − c)² − (Σ sᵢ·(xᵢ − c))² / Σ sᵢ ] / Σ sᵢ
 * }</pre>
 *
 * <p>These hold for any center c, but digits are lost where it is far from the mean. So c is the
 * mean of some rows, evenly spaced, and one pass over all rows does; should it turn out to be more
 * than a deviation off, a second pass starts from the mean that the first one found. (T. Chan, G.
 * Golub, R. LeVeque, Algorithms for computing the sample variance, The American Statistician 37,
 * 1983, doi:10.1080/00031305.1983.10483115: shifted data, and the correction for a rounded mean.)
 *
 * <p>The few columns whose squares overflow or vanish, or that are far off even then, are measured
 * one by one by a {@link CarefulColumn}.
 *
 * <p>A column all of whose numbers lie within 4 units in the last place of the largest is constant
 * but for rounding, and has deviation 0.
 */
final class Moments {
  private static final int SAMPLE = 1024;

  /** Units in the last place within which the numbers of a column are one. */
  private static final int ROUNDING = 4;

  /** From here up, squares that underflowed are too small to change their sum. */
  private static final double SMALLEST_SAFE_SQUARES = 0x1p-900;

  private final Rows rows;
  private final double[] shares;
  private final double[] means;
  private final double[] deviations;

  private Moments(Rows rows, double[] shares) {
    this.rows = rows;
    this.shares = shares;
    int first = 0;
    while (shares != null && shares[first] == 0) {
      first++;
    }
    Distances all = Distances.ofAll(rows, shares, sampleMeans(rows.row(first)));
    if (IntStream.range(0, rows.columns()).anyMatch(all::isFarOff)) {
      all = Distances.ofAll(rows, shares, all.means());
    }
    this.means = all.means();
    this.deviations = all.deviations();
    measureAnew(all, rows.row(first));
    flatten();
  }

  /**
   * Measures all columns.
   *
   * @param shares how much each row counts, 1 on average; null where all count the same
   */
  static Moments of(Rows rows, double[] shares) {
    return new Moments(rows, shares);
  }

  double[] means() {
    return means;
  }

  /** Exactly 0 for columns whose numbers are all the same, or differ by rounding alone. */
  double[] deviations() {
    return deviations;
  }

  /** Rows that do not count leave the center where it is. */
  private double[] sampleMeans(double[] center) {
    Distances some = new Distances(rows, shares, center);
    for (int row : EvenlySpaced.indices(rows.size(), SAMPLE)) {
      some.add(row, row + 1);
    }
    return some.means();
  }

  private void measureAnew(Distances all, double[] first) {
    int[] vanished =
        IntStream.range(0, rows.columns())
            .filter(j -> all.squares(j) < SMALLEST_SAFE_SQUARES)
            .toArray();
    boolean[] differs = differing(vanished, first);
    for (int j : vanished) {
      means[j] = first[j];
      deviations[j] = 0;
    }
    for (int j = 0; j < first.length; j++) {
      if (differs[j] || all.isFarOff(j) || !Double.isFinite(all.squares(j))) {
        CarefulColumn column = CarefulColumn.of(column(j), shares);
        means[j] = column.mean();
        deviations[j] = column.deviation();
      }
    }
  }

  /** Which of some columns are not constant after all; row by row, as memory likes to be read. */
  private boolean[] differing(int[] columns, double[] first) {
    boolean[] differs = new boolean[first.length];
    for (int i = 0; columns.length > 0 && i < rows.size(); i++) {
      for (int j : columns) {
        differs[j] |= rows.value(i, j) != first[j] && (shares == null || shares[i] > 0);
      }
    }
    return differs;
  }

  /** Numbers within 4 units of the largest deviate by no more than 4 units of their mean. */
  private void flatten() {
    for (int j = 0; j < means.length; j++) {
      if (deviations[j] > 0 && deviations[j] <= ROUNDING * Math.ulp(means[j]) && isConstant(j)) {
        deviations[j] = 0;
      }
    }
  }

  private boolean isConstant(int j) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < rows.size(); i++) {
      if (shares == null || shares[i] > 0) {
        low = Math.min(low, rows.value(i, j));
        high = Math.max(high, rows.value(i, j));
      }
    }
    return high - low <= ROUNDING * Math.ulp(Math.max(Math.abs(low), Math.abs(high)));
  }

  private double[] column(int j) {
    double[] column = new double[rows.size()];
    Arrays.setAll(column, i -> rows.value(i, j));
    return column;
  }
}
