package io.github.gradusml.diagnosis;

import java.util.Arrays;

/** Means of stretches of epochs, in which the ups and downs of small batches even out. */
final class Means {
  private Means() {}

  /** The mean of some numbers in a row; NaN of none. */
  static double of(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).average().orElse(Double.NaN);
  }

  /** The mean of a quarter: 0 is the first, 3 the last. */
  static double ofQuarter(double[] values, int quarter) {
    int n = values.length;
    return of(values, (int) ((long) n * quarter / 4), (int) ((long) n * (quarter + 1) / 4));
  }
}
