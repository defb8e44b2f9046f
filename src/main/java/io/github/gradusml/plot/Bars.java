package io.github.gradusml.plot;

import io.github.gradusml.plot.Canvas.Anchor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Named numbers as bars from 0 to either side, one below the other: blue above 0, orange below it.
 *
 * @param all from the top down
 */
record Bars(List<Bar> all) {
  private static final Color ABOVE = Look.color(0);
  private static final Color BELOW = Look.color(1);
  private static final double THICKNESS = 0.66;
  private static final double GAP = 5;

  /** Room beside the longest bars for their numbers, as a share of the axis. */
  private static final double ROOM = 0.18;

  private static final Font VALUE = Look.TICK.withColor(Look.CAPTION.color());
  private static final Stroke GRID = Stroke.of(Look.GRID, 1);
  private static final Stroke ZERO = Stroke.of(Look.AXIS, 1);

  /**
   * A bar with what stands beside it.
   *
   * @param name at the left edge of the plot
   * @param ofRow on the other side of 0; empty for nothing
   * @param value how long it is
   * @param color its color
   */
  record Bar(String name, String ofRow, double value, Color color) {
    static Bar of(String name, String ofRow, double value) {
      return new Bar(name, ofRow, value, value < 0 ? BELOW : ABOVE);
    }

    private String number() {
      return value == 0 ? "0" : (value > 0 ? "+" : "") + Digits.three(value);
    }
  }

  /** Begins a picture of them. */
  Chart chart(View view, String title, String across, String up) {
    DoubleStream ends = all.stream().mapToDouble(Bar::value);
    Axis x = Axis.tight(across, Scale.LINEAR, DoubleStream.concat(ends, DoubleStream.of(0)));
    Axis y = new Axis(up, Scale.LINEAR, -0.5, all.size() - 0.5);
    List<String> names = new ArrayList<>(all.stream().map(Bar::name).toList());
    Collections.reverse(names);
    return new Chart(view, title, x.widened(ROOM), y)
        .namesUp(names)
        .behind(Bars::drawGrid)
        .add(this::draw);
  }

  private static void drawGrid(Canvas canvas, Frame frame) {
    for (double at : Ticks.of(frame.x(), Axes.pieces(frame.width(), 70)).at()) {
      drawUp(canvas, frame, at, GRID);
    }
    if (frame.x().holds(0)) {
      drawUp(canvas, frame, 0, ZERO);
    }
  }

  private static void drawUp(Canvas canvas, Frame frame, double at, Stroke stroke) {
    double[] x = {frame.x(at), frame.x(at)};
    canvas.line(x, new double[] {frame.top(), frame.bottom()}, stroke);
  }

  private void draw(Canvas canvas, Frame frame) {
    double height = THICKNESS * frame.height() / all.size();
    for (int i = 0; i < all.size(); i++) {
      Bar bar = all.get(i);
      double middle = frame.y(all.size() - 1.0 - i);
      double from = Math.min(frame.x(0), frame.x(bar.value));
      double width = Math.abs(frame.x(bar.value) - frame.x(0));
      frame.inside(
          canvas, () -> canvas.box(from, middle - height / 2, width, height, bar.color, null));
      write(canvas, frame, bar, middle);
    }
  }

  /** The number beyond the end of the bar, and the value on the other side of 0. */
  private static void write(Canvas canvas, Frame frame, Bar bar, double middle) {
    boolean isLeft = bar.value < 0;
    write(canvas, frame, bar.number(), bar.value, isLeft, middle, Look.TICK);
    write(canvas, frame, bar.ofRow, 0, !isLeft, middle, VALUE);
  }

  private static void write(
      Canvas canvas, Frame frame, String text, double at, boolean isLeft, double y, Font font) {
    if (frame.x().holds(at) && !text.isEmpty()) {
      double x = frame.x(at) + (isLeft ? -GAP : GAP);
      canvas.text(text, x, y + font.belowMiddle(), isLeft ? Anchor.END : Anchor.START, font);
    }
  }
}
