package io.github.gradusml.plot;

/**
 * What is written above a picture.
 *
 * @param title the line in bold; empty for none
 * @param caption how the picture is to be read; empty for nothing
 */
record Header(String title, String caption) {
  /** How far what is written is from the edges of the picture. */
  static final double MARGIN = 20;

  private static final double TITLE_LINE = 24;
  private static final double CAPTION_LINE = 18;

  /** Writes it on a picture that is so wide; returns where it ends. */
  double draw(Canvas canvas, double width) {
    double room = width - 2 * MARGIN;
    double bottom = MARGIN - 4;
    for (String line : Lines.broken(canvas, title, Look.TITLE, room, 2)) {
      bottom += TITLE_LINE;
      canvas.text(line, MARGIN, bottom - 5, Canvas.Anchor.START, Look.TITLE);
    }
    for (String line : Lines.broken(canvas, caption, Look.CAPTION, room, 2)) {
      bottom += CAPTION_LINE;
      canvas.text(line, MARGIN, bottom - 3, Canvas.Anchor.START, Look.CAPTION);
    }
    return bottom;
  }
}
