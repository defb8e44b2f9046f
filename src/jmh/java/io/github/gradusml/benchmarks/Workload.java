package io.github.gradusml.benchmarks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many rows and columns to train on, in what batches, how often, and in what order.
 *
 * <p>Written {@code ROWSxCOLUMNS/BATCH[*EPOCHS][/shuffled]}, for instance {@code
 * 500000x30/1/shuffled} or {@code 60000x784/all*20}. The programs in {@code src/jmh/peers} read the
 * same form.
 *
 * @param rows n
 * @param columns d
 * @param batch the rows of an update
 * @param epochs how often all rows are seen
 * @param shuffled whether in a random order, or as they lie in memory
 */
record Workload(int rows, int columns, int batch, int epochs, boolean shuffled) {
  /** The step of every contender. */
  static final double ETA = 0.01;

  /** The L2 penalty of every contender that has one. */
  static final double ALPHA = 1e-4;

  private static final Pattern FORM =
      Pattern.compile("(\\d+)x(\\d+)/(\\d+|all)(?:\\*(\\d+))?(/shuffled)?");

  static Workload parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "workload must be ROWSxCOLUMNS/BATCH[*EPOCHS][/shuffled], but was " + text);
    }
    int rows = Integer.parseInt(form.group(1));
    return new Workload(
        rows,
        Integer.parseInt(form.group(2)),
        form.group(3).equals("all") ? rows : Integer.parseInt(form.group(3)),
        form.group(4) == null ? 1 : Integer.parseInt(form.group(4)),
        form.group(5) != null);
  }

  /** The form that {@link #parse} reads. */
  String text() {
    return rows
        + "x"
        + columns
        + "/"
        + (batch == rows ? "all" : batch)
        + "*"
        + epochs
        + (shuffled ? "/shuffled" : "");
  }

  Workload withEpochs(int number) {
    return new Workload(rows, columns, batch, number, shuffled);
  }

  /** How many numbers a training looks at: what its time is divided by. */
  double numbers() {
    return (double) rows * columns * epochs;
  }

  long updates() {
    return (long) epochs * ((rows - 1) / batch + 1);
  }
}
