package io.github.gradusml.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws pixels, with Java's own Java2D. */
final class RasterCanvas implements Canvas {
  /** Pixels in a file to a unit of the layout, so that text stays sharp when it is enlarged. */
  static final int SHARPNESS = 2;

  private final Graphics2D g;

  RasterCanvas(Graphics2D g) {
    this.g = g;
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
  }

  /** A drawing as pixels. */
  static BufferedImage image(Drawing drawing, int width, int height) {
    BufferedImage image =
        new BufferedImage(SHARPNESS * width, SHARPNESS * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.scale(SHARPNESS, SHARPNESS);
      drawing.draw(new RasterCanvas(g), width, height);
    } finally {
      g.dispose();
    }
    return image;
  }

  /** Writes an image as PNG. */
  static void writePng(BufferedImage image, OutputStream out) throws IOException {
    try (ImageOutputStream png = new MemoryCacheImageOutputStream(out)) {
      if (!ImageIO.write(image, "png", png)) {
        throw new IOException("this Java has no writer for PNG");
      }
    }
  }

  @Override
  public void line(double[] x, double[] y, Stroke stroke) {
    draw(path(x, y), stroke);
  }

  @Override
  public void area(double[] x, double[] y, Color fill) {
    fill(path(x, y), fill);
  }

  private static Shape path(double[] x, double[] y) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, x.length);
    boolean drawn = false;
    for (int i = 0; i < x.length; i++) {
      boolean here = !Double.isNaN(y[i]);
      if (here && drawn) {
        path.lineTo(x[i], y[i]);
      } else if (here) {
        path.moveTo(x[i], y[i]);
      }
      drawn = here;
    }
    return path;
  }

  @Override
  public void box(double x, double y, double width, double height, Color fill, Stroke edge) {
    Shape box = new Rectangle2D.Double(x, y, width, height);
    fill(box, fill);
    draw(box, edge);
  }

  @Override
  public void disk(double x, double y, double radius, Color fill, Stroke edge) {
    Shape disk = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    fill(disk, fill);
    draw(disk, edge);
  }

  private void fill(Shape shape, Color color) {
    if (color != null) {
      g.setColor(awt(color));
      g.fill(shape);
    }
  }

  private void draw(Shape shape, Stroke stroke) {
    if (stroke != null) {
      List<Double> lengths = stroke.dash().lengths();
      float[] dashes = new float[lengths.size()];
      for (int k = 0; k < dashes.length; k++) {
        dashes[k] = lengths.get(k).floatValue();
      }
      g.setStroke(
          new BasicStroke(
              (float) stroke.width(),
              BasicStroke.CAP_ROUND,
              BasicStroke.JOIN_ROUND,
              1,
              dashes.length == 0 ? null : dashes,
              0));
      g.setColor(awt(stroke.color()));
      g.draw(shape);
    }
  }

  @Override
  public void text(String text, double x, double y, Anchor anchor, Font font) {
    double width = width(text, font);
    double left = anchor.left(x, width);
    g.setFont(awt(font));
    g.setColor(awt(font.color()));
    g.drawString(text, (float) left, (float) y);
  }

  @Override
  public double width(String text, Font font) {
    return awt(font).getStringBounds(text, g.getFontRenderContext()).getWidth();
  }

  @Override
  public void inside(double x, double y, double width, double height, Runnable drawing) {
    Shape before = g.getClip();
    g.clip(new Rectangle2D.Double(x, y, width, height));
    drawing.run();
    g.setClip(before);
  }

  @Override
  public void at(double x, double y, Runnable drawing) {
    AffineTransform before = g.getTransform();
    g.translate(x, y);
    drawing.run();
    g.setTransform(before);
  }

  private static java.awt.Color awt(Color color) {
    return new java.awt.Color(
        color.rgb() >> 16 & 0xFF,
        color.rgb() >> 8 & 0xFF,
        color.rgb() & 0xFF,
        (int) Math.round(255 * color.opacity()));
  }

  private static java.awt.Font awt(Font font) {
    int weight = font.bold() ? java.awt.Font.BOLD : java.awt.Font.PLAIN;
    return new java.awt.Font(java.awt.Font.SANS_SERIF, weight, 1).deriveFont((float) font.size());
  }
}
