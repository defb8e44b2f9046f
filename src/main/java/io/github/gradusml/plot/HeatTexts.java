package io.github.gradusml.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;

/** The mean score below the dot of each cell of a {@link HeatMap}, where there is room. */
final class HeatTexts {
  private static final double BELOW = 8;
  private static final double DOT = 5;
  private static final double APART = 4;

  private HeatTexts() {}

  /** Writes the best cells first, so that what finds no room is among the others. */
  static void paint(XYChart chart, List<HeatCell> cells, String across, String up, Graphics2D g) {
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    FontMetrics font = g.getFontMetrics();
    List<Rectangle2D> taken = new ArrayList<>();
    for (HeatCell cell : cells) {
      double x = chart.getScreenXFromChart(cell.cell().number(across));
      double y = chart.getScreenYFromChart(cell.cell().number(up));
      taken.add(new Rectangle2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT));
    }
    for (HeatCell cell : cells) {
      double x = chart.getScreenXFromChart(cell.cell().number(across));
      double y = chart.getScreenYFromChart(cell.cell().number(up));
      String text = cell.step() == HeatStep.FAILED ? "failed" : Digits.three(cell.cell().mean());
      double width = font.stringWidth(text);
      Rectangle2D.Double place =
          new Rectangle2D.Double(x - width / 2, y + BELOW, width, font.getAscent());
      if (taken.stream().noneMatch(place::intersects)) {
        taken.add(
            new Rectangle2D.Double(
                place.x - APART, place.y, place.width + 2 * APART, place.height));
        g.setColor(cell.isDark() ? Color.WHITE : Look.INK);
        g.drawString(text, (float) place.x, (float) place.getMaxY());
      }
    }
  }
}
