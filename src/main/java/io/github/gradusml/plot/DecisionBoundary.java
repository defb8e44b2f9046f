package io.github.gradusml.plot;

import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rows.Rows;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * The rows of two or more classes with two features, and the lines that a model draws between them.
 * Rows on the wrong side lie on top: they are what the picture is looked at for.
 */
final class DecisionBoundary implements Picture {
  private static final double TINT = 0.12;

  /** Of more than two classes, some of whose colors are near to each other. */
  private static final double STRONGER_TINT = 0.2;

  private static final double ROOM = 0.1;

  /** Rings around more would hide what they are around. */
  private static final int MOST_RINGS = 400;

  private final Model<?> model;
  private final ClassifiedRows rows;

  /**
   * Finds out whether there is a plane to be drawn.
   *
   * @param model a model of two features
   * @param data rows of two features, with targets as in {@link ClassifiedRows#of}
   */
  DecisionBoundary(Model<?> model, Dataset data) {
    checkTwoFeatures("model", model.features());
    checkTwoFeatures("data", data.features());
    this.model = model;
    this.rows = ClassifiedRows.of(model, data);
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

  /** The rows that count. */
  Dataset data() {
    return rows.data();
  }

  @Override
  public Chart seen(View view) {
    Chart chart = plane(view, "Decision boundary");
    String wrong = addRows(chart);
    return wrong.isEmpty() ? chart : chart.caption(wrong);
  }

  /** Axes, with the places in the colors of the classes that the model finds there. */
  Chart plane(View view, String title) {
    return axes(view, title).behind(new Regions(this::colors));
  }

  /** Axes alone, for rows that no model has anything to say about. */
  Chart axes(View view, String title) {
    view.refuseLogScale("a decision boundary has no logarithmic scale");
    return new Chart(view, title, axis(0), axis(1));
  }

  private Color[] colors(double[] x, double y) {
    int[] found = model.classify(Rows.dense(x.length, 2, i -> new double[] {x[i], y}));
    double tint = rows.classes() > 2 ? STRONGER_TINT : TINT;
    return Arrays.stream(found)
        .mapToObj(c -> ClassStyle.of(c).color().tint(tint))
        .toArray(Color[]::new);
  }

  /** Adds rows, borders and rings; returns what is left to be said of the wrong ones, if any. */
  String addRows(Chart chart) {
    addMarks(chart);
    addBoundary(chart);
    int[] wrong = rows.where(i -> !rows.isRight(i));
    if (wrong.length > MOST_RINGS) {
      String how = rows.classes() > 2 ? "are taken for another class." : "lie on the wrong side.";
      return wrong.length + " of " + rows.size() + " rows " + how;
    }
    if (wrong.length > 0) {
      addRings(chart, rows.classes() > 2 ? "wrong" : "on the wrong side", wrong);
    }
    return "";
  }

  /** Adds rings around some of the rows, and says in the legend what they are. */
  void addRings(Chart chart, String label, int... some) {
    add(chart, some, Mark.RING, Look.INK);
    String counted = label + " (" + some.length + ")";
    chart.entry(counted, Legend.mark(Mark.RING, size(), Look.INK));
  }

  private void addBoundary(Chart chart) {
    boolean isOne = model.output().outputs() == 1;
    double[][] boundary =
        isOne
            ? Contour.zero(height(), chart.x(), chart.y())
            : Borders.of(model, chart.x(), chart.y());
    if (boundary[0].length > 0) {
      String one = isAtZero() ? "boundary z = 0" : "boundary at " + Digits.few(cut());
      String several = rows.classes() > 2 ? "boundaries" : "boundary";
      chart.line(isOne ? one : several, boundary[0], boundary[1], Look.line(Look.INK));
    }
  }

  private DoubleBinaryOperator height() {
    return isAtZero() ? (x, y) -> model.netInput(x, y) : (x, y) -> model.predict(x, y) - cut();
  }

  /** Whether the class changes where the net input does its sign, which draws a smoother line. */
  private boolean isAtZero() {
    double[] aroundZero = {0, -1e-6};
    Output output = model.output();
    return output.outputs() == 1
        && output.classify(aroundZero, 0) == 1
        && output.classify(aroundZero, 1) == 0;
  }

  private double cut() {
    return model.output().cut();
  }

  private Axis axis(int feature) {
    String name = rows.data().featureNames().get(feature);
    double[] column = rows.data().column(feature);
    return Axis.tight(name, Scale.LINEAR, Arrays.stream(column)).widened(ROOM);
  }

  private double size() {
    int n = rows.size();
    return n <= 20 ? 14 : n <= 400 ? 9 : n <= 5000 ? 7 : 5;
  }

  /** Adds rows, and the classes to the legend. */
  void addMarks(Chart chart) {
    for (boolean right : new boolean[] {true, false}) {
      for (int c = 0; c < rows.classes(); c++) {
        int target = c;
        ClassStyle style = ClassStyle.of(c);
        int[] some = rows.where(i -> rows.actual(i) == target && rows.isRight(i) == right);
        add(chart, some, style.mark(), style.color());
      }
    }
    for (int c = 0; c < rows.classes(); c++) {
      int target = c;
      int count = rows.count(i -> rows.actual(i) == target);
      if (count > 0) {
        String label = rows.name(c) + " (" + count + ")";
        chart.entry(label, ClassStyle.of(c).sample(size()));
      }
    }
  }

  private void add(Chart chart, int[] some, Mark mark, Color color) {
    Dataset data = rows.data();
    double[] x = Arrays.stream(some).mapToDouble(i -> data.value(i, 0)).toArray();
    double[] y = Arrays.stream(some).mapToDouble(i -> data.value(i, 1)).toArray();
    chart.points("", x, y, mark, size(), color);
  }
}
