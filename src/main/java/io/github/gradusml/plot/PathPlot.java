package io.github.gradusml.plot;

import io.github.gradusml.tuning.RegularizationPath;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/**
 * The weights of a perceptron against the strength of the penalty, and how many of them are not 0.
 *
 * <p>The features whose weights are the largest somewhere have a color and a name each, in the
 * order of their lines at the left; those of the others are grey.
 *
 * @param title the line above
 * @param path what is drawn
 */
record PathPlot(String title, RegularizationPath path) implements Picture {
  private static final int MOST_NAMED = 10;
  private static final double ROOM = 0.02;
  private static final double ROOM_ABOVE = 0.16;
  private static final double PIXELS_BETWEEN_COUNTS = 70;
  private static final String CAPTION = "weights that are not 0";
  private static final int CAPTION_BELOW_TOP = 17;
  private static final int COUNTS_BELOW_TOP = 37;

  /** Finds out whether there is anything to be drawn. */
  PathPlot {
    Axis.tight("alpha", Scale.LOG, Arrays.stream(alphas(path)));
  }

  private static double[] alphas(RegularizationPath path) {
    return path.each(RegularizationPath.Point::alpha);
  }

  private double[] weights(int feature) {
    return path.each(point -> point.model().weight(feature));
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    Axis x =
        Axis.tight("strength of the penalty, alpha", Scale.LOG, Arrays.stream(alphas(path)))
            .withRoom(ROOM);
    Axis y = heights();
    Marks across = Look.across(x);
    Marks up = Look.up(y);
    XYChart chart = Look.chart(title, across, up);
    LegendPlace place = new LegendPlace(x, y);
    List<String> names = new ArrayList<>();
    List<Integer> named = named();
    IntStream.range(0, path.featureNames().size())
        .filter(feature -> !named.contains(feature))
        .forEach(feature -> add(chart, place, x, y, feature, -1));
    for (int feature : named) {
      add(chart, place, x, y, feature, names.size());
      names.add(name(feature));
    }
    place.avoidLine(new double[] {x.low(), x.high()}, new double[] {y.high(), y.high()});
    place.apply(chart, names);
    new Stage(chart, across, up).paintOnGrid(g, width, height);
    paintCounts(chart, x, y, g);
  }

  private String name(int feature) {
    return path.featureNames().get(feature).replace('_', ' ');
  }

  private Axis heights() {
    DoubleStream all =
        IntStream.range(0, path.featureNames().size())
            .boxed()
            .flatMapToDouble(feature -> Arrays.stream(weights(feature)));
    Axis tight = Axis.ofHeights("weight", Scale.LINEAR, all);
    double room = ROOM_ABOVE * (tight.high() - tight.low());
    return new Axis(tight.label(), tight.scale(), tight.low(), tight.high() + room);
  }

  /** The features with a name, from the largest weight at the smallest alpha to the smallest. */
  private List<Integer> named() {
    Comparator<Integer> byLargestWeight =
        Comparator.comparingDouble(
            feature -> -Arrays.stream(weights(feature)).map(Math::abs).max().orElseThrow());
    Comparator<Integer> byLastWeight =
        Comparator.comparingDouble(
            feature -> -path.points().get(path.points().size() - 1).model().weight(feature));
    return IntStream.range(0, path.featureNames().size())
        .boxed()
        .sorted(byLargestWeight)
        .limit(MOST_NAMED)
        .sorted(byLastWeight)
        .toList();
  }

  private void add(XYChart chart, LegendPlace place, Axis x, Axis y, int feature, int color) {
    boolean dashed = color >= 0 && Look.isRepeated(color);
    Curve curve = Curve.of(name(feature), alphas(path), weights(feature), 0);
    Curve shown = curve.between(x, y, dashed);
    place.avoidLine(shown.x(), shown.y());
    XYSeries series =
        Look.line(
            chart,
            curve.label(),
            shown.x(),
            shown.y(),
            color < 0 ? Look.tint(Look.INK, 0.3) : Look.color(color));
    series.setShowInLegend(color >= 0);
    if (dashed) {
      Look.dash(series);
    }
  }

  /** Above the lines: how many weights are not 0. */
  private void paintCounts(XYChart chart, Axis x, Axis y, Graphics2D g) {
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    double top = chart.getScreenYFromChart(y.high());
    paintText(g, CAPTION, chart.getScreenXFromChart(x.value(0.5)), top + CAPTION_BELOW_TOP);
    double last = Double.POSITIVE_INFINITY;
    for (RegularizationPath.Point point : path.points()) {
      double at = chart.getScreenXFromChart(point.alpha());
      if (x.scale().shows(point.alpha()) && last - at >= PIXELS_BETWEEN_COUNTS) {
        int count = path.featureNames().size() - point.zeros();
        paintText(g, Integer.toString(count), at, top + COUNTS_BELOW_TOP);
        last = at;
      }
    }
  }

  /** A text on white, so that no line of the grid runs through it. */
  private static void paintText(Graphics2D g, String text, double middle, double bottom) {
    FontMetrics font = g.getFontMetrics();
    double left = middle - 0.5 * font.stringWidth(text);
    double top = bottom - font.getAscent();
    g.setColor(Color.WHITE);
    g.fill(new Rectangle2D.Double(left - 2, top, font.stringWidth(text) + 4, bottom - top));
    g.setColor(Look.INK);
    g.drawString(text, (float) left, (float) bottom);
  }

  @Override
  public PathPlot withTitle(String title) {
    return new PathPlot(title, path);
  }

  @Override
  public Picture withLogScale() {
    throw new IllegalArgumentException(
        "weights have both signs, and so no logarithmic scale; alpha has one already");
  }
}
