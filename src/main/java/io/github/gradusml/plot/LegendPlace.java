package io.github.gradusml.plot;

import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Finds a corner of a plot where a legend hides nothing. */
final class LegendPlace {
  private static final int COLUMNS = 160;
  private static final int ROWS = 100;

  /** About the size of a letter, and of what a legend has besides. */
  private static final double LETTER_WIDTH = 9;

  private static final double LINE_HEIGHT = 23;
  private static final double MARGIN = 70;

  private final Axis x;
  private final Axis y;
  private final boolean[][] taken = new boolean[COLUMNS][ROWS];

  LegendPlace(Axis x, Axis y) {
    this.x = x;
    this.y = y;
  }

  /** Notes a point. */
  void avoidPoint(double px, double py) {
    mark(x.position(px), y.position(py));
  }

  /** Notes a line, which has gaps where its y is NaN. */
  void avoidLine(double[] xs, double[] ys) {
    for (int i = 0; i < xs.length; i++) {
      avoidPoint(xs[i], ys[i]);
      if (i > 0 && y.scale().shows(ys[i - 1]) && y.scale().shows(ys[i])) {
        avoidPiece(
            x.position(xs[i - 1]), y.position(ys[i - 1]), x.position(xs[i]), y.position(ys[i]));
      }
    }
  }

  private void avoidPiece(double fromX, double fromY, double toX, double toY) {
    double length = Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY));
    int steps = (int) Math.min(2 * COLUMNS, Math.ceil(2 * COLUMNS * length));
    for (int k = 0; k <= steps; k++) {
      double share = steps == 0 ? 0 : (double) k / steps;
      mark(fromX + share * (toX - fromX), fromY + share * (toY - fromY));
    }
  }

  private void mark(double across, double up) {
    if (across >= 0 && across <= 1 && up >= 0 && up <= 1) {
      int column = (int) Math.min(COLUMNS - 1, across * COLUMNS);
      int row = (int) Math.min(ROWS - 1, up * ROWS);
      taken[column][row] = true;
    }
  }

  /** Puts the legend of a chart into a free corner, or beside the plot where none is free. */
  void apply(XYChart chart, List<String> labels) {
    int longest = labels.stream().mapToInt(String::length).max().orElse(0);
    double width = (longest * LETTER_WIDTH + MARGIN) / Look.PLOT_WIDTH;
    double height = (labels.size() + 0.5) * LINE_HEIGHT / Look.PLOT_HEIGHT;
    chart.getStyler().setLegendPosition(place(width, height));
  }

  private LegendPosition place(double width, double height) {
    if (isFree(1 - width, 1 - height, 1, 1)) {
      return LegendPosition.InsideNE;
    }
    if (isFree(1 - width, 0, 1, height)) {
      return LegendPosition.InsideSE;
    }
    if (isFree(0, 1 - height, width, 1)) {
      return LegendPosition.InsideNW;
    }
    if (isFree(0, 0, width, height)) {
      return LegendPosition.InsideSW;
    }
    return LegendPosition.OutsideE;
  }

  private boolean isFree(double left, double bottom, double right, double top) {
    for (int column = (int) (left * COLUMNS); column < right * COLUMNS; column++) {
      for (int row = (int) (bottom * ROWS); row < top * ROWS; row++) {
        if (column < 0 || row < 0 || column >= COLUMNS || row >= ROWS || taken[column][row]) {
          return false;
        }
      }
    }
    return true;
  }
}
