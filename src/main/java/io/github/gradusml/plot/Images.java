package io.github.gradusml.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Images side by side, row by row, with their names above them and a bar of colors beside. */
final class Images implements Drawing {
  private static final double MARGIN = Header.MARGIN;
  private static final double BELOW_HEADER = 10;
  private static final double GAP = 14;
  private static final double NAME = 20;
  private static final double BELOW_NAME = 5;
  private static final double BAR = 18;
  private static final double BESIDE_BAR = 28;
  private static final double TICK = 6;
  private static final double LONGEST_BAR = 240;
  private static final int STEPS = 48;
  private static final double HEADER = 50;
  private static final double USUAL_SCALE = 105;
  private static final double LOWEST = 320;

  /** How wide an image is where nobody says how large the picture is to be. */
  private static final int USUAL = 84;

  private static final Stroke EDGE = Stroke.of(Look.GRID, 1);

  private final String title;
  private final int across;
  private final int down;
  private final List<String> names;
  private final List<double[]> numbers;
  private final Shades shades;

  Images(String title, int imageWidth, Map<String, double[]> images) {
    this.title = title;
    this.across = imageWidth;
    this.names = List.copyOf(images.keySet());
    this.numbers = List.copyOf(images.values());
    this.down = numbers.get(0).length / imageWidth;
    this.shades = Shades.of(numbers);
  }

  @Override
  public String title() {
    return title;
  }

  /** As high as the images fill at their usual width; higher where they would be small. */
  @Override
  public int usualHeight() {
    double room = Plot.WIDTH - 2 * MARGIN - USUAL_SCALE;
    double beside = Math.max(1, Math.floor(room / (USUAL + GAP)));
    double high = Math.max(0.3 * USUAL, Math.min(3 * USUAL, USUAL * down / (double) across));
    double least = Math.ceil(names.size() / beside) * (high + NAME + 2 * GAP);
    double below = Math.max(Plot.HEIGHT - HEADER - MARGIN, least);
    int columns = columns(room, below);
    int rows = (names.size() + columns - 1) / columns;
    double used = rows * (whole(pixel(columns, room, below)) * down + NAME + 2 * GAP) - GAP;
    return (int) Math.min(View.LARGEST, Math.max(LOWEST, HEADER + used + MARGIN));
  }

  /** So many side by side that each is large, and the last row is not short of many. */
  private int columns(double width, double height) {
    int best = 1;
    for (int columns = 1; columns <= names.size(); columns++) {
      best = merit(columns, width, height) > merit(best, width, height) ? columns : best;
    }
    return best;
  }

  private double merit(int columns, double width, double height) {
    int places = (names.size() + columns - 1) / columns * columns;
    return pixel(columns, width, height) * names.size() / places;
  }

  /** How large a pixel is where so many images stand side by side. */
  private double pixel(int columns, double width, double height) {
    int rows = (names.size() + columns - 1) / columns;
    double wide = (width - (columns - 1) * GAP) / columns / across;
    double high = (height - (rows - 1) * GAP) / rows - NAME;
    return Math.max(0, Math.min(wide, high / down));
  }

  @Override
  public void draw(Canvas canvas, double width, double height) {
    canvas.box(0, 0, width, height, Color.WHITE, null);
    double top = new Header(title, "").draw(canvas, width) + BELOW_HEADER;
    double scale = widthOfScale(canvas);
    double room = Math.max(1, width - 2 * MARGIN - scale);
    double below = Math.max(1, height - MARGIN - top);
    int columns = columns(room, below);
    double pixel = whole(pixel(columns, room, below));
    int rows = (names.size() + columns - 1) / columns;
    double cellWidth = Math.min(room / columns, 2 * pixel * across + GAP);
    double cellHeight = Math.min((below + GAP) / rows, pixel * down + NAME + 2 * GAP);
    for (int k = 0; k < names.size(); k++) {
      double x = MARGIN + k % columns * cellWidth;
      double y = Math.rint(top + k / columns * cellHeight);
      drawImage(canvas, k, Math.rint(x), y, pixel, cellWidth);
    }
    double right = MARGIN + columns * cellWidth;
    drawScale(
        canvas, right + BESIDE_BAR - GAP, top + NAME, Math.min(LONGEST_BAR, below - 2 * NAME));
  }

  /** Pixels of whole units have sharp edges; of small ones too much would be lost. */
  private static double whole(double pixel) {
    return pixel >= 4 ? Math.floor(pixel) : pixel;
  }

  private double widthOfScale(Canvas canvas) {
    double text = 0;
    for (double at : marks()) {
      text = Math.max(text, canvas.width(Digits.few(at), Look.TICK));
    }
    return BESIDE_BAR + BAR + TICK + text;
  }

  private double[] marks() {
    return shades.hasTwoSides()
        ? new double[] {-shades.largest(), 0, shades.largest()}
        : new double[] {0, shades.largest()};
  }

  private void drawImage(Canvas canvas, int number, double x, double y, double pixel, double room) {
    Font font = Look.TICK.withSize(Math.min(Look.TICK.size(), room / 4));
    String name = Lines.withoutMiddle(canvas, Lines.one(names.get(number)), font, room - TICK);
    canvas.text(name, x, y + NAME - BELOW_NAME, Canvas.Anchor.START, font);
    double top = y + NAME;
    double[] values = numbers.get(number);
    for (int j = 0; j < down; j++) {
      for (Run run : runs(values, j)) {
        double left = x + run.from * pixel;
        canvas.box(left, top + j * pixel, (run.to - run.from) * pixel, pixel, run.color, null);
      }
    }
    canvas.box(x, top, across * pixel, down * pixel, null, EDGE);
  }

  /** Pixels of one color side by side. */
  private record Run(int from, int to, Color color) {}

  private List<Run> runs(double[] values, int row) {
    List<Run> runs = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= across; i++) {
      Color color = shades.color(values[row * across + from]);
      if (i == across || !shades.color(values[row * across + i]).equals(color)) {
        runs.add(new Run(from, i, color));
        from = i;
      }
    }
    return runs;
  }

  private void drawScale(Canvas canvas, double x, double top, double length) {
    double step = length / STEPS;
    double low = shades.lowest();
    for (int k = 0; k < STEPS; k++) {
      double share = (STEPS - 1 - k) / (STEPS - 1.0);
      Color color = shades.color((1 - share) * low + share * shades.largest());
      canvas.box(x, top + k * step, BAR, step, color, null);
    }
    canvas.box(x, top, BAR, length, null, EDGE);
    double[] marks = marks();
    for (int k = 0; k < marks.length; k++) {
      double y = top + length - length * k / (marks.length - 1);
      double bottom = y + Look.TICK.belowMiddle();
      canvas.text(Digits.few(marks[k]), x + BAR + TICK, bottom, Canvas.Anchor.START, Look.TICK);
    }
  }
}
