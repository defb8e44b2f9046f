package io.github.gradusml.plot;

/**
 * A color.
 *
 * @param rgb red, green and blue: 0xRRGGBB
 * @param opacity from 0, not seen, to 1
 */
record Color(int rgb, double opacity) {
  static final Color WHITE = new Color(0xFFFFFF);

  Color(int rgb) {
    this(rgb, 1);
  }

  /** This color mixed with white: 0 is white, 1 the color itself. */
  Color tint(double share) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int part = rgb >> shift & 0xFF;
      mixed |= (int) Math.round(255 - share * (255 - part)) << shift;
    }
    return new Color(mixed, opacity);
  }

  /** This color, through which is seen what was drawn before. */
  Color withOpacity(double share) {
    return new Color(rgb, share);
  }
}
