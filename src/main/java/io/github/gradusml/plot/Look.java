package io.github.gradusml.plot;

/**
 * The look that all pictures share: white, a light grid, no frame, and colors that color-blind
 * readers can tell apart (M. Okabe, K. Ito, Color universal design, 2008).
 */
final class Look {
  static final Color INK = new Color(0x333333);
  static final Color AXIS = new Color(0x8C8C8C);
  static final Color GRID = new Color(0xE6E6E6);

  static final Font TITLE = new Font(18, true, INK);
  static final Font CAPTION = new Font(13.5, false, new Color(0x666666));
  static final Font LABEL = new Font(14.5, false, INK);
  static final Font TICK = new Font(13, false, INK);
  static final Font LEGEND = new Font(14, false, INK);

  /** How large the mark of a point is. */
  static final double MARK = 9;

  private static final double LINE = 2.2;

  private static final Color[] PALETTE = {
    new Color(0x0072B2), // blue
    new Color(0xD55E00), // vermilion
    new Color(0x009E73), // bluish green
    new Color(0xCC79A7), // reddish purple
    new Color(0xE69F00), // orange
    new Color(0x56B4E9), // sky blue
    new Color(0x000000), // black
  };

  private Look() {}

  /** A color of the palette; after the last comes the first again. */
  static Color color(int number) {
    return PALETTE[number % PALETTE.length];
  }

  /** Whether a color has come before, so that what has it must differ otherwise. */
  static boolean isRepeated(int number) {
    return number >= PALETTE.length;
  }

  /** The line of a curve: broken otherwise each time that its color comes again. */
  static Stroke line(int number) {
    Stroke.Dash[] dashes = Stroke.Dash.values();
    return line(color(number)).withDash(dashes[number / PALETTE.length % dashes.length]);
  }

  /** The line of something that is not one of several. */
  static Stroke line(Color color) {
    return Stroke.of(color, LINE);
  }

  /** A name at the beginning of a title. */
  static String capitalized(String name) {
    return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
