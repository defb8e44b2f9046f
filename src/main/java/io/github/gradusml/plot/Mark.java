package io.github.gradusml.plot;

/**
 * Marks of points: a disk, a square, a triangle, a diamond or a triangle that points down, with a
 * white rim, so that neighbors stay apart; an open ring; a ring around a point; a ring or a frame
 * that is seen on light and dark colors; a sample of a color.
 */
enum Mark {
  DISK,
  SQUARE,
  TRIANGLE,
  DIAMOND,
  POINTED_DOWN,
  OPEN,
  RING,
  BRIGHT_RING,
  BRIGHT_FRAME,
  SAMPLE;

  /** How far a ring lies beyond what it surrounds. */
  private static final double BEYOND = 4;

  private static final double THIN = 1;
  private static final double THICK = 1.6;
  private static final double EDGE = 3.6;
  private static final Stroke RIM = Stroke.of(Color.WHITE, THIN);

  /** Corners around the middle; all marks look about as large. */
  private static final double[][] UPRIGHT = {{0, 1.25, -1.25, 0}, {-1.4, 0.9, 0.9, -1.4}};

  private static final double[][] DIAMOND_CORNERS = {{0, 1.2, 0, -1.2, 0}, {-1.2, 0, 1.2, 0, -1.2}};

  /** Draws the mark of a point of some size. */
  void draw(Canvas canvas, double x, double y, double size, Color color) {
    double r = 0.5 * size;
    switch (this) {
      case DISK -> canvas.disk(x, y, r, color, RIM);
      case SQUARE -> square(canvas, x, y, 0.9 * r, color, RIM);
      case TRIANGLE -> polygon(canvas, x, y, UPRIGHT, r, r, color);
      case DIAMOND -> polygon(canvas, x, y, DIAMOND_CORNERS, r, r, color);
      case POINTED_DOWN -> polygon(canvas, x, y, UPRIGHT, r, -r, color);
      case OPEN -> canvas.disk(x, y, 0.8 * r, Color.WHITE, Stroke.of(color, THICK));
      case RING -> canvas.disk(x, y, r + BEYOND, null, Stroke.of(color, THICK));
      case BRIGHT_RING -> {
        canvas.disk(x, y, r + BEYOND, null, Stroke.of(Look.INK, EDGE));
        canvas.disk(x, y, r + BEYOND, null, Stroke.of(Color.WHITE, THICK));
      }
      case BRIGHT_FRAME -> {
        square(canvas, x, y, r + BEYOND, null, Stroke.of(Look.INK, EDGE));
        square(canvas, x, y, r + BEYOND, null, Stroke.of(Color.WHITE, THICK));
      }
      case SAMPLE -> square(canvas, x, y, r, color, Stroke.of(Look.AXIS, THIN));
    }
  }

  private static void square(Canvas canvas, double x, double y, double r, Color fill, Stroke edge) {
    canvas.box(x - r, y - r, 2 * r, 2 * r, fill, edge);
  }

  private static void polygon(
      Canvas canvas, double x, double y, double[][] corners, double across, double up, Color fill) {
    int n = corners[0].length;
    double[] xs = new double[n];
    double[] ys = new double[n];
    for (int k = 0; k < n; k++) {
      xs[k] = x + across * corners[0][k];
      ys[k] = y + up * corners[1][k];
    }
    canvas.area(xs, ys, fill);
    canvas.line(xs, ys, RIM);
  }
}
