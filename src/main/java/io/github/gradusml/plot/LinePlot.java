package io.github.gradusml.plot;

import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Lines over a common horizontal axis: what most pictures are made of.
 *
 * @param title the line above
 * @param xLabel what the horizontal numbers are, with their unit
 * @param xScale how they are laid out
 * @param yLabel what the vertical numbers are, with their unit
 * @param yScale how they are laid out
 * @param curves the lines, in the order of the legend
 */
record LinePlot(
    String title, String xLabel, Scale xScale, String yLabel, Scale yScale, List<Curve> curves)
    implements Picture {
  /** Finds out whether there is anything to be drawn. */
  LinePlot {
    curves = List.copyOf(curves);
    Axis.tight(yLabel, yScale, all(curves, Curve::y));
    Axis.tight(xLabel, xScale, all(curves, Curve::x));
  }

  /** The numbers of all curves. */
  private static DoubleStream all(List<Curve> curves, Function<Curve, double[]> numbers) {
    return curves.stream().map(numbers).flatMapToDouble(Arrays::stream);
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    Axis x = Axis.tight(xLabel, xScale, all(curves, Curve::x));
    Axis y = Axis.ofHeights(yLabel, yScale, all(curves, Curve::y));
    Marks across = Look.across(x);
    Marks up = Look.up(y);
    XYChart chart = Look.chart(title, across, up);
    LegendPlace place = new LegendPlace(x, y);
    for (Curve curve : curves) {
      boolean dashed = curve.dashed() || Look.isRepeated(curve.color());
      Curve dense = curve.between(x, y, dashed);
      place.avoidLine(dense.x(), dense.y());
      XYSeries series =
          Look.line(chart, curve.label(), dense.x(), dense.y(), Look.color(curve.color()));
      if (dashed) {
        Look.dash(series);
      }
      if (curve.x().length == 1) {
        series.setMarker(SeriesMarkers.CIRCLE); // a line of one point would not be seen
      }
    }
    place.apply(chart, curves.stream().map(Curve::label).toList());
    chart.getStyler().setLegendVisible(curves.size() > 1 || !curves.get(0).label().isBlank());
    new Stage(chart, across, up).paintOnGrid(g, width, height);
  }

  @Override
  public LinePlot withTitle(String title) {
    return new LinePlot(title, xLabel, xScale, yLabel, yScale, curves);
  }

  @Override
  public LinePlot withLogScale() {
    return new LinePlot(title, xLabel, xScale, yLabel, Scale.LOG, curves);
  }
}
