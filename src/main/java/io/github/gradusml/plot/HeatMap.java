package io.github.gradusml.plot;

import io.github.gradusml.tuning.SearchCell;
import io.github.gradusml.tuning.SearchResult;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;

/**
 * The cells of a search over two settings that are numbers, darker the better: every place has the
 * color of the cell nearest to it.
 *
 * <p>Colors are steps of the standard error of the best, so that cells that chance alone may have
 * put in their order look alike.
 *
 * @param title the line above
 * @param result what is drawn
 * @param across the name of the horizontal setting
 * @param up the name of the vertical one
 */
record HeatMap(String title, SearchResult<?> result, String across, String up) implements Picture {
  /** How dark a cell is whose mean is at most so many standard errors worse than the best. */
  private enum Step {
    NEAR(1, 0.95, "within 1 standard error of the best"),
    CLOSE(3, 0.62, "within 3"),
    OFF(9, 0.36, "within 9"),
    FAR(27, 0.18, "within 27"),
    BEYOND(Double.POSITIVE_INFINITY, 0.07, "beyond");

    private final double errors;
    private final double darkness;
    private final String label;

    Step(double errors, double darkness, String label) {
      this.errors = errors;
      this.darkness = darkness;
      this.label = label;
    }

    Color color() {
      return Look.tint(Look.color(0), darkness);
    }
  }

  private static final Color FAILED = new Color(0xE6E6E6);

  /** A cell as it is drawn: where it is, from 0 to 1, and its step; none if it failed. */
  private record Place(double x, double y, SearchCell cell, Step step) {
    Color color() {
      return step == null ? FAILED : step.color();
    }
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    Axis x = axis(across);
    Axis y = axis(up);
    Marks marksAcross = Look.across(x);
    Marks marksUp = Look.up(y);
    XYChart chart = Look.chart(title, marksAcross, marksUp);
    List<Place> places = places(x, y);
    new Stage(chart, marksAcross, marksUp)
        .paintOnShades((px, py) -> nearest(places, x.position(px), y.position(py)).color(), g, width, height);
  }

  private Axis axis(String setting) {
    double[] values =
        result.cells().stream().mapToDouble(cell -> cell.number(setting)).distinct().toArray();
    Scale scale = result.isLogarithmic(setting) ? Scale.LOG : Scale.LINEAR;
    Axis tight = Axis.tight(setting, scale, Arrays.stream(values));
    return tight;
  }

  private List<Place> places(Axis x, Axis y) {
    return List.of();
  }

  private static Place nearest(List<Place> places, double x, double y) {
    return places.get(0);
  }

  @Override
  public HeatMap withTitle(String title) {
    return new HeatMap(title, result, across, up);
  }

  @Override
  public Picture withLogScale() {
    throw new IllegalArgumentException(
        "a heat map's axes are logarithmic where the settings' values are");
  }
}
