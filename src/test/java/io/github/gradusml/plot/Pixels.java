package io.github.gradusml.plot;

import java.awt.image.BufferedImage;

/** What is seen on a picture. */
final class Pixels {
  private Pixels() {}

  /** A color as a pixel has it. */
  static int rgb(Color color) {
    return 0xFF000000 | color.rgb();
  }

  /** The color of a pixel. */
  static Color color(int pixel) {
    return new Color(pixel & 0xFFFFFF);
  }

  /** How many pixels have exactly a color. */
  static int count(BufferedImage image, Color color) {
    int count = 0;
    for (int pixel : all(image)) {
      count += pixel == rgb(color) ? 1 : 0;
    }
    return count;
  }

  /** All pixels, row by row. */
  static int[] all(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
