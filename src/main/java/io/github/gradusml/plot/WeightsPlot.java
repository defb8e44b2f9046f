package io.github.gradusml.plot;

import io.github.gradusml.core.Perceptron;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;

/**
 * The weights of several perceptrons side by side, feature by feature: a stem from 0 to each
 * weight, and an open ring where a weight is exactly 0.
 *
 * @param title the line above
 * @param models the perceptrons by their names, in the order of the legend
 */
record WeightsPlot(String title, Map<String, Perceptron> models) implements Picture {
  /** How much of a feature's width its stems take. */
  private static final double SPREAD = 0.76;

  private static final double STEM_GAP_PIXELS = 10;
  private static final int LARGEST = 9;
  private static final int SMALLEST = 3;
  private static final Color BAND = new Color(0xF3F3F3);
  private static final Color GRID = new Color(0xDDDDDD);
  private static final BasicStroke HAIRLINE = new BasicStroke(1);
  private static final BasicStroke STEM =
      new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);

  /** Finds out whether there is anything to be drawn, and whether it fits. */
  WeightsPlot {
    models = new LinkedHashMap<>(models);
    if (models.isEmpty()) {
      throw new IllegalArgumentException("models must not be empty");
    }
    int features = features(models);
    models.forEach(
        (name, model) -> {
          if (model.features() != features) {
            throw new IllegalArgumentException(
                "models must all have "
                    + features
                    + " features, as the first, but \""
                    + name
                    + "\" has "
                    + model.features());
          }
        });
  }

  private static int features(Map<String, Perceptron> models) {
    return models.values().iterator().next().features();
  }

  private DoubleStream weights() {
    return models.values().stream().flatMapToDouble(model -> Arrays.stream(model.weights()));
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    int d = features(models);
    Axis x = new Axis("number of the feature, from 0", Scale.LINEAR, -0.5, d - 0.5);
    DoubleStream shown = DoubleStream.concat(weights(), DoubleStream.of(0));
    Axis y = Axis.ofHeights("weight", Scale.LINEAR, shown);
    Marks across = new Marks(x, Math.min(20, d));
    Marks up = Look.up(y);
    XYChart chart = Look.chart(title, across, up);
    up.numbers().forEach(at -> addLevel(chart, x, at, GRID));
    addLevel(chart, x, 0, Look.AXIS);
    double stems = SPREAD * Look.PLOT_WIDTH / (d * models.size());
    chart
        .getStyler()
        .setMarkerSize(
            (int) Math.max(SMALLEST, Math.min(LARGEST, LARGEST * stems / STEM_GAP_PIXELS)));
    LegendPlace place = new LegendPlace(x, y);
    List<String> names = new ArrayList<>();
    models.forEach(
        (name, model) -> {
          add(chart, place, name, model, names.size());
          names.add(name);
        });
    if (weights().anyMatch(w -> w == 0)) {
      double[] nowhere = {Double.NaN};
      Look.points(chart, "exactly 0", new double[] {0}, nowhere, Look.INK, new Ring());
      names.add("exactly 0");
    }
    place.apply(chart, names);
    Stage.Shade bands = (px, py) -> Math.floorMod(Math.round(px), 2) == 0 ? Color.WHITE : BAND;
    new Stage(chart, across, up).paintOnShades(bands, g, width, height);
  }

  /** A line from one side to the other. */
  private static void addLevel(XYChart chart, Axis x, double at, Color color) {
    double[] ends = {x.low(), x.high()};
    XYSeries line = Look.line(chart, "", ends, new double[] {at, at}, color);
    line.setLineStyle(HAIRLINE).setShowInLegend(false);
  }

  private void add(XYChart chart, LegendPlace place, String name, Perceptron model, int number) {
    int d = model.features();
    double[] x = new double[3 * d];
    double[] y = new double[3 * d];
    double[] ends = new double[d];
    double[] zeros = new double[d];
    double shift = ((number + 0.5) / models.size() - 0.5) * SPREAD;
    for (int j = 0; j < d; j++) {
      double w = model.weight(j);
      Arrays.fill(x, 3 * j, 3 * j + 3, j + shift);
      y[3 * j + 1] = w;
      y[3 * j + 2] = Double.NaN; // a gap before the next stem
      ends[j] = w == 0 ? Double.NaN : w;
      zeros[j] = w == 0 ? 0 : Double.NaN;
      place.avoidPoint(j + shift, w);
    }
    place.avoidLine(x, y);
    Color color = Look.color(number);
    XYSeries stems = Look.line(chart, name, x, y, color);
    stems.setLineStyle(STEM).setShowInLegend(false);
    double[] at = DoubleStream.iterate(shift, s -> s + 1).limit(d).toArray();
    boolean repeated = Look.isRepeated(number);
    Look.points(chart, name, at, ends, color, new Dot(repeated ? Dot.Form.SQUARE : Dot.Form.DISK));
    Look.points(chart, name, at, zeros, color, new Ring()).setShowInLegend(false);
  }

  /** A weight that is exactly 0. */
  private static final class Ring extends Marker {
    @Override
    public void paint(Graphics2D g, double x, double y, int size) {
      Color color = g.getColor();
      Ellipse2D ring = new Ellipse2D.Double(x - 0.4 * size, y - 0.4 * size, 0.8 * size, 0.8 * size);
      g.setColor(Color.WHITE);
      g.fill(ring);
      g.setColor(color);
      g.setStroke(new BasicStroke(1.6f));
      g.draw(ring);
    }
  }

  @Override
  public WeightsPlot withTitle(String title) {
    return new WeightsPlot(title, models);
  }

  @Override
  public Picture withLogScale() {
    throw new IllegalArgumentException("weights have both signs, and so no logarithmic scale");
  }
}
