package io.github.gradusml.plot;

/**
 * What is drawn on: pixels or SVG. Places are in units of the layout, from the upper left corner
 * rightwards and downwards.
 */
interface Canvas {
  /** Which part of a text stands at its place. */
  enum Anchor {
    START(0),
    MIDDLE(0.5),
    END(1);

    private final double share;

    Anchor(double share) {
      this.share = share;
    }

    /** Where a text of some width begins. */
    double left(double x, double width) {
      return x - share * width;
    }
  }

  /** Draws a line through points; where a y is NaN it has a gap. */
  void line(double[] x, double[] y, Stroke stroke);

  /** Fills the area that a line around it encloses. */
  void area(double[] x, double[] y, Color fill);

  /** Draws a box; without what is null. */
  void box(double x, double y, double width, double height, Color fill, Stroke edge);

  /** Draws a disk; without what is null. */
  void disk(double x, double y, double radius, Color fill, Stroke edge);

  /** Writes a text of one line, which stands on y. */
  void text(String text, double x, double y, Anchor anchor, Font font);

  /** How wide a text is. */
  double width(String text, Font font);

  /** Draws what lies inside a box, and nothing beyond it. */
  void inside(double x, double y, double width, double height, Runnable drawing);

  /** Draws with the upper left corner elsewhere. */
  void at(double x, double y, Runnable drawing);
}
