package io.github.gradusml.data;

import io.github.gradusml.internal.Checks;
import java.util.Arrays;

/** How much each row of a {@link Dataset} counts. */
final class RowWeights {
  private RowWeights() {}

  /** Checks weights of rows. */
  static double[] checked(double[] weights, int rows) {
    DatasetChecks.number("weights", "row", rows, weights.length);
    for (int i = 0; i < weights.length; i++) {
      if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) { // a name only if needed
        Checks.notNegative("weights[" + i + "]", weights[i]);
      }
    }
    return notAllZero(weights);
  }

  /** The weights of some rows, of which one must count; null where none have any. */
  static double[] some(double[] weights, int... rows) {
    return weights == null ? null : notAllZero(DatasetChecks.some(weights, rows));
  }

  private static double[] notAllZero(double[] weights) {
    if (Arrays.stream(weights).allMatch(weight -> weight == 0)) {
      throw new IllegalArgumentException("weights must not all be 0");
    }
    return weights;
  }

  /** The weights in units of their mean, so that they are 1 on average. */
  static double[] relative(double[] weights, int rows) {
    if (weights == null) {
      double[] ones = new double[rows];
      Arrays.fill(ones, 1);
      return ones;
    }
    // In units of the largest, so that the sum does not overflow.
    double unit = Arrays.stream(weights).max().orElseThrow();
    double[] relative = Arrays.stream(weights).map(weight -> weight / unit).toArray();
    RunningSums sum = new RunningSums(1);
    double[] one = new double[1];
    for (double weight : relative) {
      one[0] = weight;
      sum.take(one);
    }
    double mean = sum.of(0) / weights.length;
    for (int i = 0; i < relative.length; i++) {
      relative[i] /= mean;
    }
    return relative;
  }
}
