package io.github.gradusml.plot;

import io.github.gradusml.tuning.CrossValidationResult;
import io.github.gradusml.tuning.ScoreCurve;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A score against a number, on the rows trained on and on the rows held out, each with a band one
 * standard error wide to either side.
 *
 * @param title the line above
 * @param curve what is drawn
 * @param yScale how the scores are laid out
 */
record ScorePlot(String title, ScoreCurve curve, Scale yScale) implements Picture {
  private static final int OPACITY = 45;
  private static final double ROOM = 0.02;

  /** Finds out whether there is anything to be drawn. */
  ScorePlot {
    heights(curve, yScale);
  }

  static ScorePlot of(ScoreCurve curve) {
    String score = curve.metric().name();
    String title =
        Character.toUpperCase(score.charAt(0)) + score.substring(1) + " against " + curve.name();
    return new ScorePlot(title, curve, Scale.LINEAR);
  }

  /** One of the two lines. */
  private record Line(double[] means, double[] errors) {
    static Line of(
        ScoreCurve curve,
        ToDoubleFunction<CrossValidationResult> mean,
        ToDoubleFunction<CrossValidationResult> error) {
      return new Line(
          curve.each(point -> mean.applyAsDouble(point.scores())),
          curve.each(point -> error.applyAsDouble(point.scores())));
    }

    double[] edge(int side) {
      return IntStream.range(0, means.length)
          .mapToDouble(i -> means[i] + side * errors[i])
          .toArray();
    }
  }

  private static Line training(ScoreCurve curve) {
    return Line.of(
        curve, CrossValidationResult::trainingMean, CrossValidationResult::trainingStandardError);
  }

  private static Line validation(ScoreCurve curve) {
    return Line.of(curve, CrossValidationResult::mean, CrossValidationResult::standardError);
  }

  private static Axis heights(ScoreCurve curve, Scale scale) {
    DoubleStream all = DoubleStream.of();
    for (Line line : List.of(training(curve), validation(curve))) {
      all = DoubleStream.concat(all, Arrays.stream(line.means()));
      all = DoubleStream.concat(all, Arrays.stream(line.edge(-1)));
      all = DoubleStream.concat(all, Arrays.stream(line.edge(1)));
    }
    return Axis.ofHeights(curve.metric().name(), scale, all);
  }

  private Axis numbers() {
    double[] values = curve.each(ScoreCurve.Point::value);
    boolean counts = Arrays.stream(values).allMatch(value -> value >= 1 && value % 1 == 0);
    Scale scale = curve.logarithmic() ? Scale.LOG : counts ? Scale.COUNT : Scale.LINEAR;
    return Axis.tight(curve.name(), scale, Arrays.stream(values)).withRoom(ROOM);
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    Axis x = numbers();
    Axis y = heights(curve, yScale);
    Marks across = Look.across(x);
    Marks up = Look.up(y);
    XYChart chart = Look.chart(title, across, up);
    LegendPlace place = new LegendPlace(x, y);
    double[] values = curve.each(ScoreCurve.Point::value);
    addBand(chart, place, y, values, training(curve), Look.color(0));
    addBand(chart, place, y, values, validation(curve), Look.color(1));
    addLine(chart, y, "training", values, training(curve), Look.color(0));
    addLine(chart, y, "validation", values, validation(curve), Look.color(1));
    ScoreCurve.Point best = curve.best();
    double[] bestX = {best.value()};
    double[] bestY = {best.scores().mean()};
    String label = "best: " + Digits.three(bestY[0]) + " at " + Digits.few(bestX[0]);
    Look.points(chart, label, bestX, bestY, Look.INK, new Dot(Dot.Form.RING));
    place.apply(chart, List.of("training", "validation", label));
    new Stage(chart, across, up).paintOnGrid(g, width, height);
  }

  private static void addBand(
      XYChart chart, LegendPlace place, Axis y, double[] x, Line line, Color color) {
    double[] low = shown(y, line.edge(-1));
    double[] high = shown(y, line.edge(1));
    place.avoidLine(x, low);
    place.avoidLine(x, high);
    XYSeries band = Look.line(chart, "band", around(x, x), around(low, high), color);
    band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    band.setFillColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), OPACITY));
    band.setLineStyle(SeriesLines.NONE);
    band.setMarker(SeriesMarkers.NONE);
    band.setShowInLegend(false);
  }

  private static void addLine(
      XYChart chart, Axis y, String label, double[] x, Line line, Color color) {
    XYSeries series = Look.line(chart, label, x, shown(y, line.means()), color);
    series.setMarker(new Dot(Dot.Form.DISK)).setMarkerColor(color);
  }

  /** On a logarithmic axis a band may reach below every number. */
  private static double[] shown(Axis y, double[] values) {
    return Arrays.stream(values).map(value -> Math.max(y.lowEdge(), value)).toArray();
  }

  /** Along one edge of a band, and back along the other. */
  private static double[] around(double[] there, double[] back) {
    int n = there.length;
    return IntStream.range(0, 2 * n)
        .mapToDouble(i -> i < n ? there[i] : back[2 * n - 1 - i])
        .toArray();
  }

  @Override
  public ScorePlot withTitle(String title) {
    return new ScorePlot(title, curve, yScale);
  }

  @Override
  public ScorePlot withLogScale() {
    return new ScorePlot(title, curve, Scale.LOG);
  }
}
