package io.github.gradusml.plot;

import io.github.gradusml.tuning.SearchCell;
import io.github.gradusml.tuning.SearchResult;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * The cells of a search over two settings that are numbers, darker the better: every place has the
 * color of the cell nearest to it.
 *
 * <p>Colors are steps of the standard error of the best, so that cells whose order may be chance
 * look alike. The best has a ring, and the simplest within one standard error of it a frame, where
 * the search says what is simple.
 *
 * @param title the line above
 * @param result what is drawn
 * @param across the name of the horizontal setting
 * @param up the name of the vertical one
 */
record HeatMap(String title, SearchResult<?> result, String across, String up) implements Picture {
  /** How much room is left beside points that are not on a grid, as a share of the axis. */
  private static final double ROOM = 0.05;

  private static final int MOST_ON_A_GRID = 25;
  private static final int MARK = 6;

  /** Finds out whether there is a plane to be drawn. */
  HeatMap {
    if (across.equals(up)) {
      throw new IllegalArgumentException("settings must be two, but both were \"" + up + "\"");
    }
    axis(result, across);
    axis(result, up);
  }

  static HeatMap of(SearchResult<?> result, String across, String up) {
    String name = result.metric().name();
    String title = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return new HeatMap(title + " by " + across + " and " + up, result, across, up);
  }

  /** An axis with half a cell of room at both ends. */
  private static Axis axis(SearchResult<?> result, String setting) {
    Scale scale = result.isLogarithmic(setting) ? Scale.LOG : Scale.LINEAR;
    Axis tight =
        Axis.tight(
            setting, scale, result.cells().stream().mapToDouble(cell -> cell.number(setting)));
    long values =
        result.cells().stream()
            .filter(cell -> cell.round() == 0)
            .mapToDouble(cell -> cell.number(setting))
            .distinct()
            .count();
    double room = values < 2 || values > MOST_ON_A_GRID ? ROOM : 0.5 / (values - 1);
    return tight.withRoom(room);
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    Axis x = axis(result, across);
    Axis y = axis(result, up);
    Marks marksAcross = Look.across(x);
    Marks marksUp = Look.up(y);
    XYChart chart = Look.chart(title, marksAcross, marksUp);
    List<HeatCell> cells = cells(x, y);
    addDots(chart, cells, HeatCell::isDark, Color.WHITE);
    addDots(chart, cells, cell -> !cell.isDark(), Look.AXIS);
    mark(chart, "best: ", result.best(), Dot.Form.BRIGHT_RING);
    if (result.saysSimplest()) {
      SearchCell simplest = result.bestByOneStandardError();
      mark(chart, "simplest near it: ", simplest, Dot.Form.BRIGHT_FRAME);
    }
    addLegend(chart, cells);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
    chart.getStyler().setMarkerSize(MARK);
    new Stage(chart, marksAcross, marksUp)
        .paintOnShades(
            (px, py) -> HeatCell.nearest(cells, x.position(px), y.position(py)).color(),
            g,
            width,
            height);
    HeatTexts.paint(chart, cells, across, up, g);
  }

  /** The cells, the best first; of several at one place the best alone. */
  private List<HeatCell> cells(Axis x, Axis y) {
    List<SearchCell> ranking = result.ranking();
    double unit = HeatStep.unit(ranking);
    Map<List<Double>, HeatCell> cells = new LinkedHashMap<>();
    for (SearchCell cell : ranking) {
      double a = cell.number(across);
      double b = cell.number(up);
      if (x.scale().shows(a) && y.scale().shows(b)) {
        HeatStep step = HeatStep.of(cell, ranking.get(0), unit);
        cells.putIfAbsent(List.of(a, b), new HeatCell(x.position(a), y.position(b), cell, step));
      }
    }
    return List.copyOf(cells.values());
  }

  /** A sample of each color, and nothing in the plot: its points have no place there. */
  private void addLegend(XYChart chart, List<HeatCell> cells) {
    double[] nowhere = {Double.NaN};
    double[] anywhere = {cells.get(0).cell().number(across)};
    for (HeatStep step : HeatStep.values()) {
      if (cells.stream().anyMatch(cell -> cell.step() == step)) {
        Look.points(chart, step.label(), anywhere, nowhere, step.color(), new Dot(Dot.Form.SAMPLE));
      }
    }
  }

  private void mark(XYChart chart, String label, SearchCell cell, Dot.Form form) {
    double[] x = {cell.number(across)};
    double[] y = {cell.number(up)};
    Look.points(chart, label + Digits.three(cell.mean()), x, y, Look.INK, new Dot(form));
  }

  private void addDots(
      XYChart chart, List<HeatCell> cells, Predicate<HeatCell> which, Color color) {
    double[] x =
        cells.stream().filter(which).mapToDouble(cell -> cell.cell().number(across)).toArray();
    double[] y = cells.stream().filter(which).mapToDouble(cell -> cell.cell().number(up)).toArray();
    if (x.length > 0) {
      Look.points(chart, "tried", x, y, color, new Dot(Dot.Form.DISK)).setShowInLegend(false);
    }
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
