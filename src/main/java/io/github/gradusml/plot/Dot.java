package io.github.gradusml.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.style.markers.Marker;

/**
 * Marks of points: a disk or a square with a white rim, so that neighbors stay apart, or a ring.
 */
final class Dot extends Marker {
  /** The forms of a mark. */
  enum Form {
    DISK,
    SQUARE,
    RING
  }

  private final Form form;

  Dot(Form form) {
    this.form = form;
  }

  @Override
  public void paint(Graphics2D g, double x, double y, int size) {
    if (form == Form.RING) {
      double r = 0.5 * size + 4;
      g.setStroke(new BasicStroke(1.6f));
      g.draw(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
      return;
    }
    double r = form == Form.DISK ? 0.5 * size : 0.45 * size;
    Shape shape =
        form == Form.DISK
            ? new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r)
            : new Rectangle2D.Double(x - r, y - r, 2 * r, 2 * r);
    Color color = g.getColor();
    g.fill(shape);
    g.setStroke(new BasicStroke(1));
    g.setColor(Color.WHITE);
    g.draw(shape);
    g.setColor(color);
  }
}
