package io.github.gradusml.stability;

import io.github.gradusml.internal.Vectors;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Weights of rows, aᵢ > 0 and 1 in all: how far Σ aᵢ·pᵢ is from the origin, which no line's margin
 * exceeds.
 */
final class Certificate {
  /** The sum is 0 where it is no longer than this share of the longest pᵢ. */
  private static final double ZERO = 1e-9;

  private static final double UNIT = 0x1p-53;
  private static final int ROWS_TOLD = 5;

  private final boolean biased;
  private final int[] rows;
  private final int[] signs;
  private final double[] shares;

  private Certificate(boolean biased, int[] rows, int[] signs, double[] shares) {
    this.biased = biased;
    this.rows = rows;
    this.signs = signs;
    this.shares = shares;
  }

  /** Keeps no reference to the rows themselves. */
  static Certificate of(SignedRows signed, int[] rows, double[] shares) {
    int[] signs = IntStream.of(rows).map(signed::sign).toArray();
    return new Certificate(signed.biased(), rows, signs, shares);
  }

  /**
   * The same with ½ for each class, as it must be where the sum is 0 and there is a bias: so two
   * rows that are one are weighed by exactly ½ each.
   */
  Certificate balanced() {
    double negative = total(-1);
    double positive = total(1);
    if (!biased || negative == 0 || positive == 0) {
      return this;
    }
    double[] balanced = new double[shares.length];
    for (int i = 0; i < shares.length; i++) {
      balanced[i] = shares[i] / (2 * (signs[i] < 0 ? negative : positive));
    }
    return new Certificate(biased, rows, signs, balanced);
  }

  private double total(int sign) {
    double total = 0;
    for (int i = 0; i < shares.length; i++) {
      total += signs[i] == sign ? shares[i] : 0;
    }
    return total;
  }

  /** Whether the sum is 0 to rounding, in some units. */
  boolean vanishesIn(Frame frame) {
    double longest = 0;
    for (int row : rows) {
      double[] point = frame.point(row);
      longest = Math.max(longest, Vectors.norm(point, 0, point.length));
    }
    return lengthIn(frame) <= ZERO * longest;
  }

  /** ‖Σ aᵢ·pᵢ‖, and as much more as rounding may have made it too short. */
  double lengthIn(Frame frame) {
    double[] sum = new double[frame.dimension()];
    double[] size = new double[sum.length];
    for (int i = 0; i < rows.length; i++) {
      double[] point = frame.point(rows[i]);
      for (int j = 0; j < sum.length; j++) {
        sum[j] += shares[i] * point[j];
        size[j] += Math.abs(shares[i] * point[j]);
      }
    }
    for (int j = 0; j < sum.length; j++) {
      sum[j] = Math.abs(sum[j]) + (rows.length + 4) * UNIT * size[j];
    }
    return Vectors.norm(sum, 0, sum.length);
  }

  /** One weight a row, most of them 0. */
  double[] weights(int size) {
    double[] weights = new double[size];
    for (int i = 0; i < rows.length; i++) {
      weights[rows[i]] = shares[i];
    }
    return weights;
  }

  /** Where the two classes meet, in words. */
  String description() {
    String negative = listed(-1);
    String positive = listed(1);
    if (biased) {
      return negative + ", of the one class, is also " + positive + ", of the other";
    }
    if (negative.isEmpty() || positive.isEmpty()) {
      return negative + positive + " is 0";
    }
    return "0 lies between " + negative + " and, turned round, " + positive;
  }

  /** The rows of a class that have a weight, of many the first few; empty if there are none. */
  private String listed(int sign) {
    int[] some =
        IntStream.range(0, rows.length)
            .filter(i -> signs[i] == sign)
            .map(i -> rows[i])
            .sorted()
            .toArray();
    if (some.length < 2) {
      return some.length == 0 ? "" : "row " + some[0];
    }
    int told = some.length > ROWS_TOLD ? ROWS_TOLD : some.length - 1;
    return "a weighted mean of rows "
        + Arrays.stream(some)
            .limit(told)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "))
        + " and "
        + (some.length > ROWS_TOLD ? some.length - told + " more" : some[told]);
  }
}
