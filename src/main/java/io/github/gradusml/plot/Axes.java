package io.github.gradusml.plot;

import io.github.gradusml.plot.Canvas.Anchor;
import java.util.stream.IntStream;

/**
 * The two axes of a chart, with their marks, labels and grid.
 *
 * @param frame the box between them
 * @param across the marks of the horizontal axis
 * @param up the marks of the vertical one
 */
record Axes(Frame frame, Ticks across, Ticks up) {
  /** How much room there is below the plot for what is written there. */
  static final double BELOW = 50;

  /** How far the texts of marks are from their axis. */
  static final double GAP = 9;

  private static final double TICK = 5;
  private static final double TICK_LINE = 20;
  private static final double STAGGER = 13;
  private static final double LABEL_LINE = 44;
  private static final double APART = 70;

  private static final int MOST = 10;
  private static final Stroke LINE = Stroke.of(Look.AXIS, 1);
  private static final Stroke GRID = Stroke.of(Look.GRID, 1);

  /** Axes with as many round numbers along the horizontal one as have room. */
  static Axes of(Canvas canvas, Frame frame, Ticks up) {
    int most = pieces(frame.width(), APART);
    Ticks across =
        IntStream.iterate(most, pieces -> pieces > 1, pieces -> pieces - 1)
            .mapToObj(pieces -> Ticks.of(frame.x(), pieces))
            .filter(ticks -> haveRoom(canvas, frame, ticks))
            .findFirst()
            .orElseGet(() -> Ticks.of(frame.x(), 1));
    return new Axes(frame, across, up);
  }

  /** Into how many pieces marks may cut an axis. */
  static int pieces(double length, double apart) {
    return (int) Math.max(2, Math.min(MOST, length / apart));
  }

  /** Axes with marks that are set, and as many of their texts as have room. */
  static Axes of(Canvas canvas, Frame frame, Ticks across, Ticks up) {
    Ticks horizontal = across;
    for (int every = 2; !haveRoomStaggered(canvas, frame, horizontal); every++) {
      horizontal = across.labelled(every);
    }
    return new Axes(frame, horizontal, up.withRoom(frame.height()));
  }

  private static boolean haveRoomStaggered(Canvas canvas, Frame frame, Ticks ticks) {
    return haveRoom(canvas, frame, ticks.half(0)) && haveRoom(canvas, frame, ticks.half(1));
  }

  private static boolean haveRoom(Canvas canvas, Frame frame, Ticks ticks) {
    double end = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < ticks.at().length; k++) {
      if (ticks.labels().get(k).isEmpty()) {
        continue;
      }
      double half = canvas.width(ticks.labels().get(k), Look.TICK) / 2;
      double middle = frame.x(ticks.at()[k]);
      if (middle - half < end) {
        return false;
      }
      end = middle + half + GAP;
    }
    return true;
  }

  void drawGrid(Canvas canvas) {
    for (double at : across.at()) {
      draw(canvas, frame.x(at), frame.top(), frame.x(at), frame.bottom(), GRID);
    }
    for (double at : up.at()) {
      draw(canvas, frame.left(), frame.y(at), frame.right(), frame.y(at), GRID);
    }
  }

  /** Draws the axes of a picture that is so wide. */
  void draw(Canvas canvas, double width) {
    draw(canvas, frame.left(), frame.top(), frame.left(), frame.bottom(), LINE);
    draw(canvas, frame.left(), frame.bottom(), frame.right(), frame.bottom(), LINE);
    boolean isStaggered = !haveRoom(canvas, frame, across);
    for (int k = 0; k < across.at().length; k++) {
      double at = frame.x(across.at()[k]);
      String text = across.labels().get(k);
      double half = canvas.width(text, Look.TICK) / 2;
      double middle = Math.max(half, Math.min(width - half, at));
      double lower = isStaggered && k % 2 == 1 && !text.isEmpty() ? STAGGER : 0;
      draw(canvas, at, frame.bottom(), at, frame.bottom() + TICK + lower, LINE);
      canvas.text(text, middle, frame.bottom() + TICK_LINE + lower, Anchor.MIDDLE, Look.TICK);
    }
    for (int k = 0; k < up.at().length; k++) {
      double at = frame.y(up.at()[k]);
      draw(canvas, frame.left() - TICK, at, frame.left(), at, LINE);
      double bottom = at + Look.TICK.belowMiddle();
      canvas.text(up.labels().get(k), frame.left() - GAP, bottom, Anchor.END, Look.TICK);
    }
    String label = Lines.fitted(canvas, Lines.one(frame.x().label()), Look.LABEL, frame.width());
    double middle = frame.left() + frame.width() / 2;
    double bottom = frame.bottom() + LABEL_LINE + (isStaggered ? STAGGER : 0);
    canvas.text(label, middle, bottom, Anchor.MIDDLE, Look.LABEL);
  }

  private static void draw(
      Canvas canvas, double x1, double y1, double x2, double y2, Stroke stroke) {
    canvas.line(new double[] {x1, x2}, new double[] {y1, y2}, stroke);
  }
}
