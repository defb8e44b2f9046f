package io.github.gradusml.pipeline;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.metric.Scores;
import java.util.stream.IntStream;

/**
 * Net inputs of the rows that count, in a unit in which they are at most 2 in size, so that no
 * difference overflows.
 *
 * @param z k a row, row after row
 * @param exponent of the unit, 2 to this
 * @param actual the class of each row
 * @param weight how much each row counts, 1 in the mean
 */
record CountingRows(double[] z, int exponent, int[] actual, double[] weight) {
  static CountingRows of(Scores scores) {
    int[] classes = scores.actualClasses();
    int k = scores.outputs();
    int[] rows = IntStream.range(0, classes.length).filter(i -> scores.weight(i) > 0).toArray();
    double[] z = new double[rows.length * k];
    int[] actual = new int[rows.length];
    double[] weight = new double[rows.length];
    double largest = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int u = 0; u < k; u++) {
        double own = scores.netInput(rows[i], u);
        z[i * k + u] = Checks.finite("net input of row " + rows[i], own);
        largest = Math.max(largest, Math.abs(own));
      }
      actual[i] = classes[rows[i]];
      weight[i] = scores.weight(rows[i]);
    }
    int exponent = largest == 0 ? 0 : Math.getExponent(largest);
    for (int j = 0; j < z.length; j++) {
      z[j] = scaled(z[j], -exponent);
    }
    bringToMeanOne(weight);
    return new CountingRows(z, exponent, actual, weight);
  }

  private static void bringToMeanOne(double... weight) {
    double largest = 0;
    for (double own : weight) {
      largest = Math.max(largest, own);
    }
    double sum = 0;
    for (int i = 0; i < weight.length; i++) {
      weight[i] /= largest;
      sum += weight[i];
    }
    for (int i = 0; i < weight.length; i++) {
      weight[i] *= weight.length / sum;
    }
  }

  /** In two steps, as one power of two may be too large where the result is not. */
  static double scaled(double value, int exponent) {
    return Math.scalb(Math.scalb(value, exponent / 2), exponent - exponent / 2);
  }

  int size() {
    return actual.length;
  }
}
