package io.github.gradusml.plot;

/**
 * Notes where something is drawn, and draws nothing: so a chart finds a corner in which its legend
 * hides nothing.
 */
final class Occupied implements Canvas {
  /** So fine is the grid on which it is noted. */
  private static final double CELL = 4;

  private final Canvas canvas;
  private final int columns;
  private final int rows;
  private final boolean[] taken;
  private double left;
  private double top;

  /**
   * Begins with nothing drawn.
   *
   * @param canvas where it is drawn afterwards
   * @param width how wide that is
   * @param height how high that is
   */
  Occupied(Canvas canvas, double width, double height) {
    this.canvas = canvas;
    columns = cell(width) + 1;
    rows = cell(height) + 1;
    taken = new boolean[columns * rows];
  }

  private static int cell(double place) {
    return (int) Math.floor(place / CELL);
  }

  /** Whether nothing is drawn in a box. */
  boolean isFree(double x, double y, double width, double height) {
    for (int j = cell(y); j <= cell(y + height); j++) {
      for (int i = cell(x); i <= cell(x + width); i++) {
        if (i < 0 || j < 0 || i >= columns || j >= rows || taken[j * columns + i]) {
          return false;
        }
      }
    }
    return true;
  }

  private void take(double x, double y) {
    int i = cell(left + x);
    int j = cell(top + y);
    if (i >= 0 && j >= 0 && i < columns && j < rows) {
      taken[j * columns + i] = true;
    }
  }

  @Override
  public void line(double[] x, double[] y, Stroke stroke) {
    for (int i = 0; i < x.length; i++) {
      take(x[i], y[i]);
      if (i > 0 && !Double.isNaN(y[i - 1]) && !Double.isNaN(y[i])) {
        piece(x[i - 1], y[i - 1], x[i], y[i]);
      }
    }
  }

  private void piece(double fromX, double fromY, double toX, double toY) {
    double length = Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY));
    // What leaves the picture for far away needs no more steps than would cross it.
    double steps = Math.min(Math.ceil(2 * length / CELL), 8.0 * (columns + rows));
    for (int k = 1; k < steps; k++) {
      take(fromX + k / steps * (toX - fromX), fromY + k / steps * (toY - fromY));
    }
  }

  /** A legend may lie within a wide area, but not on its edge. */
  @Override
  public void area(double[] x, double[] y, Color fill) {
    line(x, y, null);
  }

  @Override
  public void box(double x, double y, double width, double height, Color fill, Stroke edge) {
    for (int j = cell(y); j <= cell(y + height); j++) {
      for (int i = cell(x); i <= cell(x + width); i++) {
        take(i * CELL, j * CELL);
      }
    }
  }

  @Override
  public void disk(double x, double y, double radius, Color fill, Stroke edge) {
    box(x - radius, y - radius, 2 * radius, 2 * radius, fill, edge);
  }

  @Override
  public void text(String text, double x, double y, Anchor anchor, Font font) {
    double width = width(text, font);
    double left = anchor.left(x, width);
    box(left, y - font.size(), width, font.size(), null, null);
  }

  @Override
  public double width(String text, Font font) {
    return canvas.width(text, font);
  }

  @Override
  public void inside(double x, double y, double width, double height, Runnable drawing) {
    drawing.run();
  }

  @Override
  public void at(double x, double y, Runnable drawing) {
    left += x;
    top += y;
    drawing.run();
    left -= x;
    top -= y;
  }
}
