package io.github.gradusml.plot;

/**
 * Marks of points: a disk or a square with a white rim, so that neighbors stay apart; an open ring;
 * a ring around a point; a ring or a frame that is seen on light and dark colors; a sample of a
 * color.
 */
enum Mark {
  DISK,
  SQUARE,
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

  /** Draws the mark of a point of some size. */
  void draw(Canvas canvas, double x, double y, double size, Color color) {
    double r = 0.5 * size;
    switch (this) {
      case DISK -> canvas.disk(x, y, r, color, RIM);
      case SQUARE -> square(canvas, x, y, 0.9 * r, color, RIM);
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
}
