package io.github.gradusml.plot;

import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The rows of two classes with two features, and the line that a model draws between them. Rows on
 * the wrong side lie on top: they are what the picture is looked at for.
 */
final class DecisionBoundary implements Picture {
  private static final double TINT = 0.12;
  private static final double ROOM = 0.1;

  /** Rings around more would hide what they are around. */
  private static final int MOST_RINGS = 400;

  private final Model<?> model;
  private final Dataset data;

  /** The class that the model finds for each row. */
  private final int[] found;

  /**
   * Finds out whether there is a plane to be drawn.
   *
   * @param model a model of two features
   * @param data rows of two features, with targets 0 and 1 or −1 and 1
   */
  DecisionBoundary(Model<?> model, Dataset data) {
    checkTwoFeatures("model", model.features());
    checkTwoFeatures("data", data.features());
    if (!data.hasTwoClasses()) {
      throw new IllegalArgumentException(
          "targets must be 0 or 1, or -1 or 1, to be drawn beside a boundary, but are "
              + Arrays.toString(data.targetCounts().keySet().stream().limit(5).toArray())
              + "; Dataset.withTargets, selectClasses and oneVersusRest convert them");
    }
    this.model = model;
    this.data = data;
    this.found = model.classify(data.inputs());
  }

  private static void checkTwoFeatures(String name, int features) {
    if (features != 2) {
      throw new IllegalArgumentException(
          name
              + " must have 2 features to be drawn in a plane, but has "
              + features
              + "; Dataset.selectFeatures picks two, and a model can be trained on these");
    }
  }

  @Override
  public Chart seen(View view) {
    view.refuseLogScale("a decision boundary has no logarithmic scale");
    Chart chart = new Chart(view, "Decision boundary", axis(0), axis(1));
    Color[] sides = {Look.color(0).tint(TINT), Look.color(1).tint(TINT)};
    chart.behind(new Regions((x, y) -> sides[model.classify(x, y) == 1 ? 1 : 0]));
    addRows(chart);
    addBoundary(chart);
    addRings(chart);
    return chart;
  }

  private void addBoundary(Chart chart) {
    boolean isAtZero = isAtZero();
    DoubleBinaryOperator height =
        isAtZero ? (x, y) -> model.netInput(x, y) : (x, y) -> model.predict(x, y) - cut();
    double[][] boundary = Contour.zero(height, chart.x(), chart.y());
    if (boundary[0].length > 0) {
      String line = isAtZero ? "boundary z = 0" : "boundary at " + Digits.few(cut());
      chart.line(line, boundary[0], boundary[1], Look.line(Look.INK));
    }
  }

  /** Whether the class changes where the net input does its sign, which draws a smoother line. */
  private boolean isAtZero() {
    double[] aroundZero = {0, -1e-6};
    Output output = model.output();
    return output.classify(aroundZero, 0) == 1 && output.classify(aroundZero, 1) == 0;
  }

  private double cut() {
    return model.output().cut();
  }

  private Axis axis(int feature) {
    String name = data.featureNames().get(feature);
    return Axis.tight(name, Scale.LINEAR, Arrays.stream(data.column(feature))).widened(ROOM);
  }

  private double size() {
    int n = data.rows();
    return n <= 20 ? 14 : n <= 400 ? 9 : n <= 5000 ? 7 : 5;
  }

  private void addRows(Chart chart) {
    List<Mark> marks = List.of(Mark.DISK, Mark.SQUARE);
    for (boolean right : new boolean[] {true, false}) {
      for (int c = 0; c < 2; c++) {
        int target = c;
        int[] rows = rows(i -> actual(i) == target && (found[i] == target) == right);
        add(chart, rows, marks.get(c), Look.color(c));
      }
    }
    for (int c = 0; c < 2; c++) {
      int target = c;
      long count = IntStream.range(0, data.rows()).filter(i -> actual(i) == target).count();
      if (count > 0) {
        String label = className(c) + " (" + count + ")";
        chart.entry(label, Legend.mark(marks.get(c), size(), Look.color(c)));
      }
    }
  }

  private void addRings(Chart chart) {
    int[] wrong = rows(i -> found[i] != actual(i));
    if (wrong.length > MOST_RINGS) {
      chart.caption(wrong.length + " of " + data.rows() + " rows lie on the wrong side.");
    } else if (wrong.length > 0) {
      add(chart, wrong, Mark.RING, Look.INK);
      String label = "on the wrong side (" + wrong.length + ")";
      chart.entry(label, Legend.mark(Mark.RING, size(), Look.INK));
    }
  }

  private int[] rows(IntPredicate which) {
    int[] rows = new int[(int) IntStream.range(0, data.rows()).filter(which).count()];
    int size = 0;
    for (int i = 0; i < data.rows(); i++) {
      if (which.test(i)) {
        rows[size++] = i;
      }
    }
    return rows;
  }

  private void add(Chart chart, int[] rows, Mark mark, Color color) {
    double[] x = Arrays.stream(rows).mapToDouble(i -> data.value(i, 0)).toArray();
    double[] y = Arrays.stream(rows).mapToDouble(i -> data.value(i, 1)).toArray();
    chart.points("", x, y, mark, size(), color);
  }

  private String className(int index) {
    List<String> names = data.classNames();
    if (names.size() == 2) {
      return names.get(index);
    }
    boolean signs = Arrays.stream(data.targets()).anyMatch(target -> target == -1);
    return "target " + (index == 1 ? "1" : signs ? "-1" : "0");
  }

  private int actual(int row) {
    return data.target(row) == 1 ? 1 : 0;
  }
}
