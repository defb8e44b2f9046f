package io.github.gradusml.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The look that all pictures share: white, a light grid, no frame, and colors that color-blind
 * readers can tell apart (M. Okabe, K. Ito, Color universal design, 2008).
 */
final class Look {
  static final Color INK = new Color(0x333333);
  static final Color AXIS = new Color(0x8C8C8C);

  /** About the size of the plot inside its axes, in pixels. */
  static final double PLOT_WIDTH = 790;

  static final double PLOT_HEIGHT = 470;

  private static final Color[] PALETTE = {
    new Color(0x0072B2), // blue
    new Color(0xD55E00), // vermilion
    new Color(0x009E73), // bluish green
    new Color(0xCC79A7), // reddish purple
    new Color(0xE69F00), // orange
    new Color(0x56B4E9), // sky blue
    new Color(0x000000), // black
  };

  private static final Color CLEAR = new Color(255, 255, 255, 0);
  private static final Color VEIL = new Color(255, 255, 255, 225);

  private static final BasicStroke SOLID =
      new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final BasicStroke DASHED =
      new BasicStroke(
          2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {6, 6}, 0);

  /** Texts of so many letters do not stand side by side ten times. */
  private static final int LONG_LABEL = 8;

  private Look() {}

  /** A color of the palette; after the last comes the first again. */
  static Color color(int number) {
    return PALETTE[number % PALETTE.length];
  }

  /** Whether a color has come before, so that a line of it has to differ otherwise. */
  static boolean isRepeated(int number) {
    return number >= PALETTE.length;
  }

  /** A color mixed with white: 0 is white, 1 the color itself. */
  static Color tint(Color color, double share) {
    return new Color(
        (int) Math.round(255 - share * (255 - color.getRed())),
        (int) Math.round(255 - share * (255 - color.getGreen())),
        (int) Math.round(255 - share * (255 - color.getBlue())));
  }

  /** The marks along the horizontal axis: fewer where their texts are long. */
  static Marks across(Axis axis) {
    Marks many = new Marks(axis, 10);
    int longest = Math.max(many.label(axis.low()).length(), many.label(axis.high()).length());
    return longest < LONG_LABEL ? many : new Marks(axis, 5);
  }

  /** The marks along the vertical axis. */
  static Marks up(Axis axis) {
    return new Marks(axis, 8);
  }

  /** A chart without content. Its background is clear: the {@link Stage} paints what is behind. */
  static XYChart chart(String title, Marks x, Marks y) {
    XYChart chart = new XYChart(Plot.WIDTH, Plot.HEIGHT);
    chart.setTitle(title);
    chart.setXAxisTitle(x.axis().label());
    chart.setYAxisTitle(y.axis().label());
    XYStyler style = chart.getStyler();
    dress(style);
    style.setXAxisMin(x.axis().lowEdge()).setXAxisMax(x.axis().highEdge());
    style.setYAxisMin(y.axis().lowEdge()).setYAxisMax(y.axis().highEdge());
    style.setXAxisLogarithmic(x.axis().scale() == Scale.LOG).setXAxisLogarithmicDecadeOnly(false);
    style.setYAxisLogarithmic(y.axis().scale() == Scale.LOG).setYAxisLogarithmicDecadeOnly(false);
    style.setXAxisTickMarkSpacingHint(pixels(x, PLOT_WIDTH));
    style.setYAxisTickMarkSpacingHint(pixels(y, PLOT_HEIGHT));
    style.setXAxisTickLabelsFormattingFunction(x::label);
    style.setYAxisTickLabelsFormattingFunction(y::label);
    keepMarksEven(chart, x.axis(), y.axis());
    return chart;
  }

  private static void dress(XYStyler style) {
    style.setLocale(Locale.ROOT);
    style.setBaseFont(font(Font.PLAIN, 14)).setChartFontColor(INK);
    style.setChartBackgroundColor(CLEAR).setPlotBackgroundColor(CLEAR).setChartPadding(18);
    style.setChartTitleFont(font(Font.BOLD, 18)).setChartTitlePadding(11);
    style.setPlotBorderVisible(false).setPlotContentSize(1);
    style.setPlotMargin(0).setPlotGridLinesVisible(false);
    style.setAxisTitleFont(font(Font.PLAIN, 15)).setAxisTitlePadding(12);
    style.setAxisTickLabelsFont(font(Font.PLAIN, 13)).setAxisTickLabelsColor(INK);
    style.setAxisTicksMarksVisible(false).setAxisTickMarkLength(5).setAxisTickPadding(6);
    style.setAxisTickMarksColor(AXIS).setAxisTickMarksStroke(new BasicStroke(1));
    style.setYAxisLabelAlignment(TextAlignment.Right);
    style.setLegendFont(font(Font.PLAIN, 14)).setLegendBackgroundColor(VEIL);
    style.setLegendBorderColor(CLEAR).setLegendPadding(9).setLegendSeriesLineLength(30);
    style.setMarkerSize(9);
  }

  private static Font font(int weight, int size) {
    return new Font(Font.SANS_SERIF, weight, size);
  }

  /** How far apart XChart has to put marks to come to our step; without meaning for a logarithm. */
  private static int pixels(Marks marks, double length) {
    Axis axis = marks.axis();
    return (int) Math.round(marks.step() / (axis.high() - axis.low()) * length);
  }

  /**
   * XChart marks evenly spaced values where they are, such as 1, 4, 7, however odd that is. Values
   * that are out of step, never seen, keep it from that.
   */
  private static void keepMarksEven(XYChart chart, Axis x, Axis y) {
    double[] oddX = {x.value(0.123), x.value(0.1234)};
    double[] oddY = {y.value(0.123), y.value(0.1234)};
    points(chart, "", oddX, oddY, INK, SeriesMarkers.NONE).setShowInLegend(false);
  }

  /** Adds a line. */
  static XYSeries line(XYChart chart, String label, double[] x, double[] y, Color color) {
    XYSeries series = chart.addSeries(name(chart, label), x, y);
    series.setLabel(label.isBlank() ? " " : label);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    series.setLineStyle(SOLID).setLineColor(color);
    series.setMarker(SeriesMarkers.NONE).setMarkerColor(color);
    return series;
  }

  /** Makes a line dashed; its points must lie a pixel or two apart. */
  static void dash(XYSeries series) {
    // XChart strokes each piece of a line by itself, and the dashes start anew, unless it is
    // "smooth".
    series.setSmooth(true);
    series.setLineStyle(DASHED);
  }

  /** Adds points without a line. */
  static XYSeries points(
      XYChart chart, String label, double[] x, double[] y, Color color, Marker marker) {
    XYSeries series = chart.addSeries(name(chart, label), x, y);
    series.setLabel(label.isBlank() ? " " : label);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    series.setLineStyle(SeriesLines.NONE);
    series.setMarker(marker).setMarkerColor(color);
    return series;
  }

  /** XChart tells series apart by name; labels may come twice. */
  private static String name(XYChart chart, String label) {
    return chart.getSeriesCollection().size() + " " + label;
  }
}
