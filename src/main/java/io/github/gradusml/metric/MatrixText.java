package io.github.gradusml.metric;

import io.github.gradusml.internal.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/** A confusion matrix as text. */
final class MatrixText {
  private static final int LONGEST_NAME = 20;
  private static final double SMALLEST_PLAIN = 1e-3;
  private static final double LARGEST_PLAIN = 1e12;
  private static final String ACCURACY = "accuracy";
  private static final String MACRO = "macro mean";
  private static final String WEIGHTED = "weighted mean";

  private final ConfusionMatrix matrix;
  private final int classes;

  /** What the longest count takes; found once, since each count is a sum over the classes. */
  private final int room;

  MatrixText(ConfusionMatrix matrix) {
    this.matrix = matrix;
    this.classes = matrix.classes();
    this.room = room();
  }

  private String name(int ofClass) {
    List<String> names = matrix.classNames();
    return Texts.cut(
        names.isEmpty() ? Integer.toString(ofClass) : names.get(ofClass), LONGEST_NAME);
  }

  /** At least so many, or those of the longest name. */
  private int characters(int least) {
    int most = least;
    for (int c = 0; c < classes; c++) {
      most = Math.max(most, name(c).length());
    }
    return most;
  }

  /** A line a class that rows are of, a column a class that they were taken for. */
  String counts() {
    int width = characters(3);
    StringBuilder table = new StringBuilder(" ".repeat("actual ".length() + width));
    for (int c = 0; c < classes; c++) {
      table.append("  predicted ").append(name(c));
    }
    for (int actual = 0; actual < classes; actual++) {
      table.append(format("%n%s", left("actual " + name(actual), "actual ".length() + width)));
      for (int c = 0; c < classes; c++) {
        int column = "predicted ".length() + name(c).length();
        table.append("  ").append(right(text(matrix.count(actual, c)), column));
      }
    }
    return table.toString();
  }

  /** A line a class, and the means. */
  String report() {
    int width = characters(WEIGHTED.length());
    StringBuilder table = new StringBuilder(left("", width) + "  precision  recall     F1");
    table.append("  ").append(right("rows", room));
    for (int c = 0; c < classes; c++) {
      table.append(format("%n%s", left(name(c), width)));
      table.append(shares(matrix.precision(c), matrix.recall(c), matrix.f1(c), matrix.rows(c)));
    }
    String accuracy = format("%-19s  %5.3f  %s", "", matrix.accuracy(), count(matrix.rows()));
    table.append(format("%n%s%s", left(ACCURACY, width), accuracy));
    table.append(format("%n%s%s", left(MACRO, width), means(matrix::macroMean)));
    table.append(format("%n%s%s", left(WEIGHTED, width), means(matrix::weightedMean)));
    return table.toString();
  }

  /** A mean over the classes. */
  private interface Mean {
    double of(IntToDoubleFunction ofClass);
  }

  private String means(Mean mean) {
    return shares(
        mean.of(matrix::precision), mean.of(matrix::recall), mean.of(matrix::f1), matrix.rows());
  }

  private String shares(double precision, double recall, double f1, double rows) {
    return format("  %9.3f  %6.3f  %5.3f  %s", precision, recall, f1, count(rows));
  }

  private String count(double rows) {
    return right(text(rows), room);
  }

  private int room() {
    int most = Math.max("rows".length(), text(matrix.rows()).length());
    for (int c = 0; c < classes; c++) {
      most = Math.max(most, text(matrix.rows(c)).length());
    }
    return most;
  }

  private static String left(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** Numbers of which a column has no room are written with an exponent. */
  private static String text(double rows) {
    boolean plain = rows == 0 || rows >= SMALLEST_PLAIN && rows < LARGEST_PLAIN;
    return format(!plain ? "%.3e" : rows == Math.rint(rows) ? "%.0f" : "%.4f", rows);
  }
}
