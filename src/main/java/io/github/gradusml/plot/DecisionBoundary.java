package io.github.gradusml.plot;

import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.markers.Marker;

/**
 * The rows of two classes with two features, and the line that a model draws between them.
 *
 * @param title the line above
 * @param model a model of two features
 * @param data rows of two features, with targets 0 and 1 or −1 and 1
 */
record DecisionBoundary(String title, Model<?> model, Dataset data) implements Picture {
  private static final double TINT = 0.12;
  private static final double ROOM = 0.1;

  /** Finds out whether there is a plane to be drawn. */
  DecisionBoundary {
    checkTwoFeatures("model", model.features());
    checkTwoFeatures("data", data.features());
    if (!data.hasTwoClasses()) {
      throw new IllegalArgumentException(
          "targets must be 0 or 1, or -1 or 1, to be drawn beside a boundary, but are "
              + Arrays.toString(data.targetCounts().keySet().stream().limit(5).toArray())
              + "; Dataset.withTargets, selectClasses and oneVersusRest convert them");
    }
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
  public void paint(Graphics2D g, int width, int height) {
    Axis x = axis(0);
    Axis y = axis(1);
    Marks across = Look.across(x);
    Marks up = Look.up(y);
    XYChart chart = Look.chart(title, across, up);
    String line = isAtZero() ? "boundary z = 0" : "boundary at " + Digits.few(cut());
    double[][] boundary =
        isAtZero()
            ? Contour.zero((px, py) -> model.netInput(px, py), x, y)
            : Contour.zero((px, py) -> model.predict(px, py) - cut(), x, y);
    List<String> labels = new ArrayList<>();
    if (boundary[0].length > 0) {
      labels.add(line);
      Look.line(chart, line, boundary[0], boundary[1], Look.INK);
    }
    addPoints(chart, className(0), Look.color(0), Dot.Form.DISK, i -> !positive(i), labels);
    addPoints(chart, className(1), Look.color(1), Dot.Form.SQUARE, this::positive, labels);
    addPoints(chart, "on the wrong side", Look.INK, Dot.Form.RING, this::wrong, labels);
    chart.getStyler().setMarkerSize(data.rows() <= 20 ? 14 : data.rows() <= 400 ? 9 : 7);
    LegendPlace place = new LegendPlace(x, y);
    place.avoidLine(boundary[0], boundary[1]);
    for (int i = 0; i < data.rows(); i++) {
      place.avoidPoint(data.value(i, 0), data.value(i, 1));
    }
    place.apply(chart, labels);
    Color negativeSide = Look.tint(Look.color(0), TINT);
    Color positiveSide = Look.tint(Look.color(1), TINT);
    new Stage(chart, across, up)
        .paintOnShades(
            (px, py) -> model.classify(px, py) == 1 ? positiveSide : negativeSide,
            g,
            width,
            height);
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
    String name = data.featureNames().get(feature).replace('_', ' ');
    return Axis.tight(name, Scale.LINEAR, Arrays.stream(data.column(feature))).widened(ROOM);
  }

  private void addPoints(
      XYChart chart,
      String label,
      Color color,
      Dot.Form form,
      IntPredicate which,
      List<String> labels) {
    int[] rows = IntStream.range(0, data.rows()).filter(which).toArray();
    if (rows.length > 0) {
      double[] x = Arrays.stream(rows).mapToDouble(i -> data.value(i, 0)).toArray();
      double[] y = Arrays.stream(rows).mapToDouble(i -> data.value(i, 1)).toArray();
      Marker marker = new Dot(form);
      String counted = label + " (" + rows.length + ")";
      Look.points(chart, counted, x, y, color, marker);
      labels.add(counted);
    }
  }

  private String className(int index) {
    List<String> names = data.classNames();
    if (names.size() == 2) {
      return names.get(index);
    }
    boolean signs = Arrays.stream(data.targets()).anyMatch(target -> target == -1);
    return "target " + (index == 1 ? "1" : signs ? "-1" : "0");
  }

  private boolean positive(int row) {
    return data.target(row) == 1;
  }

  private boolean wrong(int row) {
    return model.classify(data.row(row)) == 1 != positive(row);
  }

  @Override
  public DecisionBoundary withTitle(String title) {
    return new DecisionBoundary(title, model, data);
  }

  @Override
  public Picture withLogScale() {
    throw new IllegalArgumentException("a decision boundary has no logarithmic scale");
  }
}
