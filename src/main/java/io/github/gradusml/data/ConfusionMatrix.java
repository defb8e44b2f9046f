package io.github.gradusml.data;

import java.util.Locale;

/**
 * How often each of two classes was taken for which: the four counts, and what follows from them.
 * Where rows have weights, the counts are sums of weights.
 *
 * <pre>{@code
 *                   predicted 0        predicted 1
 * actual 0          trueNegatives      falsePositives
 * actual 1          falseNegatives     truePositives
 * }</pre>
 *
 * @param trueNegatives rows of class 0 taken for class 0
 * @param falsePositives rows of class 0 taken for class 1
 * @param falseNegatives rows of class 1 taken for class 0
 * @param truePositives rows of class 1 taken for class 1
 * @see Metrics#confusionMatrix
 */
public record ConfusionMatrix(
    double trueNegatives, double falsePositives, double falseNegatives, double truePositives) {
  /**
   * Returns the share of the rows whose class was found.
   *
   * @return (TP + TN) / n, from 0 to 1
   */
  public double accuracy() {
    double all = trueNegatives + falsePositives + falseNegatives + truePositives;
    return ratio(trueNegatives + truePositives, all);
  }

  /**
   * Returns the share of the rows taken for class 1 that are of class 1.
   *
   * @return TP / (TP + FP), from 0 to 1; 0 where no row was taken for class 1
   */
  public double precision() {
    return ratio(truePositives, truePositives + falsePositives);
  }

  /**
   * Returns the share of the rows of class 1 that were taken for class 1.
   *
   * @return TP / (TP + FN), from 0 to 1; 0 where no row is of class 1
   */
  public double recall() {
    return ratio(truePositives, truePositives + falseNegatives);
  }

  /**
   * Returns the harmonic mean of precision and recall.
   *
   * @return 2·TP / (2·TP + FP + FN), from 0 to 1; 0 where class 1 neither is nor was predicted
   */
  public double f1() {
    return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  /**
   * Returns the four counts as a small table.
   *
   * @return three lines
   */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "            predicted 0  predicted 1%nactual 0    %11s  %11s%nactual 1    %11s  %11s",
        count(trueNegatives),
        count(falsePositives),
        count(falseNegatives),
        count(truePositives));
  }

  private static String count(double rows) {
    return rows == Math.rint(rows)
        ? String.format(Locale.ROOT, "%.0f", rows)
        : String.format(Locale.ROOT, "%.4f", rows);
  }
}
