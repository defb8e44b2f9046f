package io.github.gradusml.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.style.markers.Marker;

/**
 * Marks of points: a disk or a square with a white rim, so that neighbors stay apart; a ring; a
 * ring or a frame that is seen on light and dark colors; a sample of a color for a legend.
 */
final class Dot extends Marker {
  /** The forms of a mark. */
  enum Form {
    DISK,
    SQUARE,
    RING,
    BRIGHT_RING,
    BRIGHT_FRAME,
    SAMPLE
  }

  private static final double BEYOND = 4;
  private static final double SAMPLE_SIZE = 15;
  private static final BasicStroke HAIRLINE = new BasicStroke(1);
  private static final BasicStroke LINE = new BasicStroke(1.6f);
  private static final BasicStroke EDGE = new BasicStroke(3.6f);

  private final Form form;

  Dot(Form form) {
    this.form = form;
  }

  @Override
  public void paint(Graphics2D g, double x, double y, int size) {
    Color color = g.getColor();
    switch (form) {
      case DISK -> fill(g, round(x, y, 0.5 * size), Color.WHITE);
      case SQUARE -> fill(g, square(x, y, 0.45 * size), Color.WHITE);
      case SAMPLE -> fill(g, square(x, y, 0.5 * SAMPLE_SIZE), Look.AXIS);
      case RING -> draw(g, round(x, y, 0.5 * size + BEYOND), LINE);
      case BRIGHT_RING -> drawBright(g, round(x, y, 0.5 * size + BEYOND));
      case BRIGHT_FRAME -> drawBright(g, square(x, y, 0.5 * size + BEYOND));
    }
    g.setColor(color);
  }

  private static Shape round(double x, double y, double r) {
    return new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
  }

  private static Shape square(double x, double y, double r) {
    return new Rectangle2D.Double(x - r, y - r, 2 * r, 2 * r);
  }

  private static void fill(Graphics2D g, Shape shape, Color rim) {
    g.fill(shape);
    g.setColor(rim);
    draw(g, shape, HAIRLINE);
  }

  private static void drawBright(Graphics2D g, Shape shape) {
    g.setColor(Look.INK);
    draw(g, shape, EDGE);
    g.setColor(Color.WHITE);
    draw(g, shape, LINE);
  }

  private static void draw(Graphics2D g, Shape shape, BasicStroke stroke) {
    g.setStroke(stroke);
    g.draw(shape);
  }
}
