package io.github.gradusml.plot;

import io.github.gradusml.metric.ConfusionMatrix;
import io.github.gradusml.plot.Canvas.Anchor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often each class was taken for which, as a table: a row for each actual class, the first on
 * top, and a column for each predicted one. What is right lies on the diagonal and has another
 * color than what is wrong; a cell is the darker the larger its share of its row. Darkness grows
 * with the root of the share, so that a few rows among many are seen.
 *
 * @param matrix what is drawn
 */
record ConfusionPlot(ConfusionMatrix matrix) implements Picture {
  private static final Color RIGHT = Look.color(0);
  private static final Color WRONG = Look.color(1);
  private static final double DARKEST = 0.92;

  /** From here on white letters are read better on blue; on orange they never are. */
  private static final double DARK = 0.75;

  private static final double[] SAMPLES = {1, 0.5, 0.2, 0.05, 0.01};
  private static final double SAMPLE = 13;
  private static final Stroke EDGE = Stroke.of(Look.GRID, 1);
  private static final double WIDEST_GAP = 3;
  private static final double GAP = 0.06;
  private static final double LARGEST_TEXT = 22;
  private static final double SMALLEST_TEXT = 7;
  private static final double LINE = 1.3;
  private static final double SHARE_TEXT = 0.68;
  private static final double FILLED = 0.84;
  private static final double HALF = 0.42;

  @Override
  public Chart seen(View view) {
    view.refuseLogScale("a confusion matrix has no logarithmic scale");
    view.refuseRanges("a confusion matrix shows all classes; its axes have no range");
    int k = matrix.classes();
    List<String> names = IntStream.range(0, k).mapToObj(this::name).toList();
    List<String> upwards = new ArrayList<>(names);
    Collections.reverse(upwards);
    Chart chart =
        new Chart(
                view,
                "Confusion matrix",
                new Axis("predicted", Scale.LINEAR, -0.5, k - 0.5),
                new Axis("actual", Scale.LINEAR, -0.5, k - 0.5))
            .namesAcross(names)
            .namesUp(upwards)
            .caption(caption())
            .behind(this::drawCells)
            .legendBeside();
    for (double share : SAMPLES) {
      String label = Digits.percent(share);
      chart.entry(label + (share == 1 ? " of the actual class" : ""), sample(share));
    }
    return chart;
  }

  private String caption() {
    return Digits.percent(matrix.accuracy())
        + " are right: the blue diagonal. Darker is a larger share of the actual class.";
  }

  private String name(int ofClass) {
    List<String> names = matrix.classNames();
    return names.isEmpty() ? Integer.toString(ofClass) : names.get(ofClass);
  }

  private static Legend.Sample sample(double share) {
    return (canvas, x, y) -> {
      double top = y - SAMPLE / 2;
      canvas.box(x - SAMPLE - 1, top, SAMPLE, SAMPLE, color(RIGHT, share), EDGE);
      canvas.box(x + 1, top, SAMPLE, SAMPLE, color(WRONG, share), EDGE);
    };
  }

  private static double darkness(double share) {
    return DARKEST * Math.sqrt(share);
  }

  private static Color color(Color full, double share) {
    return full.tint(darkness(share));
  }

  /** What stands in a cell, and its colors. */
  private record Cell(String count, String percent, Color color, Color ink) {
    static final Cell EMPTY = new Cell("", "", Color.WHITE, Look.INK);

    static Cell of(double count, double share, boolean isRight) {
      Color ink = isRight && darkness(share) > DARK ? Color.WHITE : Look.INK;
      Color color = ConfusionPlot.color(isRight ? RIGHT : WRONG, share);
      return new Cell(Digits.few(count), Digits.percent(share), color, ink);
    }

    /** How wide its texts are in letters of some height. */
    double width(Canvas canvas, double size) {
      Font font = Look.TICK.withSize(size);
      return Math.max(canvas.width(count, font), SHARE_TEXT * canvas.width(percent, font));
    }
  }

  /** The cells, row by row. */
  private List<Cell> cells() {
    int k = matrix.classes();
    List<Cell> cells = new ArrayList<>();
    for (int actual = 0; actual < k; actual++) {
      double[] shares = shares(actual);
      for (int c = 0; c < k; c++) {
        double count = matrix.count(actual, c);
        cells.add(count == 0 ? Cell.EMPTY : Cell.of(count, shares[c], c == actual));
      }
    }
    return cells;
  }

  /** The parts of the rows of a class that were taken for each; all 0 where it has no rows. */
  private double[] shares(int actual) {
    int k = matrix.classes();
    double[] counts = IntStream.range(0, k).mapToDouble(c -> matrix.count(actual, c)).toArray();
    double largest = Arrays.stream(counts).max().orElse(0);
    double[] parts = new double[k]; // of the largest: the sum may be beyond the doubles
    for (int c = 0; c < k && largest > 0; c++) {
      parts[c] = counts[c] == largest ? 1 : counts[c] / largest;
    }
    double sum = Arrays.stream(parts).sum();
    return Arrays.stream(parts).map(part -> sum == 0 ? 0 : part / sum).toArray();
  }

  private void drawCells(Canvas canvas, Frame frame) {
    int k = matrix.classes();
    double width = frame.width() / k;
    double height = frame.height() / k;
    double gap = Math.min(WIDEST_GAP, GAP * Math.min(width, height));
    List<Cell> cells = cells();
    double widest = cells.stream().mapToDouble(cell -> cell.width(canvas, 1)).max().orElse(1);
    double fit = Math.min(LARGEST_TEXT, FILLED * (width - gap) / widest);
    double two = Math.min(fit, HALF * (height - gap));
    boolean hasShare = SHARE_TEXT * two >= SMALLEST_TEXT;
    double size = hasShare ? two : Math.min(fit, FILLED * (height - gap));
    for (int i = 0; i < cells.size(); i++) {
      double left = frame.left() + i % k * width + gap / 2;
      double top = frame.top() + i / k * height + gap / 2;
      canvas.box(left, top, width - gap, height - gap, cells.get(i).color, EDGE);
      if (size >= SMALLEST_TEXT) {
        double middle = left + (width - gap) / 2;
        write(canvas, cells.get(i), middle, top + (height - gap) / 2, size, hasShare);
      }
    }
  }

  /** Writes a count, and its share below it. */
  private static void write(
      Canvas canvas, Cell cell, double x, double y, double size, boolean hasShare) {
    Font font = Look.TICK.withSize(size).withColor(cell.ink);
    Font small = font.withSize(SHARE_TEXT * size);
    double bottom = y + font.belowMiddle() - (hasShare ? LINE * small.size() / 2 : 0);
    canvas.text(cell.count, x, bottom, Anchor.MIDDLE, font);
    if (hasShare) {
      canvas.text(cell.percent, x, bottom + LINE * small.size(), Anchor.MIDDLE, small);
    }
  }
}
