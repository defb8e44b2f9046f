package io.github.gradusml.plot;

import io.github.gradusml.plot.Canvas.Anchor;
import java.util.ArrayList;
import java.util.List;

/**
 * Short arrows that stand on lines, with a number at their tips: each where it is farthest from
 * those that were drawn before.
 */
final class Arrows {
  private static final Color COLOR = new Color(0x4A4A4A);
  private static final Stroke STROKE = Stroke.of(COLOR, 1.8);
  private static final Font NUMBER = Look.TICK.withColor(COLOR);
  private static final double LENGTH = 15;
  private static final double BARB = 5;
  private static final double BEYOND = 10;
  private static final double FROM_END = 26;
  private static final double[] SHARES = {0.5, 0.3, 0.7};

  private final Canvas canvas;
  private final Frame frame;
  private final List<double[]> drawn = new ArrayList<>();

  Arrows(Canvas canvas, Frame frame) {
    this.canvas = canvas;
    this.frame = frame;
  }

  /** Draws an arrow to the left of who walks from one place to another. */
  void add(double fromX, double fromY, double toX, double toY, String number) {
    double length = Math.hypot(toX - fromX, toY - fromY);
    if (length == 0) {
      return;
    }
    double alongX = (toX - fromX) / length;
    double alongY = (toY - fromY) / length;
    double[] best = null;
    for (double at : candidates(length)) {
      // Left of the way is up where it leads to the right: y grows downwards.
      double[] tip = {fromX + at * alongX + LENGTH * alongY, fromY + at * alongY - LENGTH * alongX};
      best = best == null || merit(tip, alongX, alongY) > merit(best, alongX, alongY) ? tip : best;
    }
    drawn.add(best);
    draw(best[0], best[1], alongX, alongY, number);
  }

  private static double[] candidates(double length) {
    double near = Math.min(FROM_END, 0.4 * length);
    return new double[] {
      near, length - near, SHARES[0] * length, SHARES[1] * length, SHARES[2] * length
    };
  }

  /** How far a tip is from others; less than nothing where its number would leave the frame. */
  private double merit(double[] tip, double alongX, double alongY) {
    double reach = BEYOND + NUMBER.size() / 2;
    if (!frame.contains(tip[0] + reach * alongY, tip[1] - reach * alongX)) {
      return -1;
    }
    double nearest = Double.MAX_VALUE;
    for (double[] other : drawn) {
      nearest = Math.min(nearest, Math.hypot(tip[0] - other[0], tip[1] - other[1]));
    }
    return nearest;
  }

  private void draw(double tipX, double tipY, double alongX, double alongY, String number) {
    double overX = alongY;
    double overY = -alongX;
    double[] shaftX = {tipX - LENGTH * overX, tipX};
    double[] shaftY = {tipY - LENGTH * overY, tipY};
    double[] headX = {tipX - BARB * (overX - alongX), tipX, tipX - BARB * (overX + alongX)};
    double[] headY = {tipY - BARB * (overY - alongY), tipY, tipY - BARB * (overY + alongY)};
    canvas.line(shaftX, shaftY, STROKE);
    canvas.line(headX, headY, STROKE);
    double bottom = tipY + BEYOND * overY + NUMBER.belowMiddle();
    canvas.text(number, tipX + BEYOND * overX, bottom, Anchor.MIDDLE, NUMBER);
  }
}
