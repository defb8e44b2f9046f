package io.github.gradusml.plot;

import io.github.gradusml.tuning.SearchCell;
import java.awt.Color;
import java.util.List;

/**
 * A cell of a {@link HeatMap}.
 *
 * @param x where it is along the horizontal axis, from 0 to 1
 * @param y where it is along the vertical axis, from 0 to 1
 * @param cell what came of it
 * @param step how dark it is
 */
record HeatCell(double x, double y, SearchCell cell, HeatStep step) {
  Color color() {
    return step.color();
  }

  boolean isDark() {
    return step.isDark();
  }

  /** The cell nearest to a place. */
  static HeatCell nearest(List<HeatCell> cells, double x, double y) {
    HeatCell nearest = null;
    double least = Double.POSITIVE_INFINITY;
    for (HeatCell cell : cells) {
      double distance = (cell.x - x) * (cell.x - x) + (cell.y - y) * (cell.y - y);
      if (distance < least) {
        least = distance;
        nearest = cell;
      }
    }
    return nearest;
  }
}
