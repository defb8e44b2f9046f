package io.github.gradusml.plot;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.SafeFile;
import io.github.gradusml.internal.Texts;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A picture made by {@link Plots}, to be saved or shown.
 *
 * <pre>{@code
 * Plots.loss(history).withTitle("Diabetes").withVerticalRange(0, 3000).save(Path.of("loss.svg"));
 * }</pre>
 *
 * <p>A plot is immutable: its methods return another one.
 */
public final class Plot {
  static final int WIDTH = 900;
  static final int HEIGHT = 600;

  private final Picture picture;
  private final View view;
  private final Drawing drawing;

  Plot(Picture picture) {
    this(picture, View.PLAIN);
  }

  private Plot(Picture picture, View view) {
    this.picture = picture;
    this.view = view;
    drawing = picture.seen(view);
  }

  /** The same picture as part of another, which has a title and a size of its own. */
  Drawing partOf(View whole) {
    try {
      return picture.seen(view.asPartOf(whole));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(Texts.quoted(drawing.title()) + ": " + e.getMessage(), e);
    }
  }

  /**
   * Sets the line above the picture.
   *
   * @param title the line; empty for none
   * @return another plot
   */
  public Plot withTitle(String title) {
    return new Plot(picture, view.withTitle(title));
  }

  /**
   * Makes the vertical axis logarithmic: what falls by the same factor falls by the same height.
   * Values that are not above 0 become gaps.
   *
   * @return another plot
   * @throws IllegalArgumentException if no value is above 0, or the picture has no such axis
   */
  public Plot withLogScale() {
    return new Plot(picture, view.withLogScale());
  }

  /**
   * Sets which numbers the horizontal axis reaches from and to; what lies beyond is not seen. In
   * pictures of lines the vertical axis fits itself to what is.
   *
   * @param from the number at the left end; finite, above 0 on a logarithmic axis
   * @param to the number at the right end; finite, above {@code from}
   * @return another plot
   * @throws IllegalArgumentException if the range is empty or too short to be drawn, no part of a
   *     line lies in it, or the picture has no such axis
   */
  public Plot withHorizontalRange(double from, double to) {
    return new Plot(picture, view.withAcross(from, to));
  }

  /**
   * Sets which numbers the vertical axis reaches from and to, for instance the same in two pictures
   * that are to be compared; what lies beyond is not seen.
   *
   * @param from the number at the lower end; finite, above 0 on a logarithmic axis
   * @param to the number at the upper end; finite, above {@code from}
   * @return another plot
   * @throws IllegalArgumentException if the range is empty or too short to be drawn, or the picture
   *     has no such axis
   */
  public Plot withVerticalRange(double from, double to) {
    return new Plot(picture, view.withUp(from, to));
  }

  /**
   * Sets the size of the layout; letters and lines keep theirs. A PNG has twice as many pixels, so
   * that it stays sharp when it is enlarged.
   *
   * @param width from 300 to 4000
   * @param height from 200 to 4000
   * @return another plot
   * @throws IllegalArgumentException if a number is smaller or larger
   */
  public Plot withSize(int width, int height) {
    return new Plot(picture, view.withSize(width, height));
  }

  /**
   * Saves the picture, in place of a file that may be there; makes the folders that are missing.
   *
   * <p>A PNG has pixels, 1800 × 1200 unless {@link #withSize} says otherwise; an SVG has lines and
   * letters, can be enlarged without end, and is the same to the last byte on every machine.
   *
   * @param file the file; its name ends in {@code .png} or {@code .svg}
   * @return the file
   * @throws IllegalArgumentException if the name ends otherwise
   * @throws IllegalStateException if a PNG is wanted of a Java without {@code java.desktop} or
   *     without fonts
   * @throws java.io.UncheckedIOException if that fails; a file that was there is then as it was
   */
  public Path save(Path file) {
    String name = Checks.notNull("file", file).toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".svg")) {
      byte[] svg = toSvg().getBytes(StandardCharsets.UTF_8);
      SafeFile.write(file, out -> out.write(svg));
    } else if (name.endsWith(".png")) {
      BufferedImage image = image();
      SafeFile.write(file, out -> RasterCanvas.writePng(image, out));
    } else {
      throw new IllegalArgumentException(
          "file must end in .png or .svg, but was " + Texts.brief(file));
    }
    return file;
  }

  /**
   * Returns the picture as SVG, for instance to stand on a page of HTML, several on one if need be.
   *
   * @return an {@code svg} element; needs neither {@code java.desktop} nor fonts
   */
  public String toSvg() {
    return SvgCanvas.draw(drawing, width(), height());
  }

  /**
   * Shows the picture in a window, and returns at once; closing the window leaves the program
   * running.
   *
   * @throws IllegalStateException if there is no display, or no {@code java.desktop}
   */
  public void show() {
    try {
      new Window(drawing, width(), height()).show();
    } catch (LinkageError e) {
      throw noDesktop(e);
    }
  }

  BufferedImage image() {
    try {
      return RasterCanvas.image(drawing, width(), height());
    } catch (LinkageError | InternalError e) {
      throw noDesktop(e);
    }
  }

  private static IllegalStateException noDesktop(Error cause) {
    return new IllegalStateException(
        "this Java has no java.desktop or no fonts to draw pixels with; a file name that ends in"
            + " .svg needs neither",
        cause);
  }

  private int width() {
    return view.width() > 0 ? view.width() : drawing.usualWidth();
  }

  private int height() {
    return view.height() > 0 ? view.height() : drawing.usualHeight();
  }

  @Override
  public String toString() {
    return "Plot(" + drawing.title() + ")";
  }
}
