package io.github.gradusml.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;

/**
 * A curve over the learning rate, with rates marked on it.
 *
 * @param title the line above
 * @param xScale how the rates are laid out
 * @param yLabel what is drawn over the rate
 * @param yScale how it is laid out
 * @param curve the curve
 * @param raw the same before it was smoothed, drawn faintly behind; null for none
 * @param rates the rates that are marked on the curve, in any order; the legend's is ascending
 * @param limit a rate that is marked by a dashed line from bottom to top; null for none
 */
record RangePlot(
    String title,
    Scale xScale,
    String yLabel,
    Scale yScale,
    Curve curve,
    Curve raw,
    List<Rate> rates,
    Rate limit)
    implements Picture {
  private static final BasicStroke THIN =
      new BasicStroke(1.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  private static final double FAINT = 0.4;
  private static final int MARK = 13;

  /** Losses before smoothing may be that much higher than the curve, and are cut off above. */
  private static final double ROOM_FOR_RAW = 1.2;

  /** As a share of the width. */
  private static final double ROOM_FOR_MARK = 0.02;

  /**
   * A rate to be marked.
   *
   * @param label its name in the legend
   * @param value the rate
   * @param color its color
   * @param form how it is marked on the curve
   */
  record Rate(String label, double value, Color color, Dot.Form form) {}

  /** Finds out whether there is anything to be drawn. */
  RangePlot {
    rates = rates.stream().sorted(Comparator.comparingDouble(Rate::value)).toList();
    Axis.tight(yLabel, yScale, Arrays.stream(curve.y()));
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    Axis x = Axis.tight("learning rate", xScale, places());
    Axis y = Axis.ofHeights(yLabel, yScale, heights());
    Marks across = Look.across(x);
    Marks up = Look.up(y);
    XYChart chart = Look.chart(title, across, up);
    chart.getStyler().setMarkerSize(MARK);
    LegendPlace place = new LegendPlace(x, y);
    List<String> labels = new ArrayList<>();
    addLines(chart, x, y, place, labels);
    if (limit != null && x.position(limit.value()) >= 0 && x.position(limit.value()) <= 1) {
      addLimit(chart, x, y, place);
      labels.add(limit.label());
    }
    addRates(chart, place, labels);
    place.apply(chart, labels);
    new Stage(chart, across, up).paintOnGrid(g, width, height);
  }

  private void addLines(XYChart chart, Axis x, Axis y, LegendPlace place, List<String> labels) {
    if (raw != null) {
      Curve inside = cutOff(raw.between(x, y, false), y);
      Color faint = Look.tint(Look.color(raw.color()), FAINT);
      Look.line(chart, raw.label(), inside.x(), inside.y(), faint).setLineStyle(THIN);
      place.avoidLine(inside.x(), inside.y());
      labels.add(raw.label());
    }
    Curve shown = curve.between(x, y, false);
    Look.line(chart, curve.label(), shown.x(), shown.y(), Look.color(curve.color()));
    place.avoidLine(shown.x(), shown.y());
    labels.add(curve.label());
  }

  private void addLimit(XYChart chart, Axis x, Axis y, LegendPlace place) {
    double[] at = {limit.value(), limit.value()};
    Curve line = Curve.of(limit.label(), at, new double[] {y.low(), y.high()}, 0);
    Curve dense = line.between(x, y, true);
    place.avoidLine(dense.x(), dense.y());
    Look.dash(Look.line(chart, limit.label(), dense.x(), dense.y(), limit.color()));
  }

  private void addRates(XYChart chart, LegendPlace place, List<String> labels) {
    for (Rate rate : rates) {
      double[] at = {rate.value()};
      double[] onCurve = {height(rate.value())};
      Look.points(chart, rate.label(), at, onCurve, rate.color(), new Dot(rate.form()));
      place.avoidPoint(at[0], onCurve[0]);
      labels.add(rate.label());
    }
  }

  /** All rates; beside them 0 on an even scale, and room for a mark at the end on the other. */
  private DoubleStream places() {
    double[] x = curve.x();
    double last = x[x.length - 1];
    double other = xScale == Scale.LOG ? last * Math.pow(last / x[0], ROOM_FOR_MARK) : 0;
    DoubleStream marked = rates.stream().mapToDouble(Rate::value);
    return DoubleStream.concat(
        Arrays.stream(x), DoubleStream.concat(marked, DoubleStream.of(other)));
  }

  private DoubleStream heights() {
    DoubleStream heights = Arrays.stream(curve.y());
    if (raw == null) {
      return heights;
    }
    double highest = ROOM_FOR_RAW * Arrays.stream(curve.y()).max().orElseThrow();
    return DoubleStream.concat(heights, Arrays.stream(raw.y()).filter(value -> value <= highest));
  }

  /** Where the line leaves the plot, it runs along its edge. */
  private static Curve cutOff(Curve line, Axis y) {
    double[] inside =
        Arrays.stream(line.y())
            .map(value -> Math.max(y.low(), Math.min(y.high(), value)))
            .toArray();
    return Curve.of(line.label(), line.x(), inside, line.color());
  }

  /** The height of the curve at a rate, straight between its points; level beyond its ends. */
  private double height(double rate) {
    double[] x = curve.x();
    double[] y = curve.y();
    int after = 0;
    while (after < x.length && x[after] < rate) {
      after++;
    }
    if (after == 0 || after == x.length) {
      return y[after == 0 ? 0 : x.length - 1];
    }
    double share = (rate - x[after - 1]) / (x[after] - x[after - 1]);
    return y[after - 1] + share * (y[after] - y[after - 1]);
  }

  @Override
  public RangePlot withTitle(String title) {
    return new RangePlot(title, xScale, yLabel, yScale, curve, raw, rates, limit);
  }

  @Override
  public RangePlot withLogScale() {
    return new RangePlot(title, xScale, yLabel, Scale.LOG, curve, raw, rates, limit);
  }
}
