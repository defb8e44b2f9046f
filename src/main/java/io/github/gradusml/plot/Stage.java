package io.github.gradusml.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.knowm.xchart.XYChart;

/**
 * Paints what lies behind the lines and points of a chart, then the chart: either a light grid, or
 * colors, pixel by pixel, so that no seam shows.
 *
 * <p>XChart's own grid has a line at every mark of a logarithmic axis, nine to a decade.
 */
record Stage(XYChart chart, Marks x, Marks y) {
  private static final Color GRID = new Color(0xE6E6E6);
  private static final BasicStroke HAIRLINE = new BasicStroke(1);
  private static final double MARK_LENGTH = 5;

  /** A grid line nearer to an axis would thicken it. */
  private static final double HAIR = 3;

  /** XChart puts a legend beside the plot nearer to the edge than anything else. */
  private static final int RIGHT_MARGIN = 10;

  /** The color of a place. */
  @FunctionalInterface
  interface Shade {
    Color at(double x, double y);
  }

  /** Paints the chart on a grid. */
  void paintOnGrid(Graphics2D g, int width, int height) {
    Rectangle2D plot = layOut(g.getTransform(), width, height);
    g.setColor(GRID);
    g.setStroke(HAIRLINE);
    x.numbers()
        .map(chart::getScreenXFromChart)
        .filter(at -> at > plot.getMinX() + HAIR)
        .forEach(at -> g.draw(new Line2D.Double(at, plot.getMinY(), at, plot.getMaxY())));
    y.numbers()
        .map(chart::getScreenYFromChart)
        .filter(at -> at < plot.getMaxY() - HAIR)
        .forEach(at -> g.draw(new Line2D.Double(plot.getMinX(), at, plot.getMaxX(), at)));
    paintChart(plot, g, width, height);
  }

  /** Paints the chart on colors. */
  void paintOnShades(Shade shade, Graphics2D g, int width, int height) {
    Rectangle2D plot = layOut(g.getTransform(), width, height);
    int columns = (int) Math.max(1, Math.ceil(plot.getWidth()));
    int rows = (int) Math.max(1, Math.ceil(plot.getHeight()));
    BufferedImage colors = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < columns; i++) {
      double px = x.axis().value((i + 0.5) / columns);
      for (int j = 0; j < rows; j++) {
        double py = y.axis().value(1 - (j + 0.5) / rows);
        colors.setRGB(i, j, shade.at(px, py).getRGB());
      }
    }
    AffineTransform place = AffineTransform.getTranslateInstance(plot.getX(), plot.getY());
    place.scale(plot.getWidth() / columns, plot.getHeight() / rows);
    g.drawImage(colors, place, null);
    paintChart(plot, g, width, height);
  }

  private void paintChart(Rectangle2D plot, Graphics2D g, int width, int height) {
    g.setColor(Look.AXIS);
    g.setStroke(HAIRLINE);
    double below = plot.getMaxY();
    double left = plot.getMinX();
    x.numbers()
        .map(chart::getScreenXFromChart)
        .forEach(at -> g.draw(new Line2D.Double(at, below, at, below + MARK_LENGTH)));
    y.numbers()
        .map(chart::getScreenYFromChart)
        .forEach(at -> g.draw(new Line2D.Double(left - MARK_LENGTH, at, left, at)));
    chart.paint(g, width - RIGHT_MARGIN, height);
  }

  /** Paints the chart where nobody sees it, and tells where it put the plot: it knows only then. */
  private Rectangle2D layOut(AffineTransform transform, int width, int height) {
    Graphics2D unseen = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    unseen.setTransform(transform);
    chart.paint(unseen, width - RIGHT_MARGIN, height);
    unseen.dispose();
    double left = chart.getScreenXFromChart(x.axis().lowEdge());
    double right = chart.getScreenXFromChart(x.axis().highEdge());
    double top = chart.getScreenYFromChart(y.axis().highEdge());
    double bottom = chart.getScreenYFromChart(y.axis().lowEdge());
    return new Rectangle2D.Double(left, top, right - left, bottom - top);
  }
}
