package io.github.gradusml.plot;

import java.awt.Graphics2D;

/**
 * What a {@link Plot} shows. A picture is immutable; it is drawn anew for every file and window.
 */
interface Picture {
  /** The line above the picture. */
  String title();

  /** Draws the picture into a rectangle from (0, 0). */
  void paint(Graphics2D g, int width, int height);

  /** The same picture under another title. */
  Picture withTitle(String title);

  /** The same picture with a logarithmic vertical axis. */
  Picture withLogScale();
}
