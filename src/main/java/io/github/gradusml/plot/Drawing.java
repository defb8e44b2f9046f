package io.github.gradusml.plot;

/** What can be drawn at any size, such as a chart, or several on a sheet. */
interface Drawing {
  /** The line above it; empty for none. */
  String title();

  /** Draws it into a rectangle from (0, 0). */
  void draw(Canvas canvas, double width, double height);

  /** How wide it is where nobody says. */
  default int usualWidth() {
    return Plot.WIDTH;
  }

  /** How wide it is on a sheet. */
  default int widthOnSheet() {
    return 640;
  }

  /** How high it is on a sheet. */
  default int heightOnSheet() {
    return 460;
  }

  /** How high it is where nobody says. */
  default int usualHeight() {
    return Plot.HEIGHT;
  }
}
