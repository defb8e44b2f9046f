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
    String score = curve.score().name();
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
    return Axis.ofHeights(curve.score().name(), scale, all);
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
    add(chart, place, y, "training", values, training(curve), Look.color(0));
    add(chart, place, y, "validation", values, validation(curve), Look.color(1));
    ScoreCurve.Point best = curve.best();
    double[] bestX = {best.value()};
    double[] bestY = {best.scores().mean()};
    String label = "best: " + Digits.three(bestY[0]) + " at " + Digits.few(bestX[0]);
    Look.points(chart, label, bestX, bestY, Look.INK, new Dot(Dot.Form.RING));
    place.apply(chart, List.of("training", "validation", label));
    new Stage(chart, across, up).paintOnGrid(g, width, height);
  }

  private static void add(
      XYChart chart, LegendPlace place, Axis y, String label, double[] x, Line line, Color color) {
    Curve low = Curve.of(label, x, shown(y, line.edge(-1)), 0);
    Curve high = Curve.of(label, x, shown(y, line.edge(1)), 0);
    band(chart, low, high, color);
    place.avoidLine(low.x(), low.y());
    place.avoidLine(high.x(), high.y());
    XYSeries series = Look.line(chart, label, x, shown(y, line.means()), color);
    series.setMarker(new Dot(Dot.Form.DISK)).setMarkerColor(color);
  }

  /** On a logarithmic axis a band may reach below every number. */
  private static double[] shown(Axis y, double[] values) {
    return Arrays.stream(values).map(value -> Math.max(y.lowEdge(), value)).toArray();
  }

  private static void band(XYChart chart, Curve low, Curve high, Color color) {
    int n = low.x().length;
    double[] x = new double[2 * n];
    double[] y = new double[2 * n];
    for (int i = 0; i < n; i++) {
      x[i] = low.x()[i];
      y[i] = low.y()[i];
      x[2 * n - 1 - i] = high.x()[i];
      y[2 * n - 1 - i] = high.y()[i];
    }
    XYSeries band = Look.line(chart, "band", x, y, color);
    band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    band.setFillColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), OPACITY));
    band.setLineStyle(SeriesLines.NONE);
    band.setMarker(SeriesMarkers.NONE);
    band.setShowInLegend(false);
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
