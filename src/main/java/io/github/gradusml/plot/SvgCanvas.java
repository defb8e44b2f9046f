package io.github.gradusml.plot;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Draws as SVG, without anything but strings: the same bytes on every machine, whatever fonts it
 * has.
 *
 * <p>Widths of texts come from a table, and every text says how wide it is to be, so that it fits
 * with another font too. Lines are cut off by an inner {@code svg} and not by a named path: several
 * pictures can stand on one page.
 */
final class SvgCanvas implements Canvas {
  private static final String FONTS = "DejaVu Sans, Verdana, Helvetica, Arial, sans-serif";

  /** From the space to the tilde, in thousandths of the size: DejaVu Sans 2.37. */
  private static final int[] WIDTHS = {
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838
  };

  private static final int OTHER_WIDTH = 640;
  private static final String NARROW = "⁰¹²³⁴⁵⁶⁷⁸⁹′·";
  private static final int NARROW_WIDTH = 400;
  private static final int WIDEST = 1000;
  private static final double BOLD = 1.135;

  private final StringBuilder svg = new StringBuilder();
  private String style = "";

  private SvgCanvas() {}

  /** A drawing as a document. */
  static String draw(Drawing drawing, double width, double height) {
    SvgCanvas canvas = new SvgCanvas();
    drawing.draw(canvas, width, height);
    canvas.styled("");
    String title = escaped(drawing.title());
    return "<svg xmlns=\"http://www.w3.org/2000/svg\""
        + attribute("width", width)
        + attribute("height", height)
        + " viewBox=\"0 0 "
        + number(width)
        + " "
        + number(height)
        + "\" role=\"img\""
        + " font-family=\""
        + FONTS
        + "\">\n<title>"
        + title
        + "</title>\n"
        + canvas.svg
        + "</svg>\n";
  }

  @Override
  public void line(double[] x, double[] y, Stroke stroke) {
    StringBuilder path = new StringBuilder();
    boolean drawn = false;
    for (int i = 0; i < x.length; i++) {
      boolean here = !Double.isNaN(y[i]);
      if (here) {
        path.append(drawn ? 'L' : 'M').append(number(x[i])).append(' ').append(number(y[i]));
      }
      drawn = here;
    }
    if (!path.isEmpty()) {
      styled(" fill=\"none\"" + strokeStyle(stroke));
      svg.append("<path d=\"").append(path).append("\"/>\n");
    }
  }

  @Override
  public void area(double[] x, double[] y, Color fill) {
    styled(fillStyle(fill));
    svg.append("<path d=\"");
    for (int i = 0; i < x.length; i++) {
      svg.append(i == 0 ? 'M' : 'L').append(number(x[i])).append(' ').append(number(y[i]));
    }
    svg.append("Z\"/>\n");
  }

  @Override
  public void box(double x, double y, double width, double height, Color fill, Stroke edge) {
    // Without an edge boxes lie side by side, and no light may fall between them.
    styled(
        fillStyle(fill) + (edge == null ? " shape-rendering=\"crispEdges\"" : strokeStyle(edge)));
    svg.append("<rect").append(attribute("x", x)).append(attribute("y", y));
    svg.append(attribute("width", width)).append(attribute("height", height)).append("/>\n");
  }

  @Override
  public void disk(double x, double y, double radius, Color fill, Stroke edge) {
    styled(fillStyle(fill) + (edge == null ? "" : strokeStyle(edge)));
    svg.append("<circle").append(attribute("cx", x)).append(attribute("cy", y));
    svg.append(attribute("r", radius)).append("/>\n");
  }

  @Override
  public void text(String text, double x, double y, Anchor anchor, Font font) {
    if (text.isBlank()) {
      return;
    }
    styled(
        fillStyle(font.color())
            + attribute("font-size", font.size())
            + (font.bold() ? " font-weight=\"bold\"" : "")
            + " text-anchor=\""
            + anchor.name().toLowerCase(Locale.ROOT)
            + "\"");
    svg.append("<text").append(attribute("x", x)).append(attribute("y", y));
    svg.append(attribute("textLength", width(text, font)));
    svg.append(" lengthAdjust=\"spacingAndGlyphs\">").append(escaped(text)).append("</text>\n");
  }

  @Override
  public double width(String text, Font font) {
    int sum = text.codePoints().map(SvgCanvas::width).sum();
    return sum * font.size() / 1000 * (font.bold() ? BOLD : 1);
  }

  private static int width(int character) {
    if (character >= ' ' && character < ' ' + WIDTHS.length) {
      return WIDTHS[character - ' '];
    }
    if (NARROW.indexOf(character) >= 0) {
      return NARROW_WIDTH;
    }
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(character) ? WIDEST : OTHER_WIDTH;
  }

  /** Chinese, Japanese and Korean letters, and emoji. */
  private static boolean isWide(int c) {
    return c >= 0x1100 && c < 0x1160
        || c >= 0x2E80 && c < 0xA4D0
        || c >= 0xAC00 && c < 0xD7A4
        || c >= 0xF900 && c < 0xFB00
        || c >= 0xFF00 && c < 0xFF61
        || c > Character.MAX_VALUE;
  }

  @Override
  public void inside(double x, double y, double width, double height, Runnable drawing) {
    styled("");
    svg.append("<svg").append(attribute("x", x)).append(attribute("y", y));
    svg.append(attribute("width", width)).append(attribute("height", height));
    svg.append(" viewBox=\"").append(number(x)).append(' ').append(number(y)).append(' ');
    svg.append(number(width)).append(' ').append(number(height)).append("\">\n");
    drawing.run();
    styled("");
    svg.append("</svg>\n");
  }

  @Override
  public void at(double x, double y, Runnable drawing) {
    styled("");
    svg.append("<g transform=\"translate(").append(number(x)).append(' ');
    svg.append(number(y)).append(")\">\n");
    drawing.run();
    styled("");
    svg.append("</g>\n");
  }

  /** Gives what follows a style, in a group that ends where another style begins. */
  private void styled(String next) {
    if (!next.equals(style)) {
      svg.append(style.isEmpty() ? "" : "</g>\n");
      svg.append(next.isEmpty() ? "" : "<g" + next + ">\n");
      style = next;
    }
  }

  private static String fillStyle(Color color) {
    return color == null ? " fill=\"none\"" : paint("fill", color);
  }

  private static String strokeStyle(Stroke stroke) {
    String dashes =
        stroke.dash().lengths().stream().map(SvgCanvas::number).collect(Collectors.joining(" "));
    return paint("stroke", stroke.color())
        + attribute("stroke-width", stroke.width())
        + " stroke-linecap=\"round\" stroke-linejoin=\"round\""
        + (dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"");
  }

  private static String paint(String name, Color color) {
    return String.format(Locale.ROOT, " %s=\"#%06x\"", name, color.rgb())
        + (color.opacity() < 1 ? attribute(name + "-opacity", color.opacity()) : "");
  }

  private static String attribute(String name, double value) {
    return " " + name + "=\"" + number(value) + "\"";
  }

  /** A number with at most two decimals. */
  private static String number(double value) {
    long hundredths = Math.round(100 * value);
    String text = Double.toString(hundredths / 100.0);
    return hundredths % 100 == 0 ? Long.toString(hundredths / 100) : text;
  }

  /** A text without what XML reads otherwise, or does not allow. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : '\uFFFD');
              }
            });
    return escaped.toString();
  }

  private static boolean isAllowed(int c) {
    return c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c < 0xE000);
  }
}
