package io.github.gradusml.benchmarks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many sparse rows to train what on: {@code ROWSxCOLUMNS/NUMBERS/PENALTY[-CLASSES][*EPOCHS]},
 * such as {@code 200000x47236/90/l2}, one row an update, in order. The programs in {@code
 * src/jmh/peers} read the same form.
 *
 * @param rows n
 * @param columns d
 * @param numbers how many are not 0 in each row
 * @param isElastic whether the penalty is an elastic net, or L2
 * @param classes one versus rest; 2 for one logistic regression
 * @param epochs how often all rows are seen
 */
record SparseWorkload(
    int rows, int columns, int numbers, boolean isElastic, int classes, int epochs) {
  /** The share of L1 in an elastic net. */
  static final double L1_RATIO = 0.15;

  private static final Pattern FORM =
      Pattern.compile("(\\d+)x(\\d+)/(\\d+)/(l2|elastic)(?:-(\\d+))?(?:\\*(\\d+))?");

  static SparseWorkload parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "workload must be ROWSxCOLUMNS/NUMBERS/PENALTY[-CLASSES][*EPOCHS], but was " + text);
    }
    return new SparseWorkload(
        Integer.parseInt(form.group(1)),
        Integer.parseInt(form.group(2)),
        Integer.parseInt(form.group(3)),
        form.group(4).equals("elastic"),
        form.group(5) == null ? 2 : Integer.parseInt(form.group(5)),
        form.group(6) == null ? 1 : Integer.parseInt(form.group(6)));
  }

  /** What the time of a training is divided by: numbers × outputs × epochs. */
  double products() {
    return (double) rows * numbers * (classes == 2 ? 1 : classes) * epochs;
  }
}
