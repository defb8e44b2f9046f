package io.github.gradusml.plot;

import java.util.List;

/**
 * Several drawings side by side, row by row.
 *
 * @param title the line above them all; empty for none
 * @param columns how many stand side by side
 * @param parts what is on it
 */
record Sheet(String title, int columns, List<Drawing> parts) implements Drawing {
  private static final int MOST_COLUMNS = 16;
  private static final int MOST_ROWS = 20;
  private static final double MARGIN = 20;
  private static final double TITLE = 34;
  private static final double TITLE_SIZE = 21;

  /** Above the parts, which are drawn on white, so that no letter is cut off below. */
  private static final double BASELINE = 27;

  /** Finds out whether each part has room to be seen. */
  Sheet {
    if (columns > MOST_COLUMNS || rows(parts, columns) > MOST_ROWS) {
      throw new IllegalArgumentException(
          "plots must be at most "
              + MOST_COLUMNS
              + " side by side in "
              + MOST_ROWS
              + " rows to be seen, but were "
              + parts.size()
              + ", "
              + columns
              + " side by side");
    }
  }

  @Override
  public int usualWidth() {
    int part =
        parts.stream()
            .mapToInt(columns == 1 ? Drawing::usualWidth : Drawing::widthOnSheet)
            .max()
            .orElseThrow();
    return Math.min(View.LARGEST, columns * part);
  }

  @Override
  public int usualHeight() {
    int part =
        parts.stream()
            .mapToInt(columns == 1 ? Drawing::usualHeight : Drawing::heightOnSheet)
            .max()
            .orElseThrow();
    return Math.min(View.LARGEST, rows() * part + (title.isBlank() ? 0 : (int) TITLE));
  }

  @Override
  public int widthOnSheet() {
    return usualWidth();
  }

  @Override
  public int heightOnSheet() {
    return usualHeight();
  }

  private int rows() {
    return rows(parts, columns);
  }

  private static int rows(List<Drawing> parts, int columns) {
    return (parts.size() + columns - 1) / columns;
  }

  @Override
  public void draw(Canvas canvas, double width, double height) {
    canvas.box(0, 0, width, height, Color.WHITE, null);
    double top = title.isBlank() ? 0 : TITLE;
    if (top > 0) {
      Font font = Look.TITLE.withSize(TITLE_SIZE);
      String line = Lines.fitted(canvas, title, font, width - 2 * MARGIN);
      canvas.text(line, MARGIN, BASELINE, Canvas.Anchor.START, font);
    }
    double partWidth = width / columns;
    double partHeight = (height - top) / rows();
    for (int k = 0; k < parts.size(); k++) {
      Drawing part = parts.get(k);
      canvas.at(
          k % columns * partWidth,
          top + k / columns * partHeight,
          () -> part.draw(canvas, partWidth, partHeight));
    }
  }
}
