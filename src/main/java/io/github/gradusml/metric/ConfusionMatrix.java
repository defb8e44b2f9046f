package io.github.gradusml.metric;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import java.util.Arrays;
import java.util.Locale;

/**
 * How often each class was taken for which, and what follows from it. Where rows have weights, the
 * counts are sums of weights.
 *
 * <pre>{@code
 *                   predicted 0        predicted 1
 * actual 0          count(0, 0)        count(0, 1)
 * actual 1          count(1, 0)        count(1, 1)
 * }</pre>
 *
 * <p>A matrix is immutable.
 */
public final class ConfusionMatrix {
  private final double[][] counts;

  private ConfusionMatrix(double[][] counts) {
    this.counts = counts;
  }

  /**
   * Counts how a model does on rows.
   *
   * @param model the model
   * @param data rows of two classes, 0 and 1 or −1 and 1; or, of a model with several outputs, of
   *     the classes 0 … k−1
   * @return the counts
   * @throws IllegalArgumentException if a target is another
   */
  public static ConfusionMatrix of(Model<?> model, Dataset data) {
    return of(Scores.of(model, data));
  }

  /**
   * Counts scores.
   *
   * @param scores of rows as in {@link #of(Model, Dataset)}
   * @return the counts
   * @throws IllegalArgumentException if a target is another
   */
  public static ConfusionMatrix of(Scores scores) {
    int[] actual = scores.actualClasses();
    int classes = Math.max(2, scores.outputs());
    double[][] counts = new double[classes][classes];
    for (int i = 0; i < actual.length; i++) {
      counts[actual[i]][scores.classified(i)] += scores.weight(i);
    }
    return new ConfusionMatrix(counts);
  }

  /**
   * Returns the number of classes.
   *
   * @return at least 2
   */
  public int classes() {
    return counts.length;
  }

  /**
   * Returns how often one class was taken for another, or for itself.
   *
   * @param actual the class of the rows
   * @param predicted the class that they were taken for
   * @return the number of rows, or the sum of their weights
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public double count(int actual, int predicted) {
    Checks.index("actual", actual, classes());
    return counts[actual][Checks.index("predicted", predicted, classes())];
  }

  /**
   * Returns the share of the rows whose class was found.
   *
   * @return from 0 to 1
   */
  public double accuracy() {
    double right = 0;
    double all = 0;
    for (int c = 0; c < classes(); c++) {
      right += counts[c][c];
      for (double count : counts[c]) {
        all += count;
      }
    }
    return ratio(right, all);
  }

  /**
   * Returns the share of the rows taken for a class that are of it.
   *
   * @param ofClass the class
   * @return from 0 to 1; 0 where no row was taken for it
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public double precision(int ofClass) {
    double taken = 0;
    for (int actual = 0; actual < classes(); actual++) {
      taken += count(actual, ofClass);
    }
    return ratio(count(ofClass, ofClass), taken);
  }

  /**
   * Returns the share of the rows of a class that were taken for it.
   *
   * @param ofClass the class
   * @return from 0 to 1; 0 where no row is of it
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public double recall(int ofClass) {
    double are = 0;
    for (int predicted = 0; predicted < classes(); predicted++) {
      are += count(ofClass, predicted);
    }
    return ratio(count(ofClass, ofClass), are);
  }

  /**
   * Returns the harmonic mean of precision and recall of a class.
   *
   * @param ofClass the class
   * @return from 0 to 1; 0 where it neither is nor was predicted
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public double f1(int ofClass) {
    double isAndTaken = 0;
    for (int c = 0; c < classes(); c++) {
      isAndTaken += count(c, ofClass) + count(ofClass, c);
    }
    return ratio(2 * count(ofClass, ofClass), isAndTaken);
  }

  /**
   * Returns the precision of class 1, where there are two.
   *
   * @return from 0 to 1
   * @throws IllegalStateException if there are more; say of which
   */
  public double precision() {
    return precision(positive());
  }

  /**
   * Returns the recall of class 1, where there are two.
   *
   * @return from 0 to 1
   * @throws IllegalStateException if there are more; say of which
   */
  public double recall() {
    return recall(positive());
  }

  /**
   * Returns the harmonic mean of precision and recall of class 1, where there are two.
   *
   * @return from 0 to 1
   * @throws IllegalStateException if there are more; say of which
   */
  public double f1() {
    return f1(positive());
  }

  private int positive() {
    if (classes() > 2) {
      throw new IllegalStateException(
          "classes must be two for one of them to be the positive one, but are "
              + classes()
              + "; say of which class, as in recall(0)");
    }
    return 1;
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  /**
   * Tells whether another matrix has the same counts.
   *
   * @param other what to compare with
   * @return true if it is such a matrix
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof ConfusionMatrix that && Arrays.deepEquals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(counts);
  }

  /**
   * Returns the counts as a small table.
   *
   * @return a line a class, and a header
   */
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder(" ".repeat(10));
    for (int c = 0; c < classes(); c++) {
      table.append("  predicted ").append(c);
    }
    for (int actual = 0; actual < classes(); actual++) {
      table.append(String.format(Locale.ROOT, "%nactual %-3d", actual));
      for (int c = 0; c < classes(); c++) {
        table.append(String.format(Locale.ROOT, "  %11s", text(counts[actual][c])));
      }
    }
    return table.toString();
  }

  private static String text(double rows) {
    String format = rows == Math.rint(rows) ? "%.0f" : "%.4f";
    return String.format(Locale.ROOT, format, rows);
  }
}
