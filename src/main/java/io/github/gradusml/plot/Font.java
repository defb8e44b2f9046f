package io.github.gradusml.plot;

/**
 * How a text is written.
 *
 * @param size the height of a line of it
 * @param bold whether it is bold
 * @param color its color
 */
record Font(double size, boolean bold, Color color) {
  /** How far below the middle of its letters a text stands. */
  double belowMiddle() {
    return 0.36 * size;
  }

  Font withSize(double other) {
    return new Font(other, bold, color);
  }

  Font withColor(Color other) {
    return new Font(size, bold, other);
  }
}
