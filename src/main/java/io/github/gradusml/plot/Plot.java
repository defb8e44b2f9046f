package io.github.gradusml.plot;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.SafeFile;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.swing.Icon;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/**
 * A picture made by {@link Plots}, to be saved or shown.
 *
 * <p>A plot is immutable: {@link #withTitle} and {@link #withLogScale} return another one.
 */
public final class Plot {
  static final int WIDTH = 900;
  static final int HEIGHT = 600;

  /** Pixels in the file to a pixel of the layout, so that text stays sharp when it is enlarged. */
  static final int SHARPNESS = 2;

  private final Picture picture;

  Plot(Picture picture) {
    this.picture = picture;
  }

  /**
   * Sets the line above the picture.
   *
   * @param title the line; empty for none
   * @return another plot
   */
  public Plot withTitle(String title) {
    return new Plot(picture.withTitle(Checks.notNull("title", title)));
  }

  /**
   * Makes the vertical axis logarithmic: what falls by the same factor falls by the same height.
   * Values that are not above 0 become gaps.
   *
   * @return another plot
   * @throws IllegalArgumentException if no value is above 0, or the picture has no such axis
   */
  public Plot withLogScale() {
    return new Plot(picture.withLogScale());
  }

  /**
   * Saves the picture as a PNG file of 1800 × 1200 pixels, in place of a file that may be there;
   * makes the folders that are missing.
   *
   * @param file the file; its name ends in {@code .png}
   * @return the file
   * @throws IllegalArgumentException if the name ends otherwise
   * @throws java.io.UncheckedIOException if that fails; a file that was there is then as it was
   */
  public Path save(Path file) {
    if (!Checks.notNull("file", file).toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw new IllegalArgumentException("file must end in .png, but was " + file);
    }
    BufferedImage image = image();
    SafeFile.write(
        file,
        out -> {
          try (ImageOutputStream png = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(image, "png", png)) {
              throw new IOException("this Java has no writer for PNG");
            }
          }
        });
    return file;
  }

  /**
   * Shows the picture in a window, and returns at once; closing the window leaves the program
   * running.
   *
   * @throws IllegalStateException if there is no display
   */
  public void show() {
    if (GraphicsEnvironment.isHeadless()) {
      throw new IllegalStateException(
          "there is no display to show a window on; save(Path) writes the picture to a file");
    }
    SwingUtilities.invokeLater(
        () -> {
          JFrame window = new JFrame(picture.title());
          window.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
          window.add(new JLabel(new Pane(picture)));
          window.pack();
          window.setLocationByPlatform(true);
          window.setVisible(true);
        });
  }

  BufferedImage image() {
    BufferedImage image =
        new BufferedImage(SHARPNESS * WIDTH, SHARPNESS * HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.scale(SHARPNESS, SHARPNESS);
      paint(picture, g, WIDTH, HEIGHT);
    } finally {
      g.dispose();
    }
    return image;
  }

  private static void paint(Picture picture, Graphics2D g, int width, int height) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width, height);
    picture.paint(g, width, height);
  }

  /** Draws a picture as large as the window is. */
  private record Pane(Picture picture) implements Icon {
    @Override
    public void paintIcon(Component window, Graphics g, int x, int y) {
      Graphics2D copy = (Graphics2D) g.create();
      paint(picture, copy, window.getWidth(), window.getHeight());
      copy.dispose();
    }

    @Override
    public int getIconWidth() {
      return WIDTH;
    }

    @Override
    public int getIconHeight() {
      return HEIGHT;
    }
  }

  @Override
  public String toString() {
    return "Plot(" + picture.title() + ")";
  }
}
