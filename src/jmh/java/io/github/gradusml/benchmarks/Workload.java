package io.github.gradusml.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How many rows and columns to train what on, in what batches, how often, and in what order.
 *
 * <p>Written {@code ROWSxCOLUMNS[-UNITS]...[-CLASSES]/BATCH[*EPOCHS][/shuffled]}, for instance
 * {@code 500000x30/1/shuffled} or {@code 60000x784/all*20}, which are logistic regressions, {@code
 * 20000x784-10/32}, a softmax of ten classes, or {@code 20000x784-64-10/32}, which has 64 hidden
 * ReLU units below it. The programs in {@code src/jmh/peers} read the same form.
 *
 * @param rows n
 * @param columns d
 * @param units of each layer, the last being a softmax; none for a logistic regression
 * @param batch the rows of an update
 * @param epochs how often all rows are seen
 * @param shuffled whether in a random order, or as they lie in memory
 */
record Workload(
    int rows, int columns, List<Integer> units, int batch, int epochs, boolean shuffled) {
  /** The step of every contender. */
  static final double ETA = 0.01;

  /** The L2 penalty of every contender that has one. */
  static final double ALPHA = 1e-4;

  private static final Pattern FORM =
      Pattern.compile("(\\d+)x(\\d+)((?:-\\d+)*)/(\\d+|all)(?:\\*(\\d+))?(/shuffled)?");

  static Workload parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "workload must be ROWSxCOLUMNS[-UNITS]...[-CLASSES]/BATCH[*EPOCHS][/shuffled], but was "
              + text);
    }
    int rows = Integer.parseInt(form.group(1));
    return new Workload(
        rows,
        Integer.parseInt(form.group(2)),
        units(form.group(3)),
        form.group(4).equals("all") ? rows : Integer.parseInt(form.group(4)),
        form.group(5) == null ? 1 : Integer.parseInt(form.group(5)),
        form.group(6) != null);
  }

  private static List<Integer> units(String text) {
    List<Integer> units = new ArrayList<>();
    for (String number : text.split("-")) {
      if (!number.isEmpty()) {
        units.add(Integer.valueOf(number));
      }
    }
    return List.copyOf(units);
  }

  /** The form that {@link #parse} reads. */
  String text() {
    return rows
        + "x"
        + columns
        + units.stream().map(k -> "-" + k).collect(Collectors.joining())
        + "/"
        + (batch == rows ? "all" : batch)
        + "*"
        + epochs
        + (shuffled ? "/shuffled" : "");
  }

  Workload withEpochs(int number) {
    return new Workload(rows, columns, units, batch, number, shuffled);
  }

  /** Whether there are more net inputs than one. */
  boolean hasLayers() {
    return !units.isEmpty();
  }

  /** How many net inputs there are on top: one, or one a class. */
  int outputs() {
    return hasLayers() ? units.get(units.size() - 1) : 1;
  }

  /** How many weights there are, biases not counted: of a logistic regression one a column. */
  long weights() {
    long sum = 0;
    int inputs = columns;
    for (int k : units) {
      sum += (long) inputs * k;
      inputs = k;
    }
    return hasLayers() ? sum : columns;
  }

  /**
   * What the time of a training is divided by: rows × weights × epochs. For each of these there is
   * one multiply-add on the way forward and one for the gradient; only layers above the first have
   * a third, by which slopes come down.
   */
  double numbers() {
    return (double) rows * weights() * epochs;
  }

  long updates() {
    return (long) epochs * ((rows - 1) / batch + 1);
  }
}
