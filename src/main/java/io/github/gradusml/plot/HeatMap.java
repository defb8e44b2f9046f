package io.github.gradusml.plot;

import io.github.gradusml.internal.Texts;
import io.github.gradusml.plot.Canvas.Anchor;
import io.github.gradusml.tuning.SearchCell;
import io.github.gradusml.tuning.SearchResult;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The cells of a search over two settings that are numbers, darker the better: a table with a
 * column for each value of the one and a row for each of the other; squares in a plane where there
 * are too many values, as of a random search.
 *
 * <p>Colors are steps of the standard error of the best, so that cells whose order may be chance
 * look alike.
 *
 * @param result what is drawn
 * @param across the name of the horizontal setting
 * @param up the name of the vertical one
 */
record HeatMap(SearchResult<?> result, String across, String up) implements Picture {
  private static final MathContext NINE_DIGITS = new MathContext(9);
  private static final int MOST_IN_A_TABLE = 16;
  private static final double ROOM = 0.05;
  private static final double SQUARE = 15;
  private static final double SAMPLE = 10;
  private static final double GAP = 4;
  private static final double TEXT_GAP = 6;
  private static final double LARGEST_TEXT = 14;
  private static final double SMALLEST_TEXT = 9;
  private static final double FRAME = 3;
  private static final Stroke BEST = Stroke.of(Look.INK, FRAME);
  private static final Stroke SIMPLEST = BEST.withDash(Stroke.Dash.DASHED);

  /** A cell, and how dark it is. */
  private record Cell(double x, double y, SearchCell cell, HeatStep step) {
    String text() {
      return step == HeatStep.FAILED ? "failed" : Digits.three(cell.mean());
    }
  }

  /** Finds out whether there is a plane to be drawn. */
  HeatMap {
    if (across.equals(up)) {
      throw new IllegalArgumentException("settings must be two, but both were " + Texts.quoted(up));
    }
    result.cells().forEach(cell -> cell.number(across));
    result.cells().forEach(cell -> cell.number(up));
  }

  @Override
  public Chart seen(View view) {
    view.refuseLogScale("a heat map's axes are logarithmic where the settings' values are");
    List<Cell> cells = cells();
    double[] columns = values(cells, Cell::x);
    double[] rows = values(cells, Cell::y);
    boolean isTable = Math.max(columns.length, rows.length) <= MOST_IN_A_TABLE;
    Chart chart = isTable ? table(view, cells, columns, rows) : plane(view, cells);
    for (HeatStep step : HeatStep.values()) {
      if (cells.stream().anyMatch(cell -> cell.step == step)) {
        chart.entry(step.label(), Legend.mark(Mark.SAMPLE, SQUARE, step.color()));
      }
    }
    return chart
        .caption("Means over the folds, darker the better; s.e. is the standard error of the best.")
        .legendBeside();
  }

  /** The cells, the best first; of several at one place the best alone. */
  private List<Cell> cells() {
    List<SearchCell> ranking = result.ranking();
    double unit = HeatStep.unit(ranking);
    Map<List<Double>, Cell> cells = new LinkedHashMap<>();
    for (SearchCell cell : ranking) {
      double x = number(cell, across);
      double y = number(cell, up);
      HeatStep step = HeatStep.of(cell, ranking.get(0), unit);
      cells.putIfAbsent(List.of(x, y), new Cell(x, y, cell, step));
    }
    return List.copyOf(cells.values());
  }

  /** Values that a refinement has come to on different ways differ in their last digits. */
  private static double number(SearchCell cell, String setting) {
    return new BigDecimal(cell.number(setting)).round(NINE_DIGITS).doubleValue();
  }

  private static double[] values(List<Cell> cells, ToDoubleFunction<Cell> value) {
    return cells.stream().mapToDouble(value).distinct().sorted().toArray();
  }

  private String title() {
    return Look.capitalized(result.metric().name()) + " by " + across + " and " + up;
  }

  private Chart table(View view, List<Cell> cells, double[] columns, double[] rows) {
    view.refuseRanges("a heat map that is a table shows all values; its axes have no range");
    Axis x = new Axis(across, Scale.LINEAR, -0.5, columns.length - 0.5);
    Axis y = new Axis(up, Scale.LINEAR, -0.5, rows.length - 0.5);
    Chart chart = new Chart(view, title(), x, y).ticks(ticks(columns), ticks(rows));
    chart.behind(
        (canvas, frame) ->
            cells.forEach(
                cell -> drawCell(canvas, box(frame, columns, rows, cell.x, cell.y), cell)));
    addFrames(chart, columns, rows);
    return chart;
  }

  private static Ticks ticks(double[] values) {
    double[] at = IntStream.range(0, values.length).asDoubleStream().toArray();
    return new Ticks(at, Arrays.stream(values).mapToObj(Digits::few).toList());
  }

  /** The box of a cell as a frame of its own. */
  private static Frame box(Frame frame, double[] columns, double[] rows, double x, double y) {
    int column = Arrays.binarySearch(columns, x);
    int row = Arrays.binarySearch(rows, y);
    double left = frame.x(column - 0.5) + GAP / 2;
    double top = frame.y(row + 0.5) + GAP / 2;
    double width = frame.width() / columns.length - GAP;
    double height = frame.height() / rows.length - GAP;
    return new Frame(frame.x(), frame.y(), left, top, width, height);
  }

  private static void drawCell(Canvas canvas, Frame box, Cell cell) {
    canvas.box(box.left(), box.top(), box.width(), box.height(), cell.step.color(), null);
    Font font = Look.TICK.withColor(cell.step.isDark() ? Color.WHITE : Look.INK);
    double room = box.width() - TEXT_GAP;
    double size = room / canvas.width(cell.text(), font.withSize(1));
    size = Math.min(LARGEST_TEXT, Math.min(size, box.height() - TEXT_GAP));
    if (size >= SMALLEST_TEXT) {
      Font fitting = font.withSize(size);
      double middle = box.left() + box.width() / 2;
      double bottom = box.top() + box.height() / 2 + fitting.belowMiddle();
      canvas.text(cell.text(), middle, bottom, Anchor.MIDDLE, fitting);
    }
  }

  private void addFrames(Chart chart, double[] columns, double[] rows) {
    SearchCell best = result.best();
    addFrame(chart, columns, rows, best, "best: ", BEST);
    if (result.saysSimplest()) {
      SearchCell simplest = result.bestByOneStandardError();
      addFrame(chart, columns, rows, simplest, nameOfSimplest(simplest), SIMPLEST);
    }
  }

  private String nameOfSimplest(SearchCell simplest) {
    return simplest.equals(result.best()) ? "simplest, too: " : "simplest near it: ";
  }

  private void addFrame(
      Chart chart, double[] columns, double[] rows, SearchCell cell, String label, Stroke stroke) {
    double half = SQUARE / 2;
    chart.entry(
        label + Digits.three(cell.mean()),
        (canvas, x, y) -> canvas.box(x - half, y - half, SQUARE, SQUARE, null, stroke));
    chart.add(
        (canvas, frame) -> {
          Frame box = box(frame, columns, rows, number(cell, across), number(cell, up));
          double beyond = FRAME / 2; // so that it lies around the cell, on white
          canvas.box(
              box.left() - beyond,
              box.top() - beyond,
              box.width() + 2 * beyond,
              box.height() + 2 * beyond,
              null,
              stroke);
        });
  }

  private Chart plane(View view, List<Cell> cells) {
    Chart chart = new Chart(view, title(), axis(cells, across, Cell::x), axis(cells, up, Cell::y));
    for (int k = cells.size() - 1; k >= 0; k--) { // the best on top
      Cell cell = cells.get(k);
      point(chart, "", cell.cell, Mark.SAMPLE, cell.step.color());
    }
    point(chart, "best: ", result.best(), Mark.BRIGHT_RING, Look.INK);
    if (result.saysSimplest()) {
      SearchCell simplest = result.bestByOneStandardError();
      point(chart, nameOfSimplest(simplest), simplest, Mark.BRIGHT_FRAME, Look.INK);
    }
    return chart;
  }

  private Axis axis(List<Cell> cells, String setting, ToDoubleFunction<Cell> value) {
    Scale scale = result.isLogarithmic(setting) ? Scale.LOG : Scale.LINEAR;
    return Axis.tight(setting, scale, cells.stream().mapToDouble(value)).widened(ROOM);
  }

  private void point(Chart chart, String label, SearchCell cell, Mark mark, Color color) {
    double[] x = {number(cell, across)};
    double[] y = {number(cell, up)};
    chart.points("", x, y, mark, SQUARE, color);
    if (!label.isEmpty()) {
      String text = label + Digits.three(cell.mean());
      chart.entry(text, Legend.mark(mark, SAMPLE, color));
    }
  }
}
