package io.github.gradusml.plot;

import io.github.gradusml.landscape.LossSurface;
import io.github.gradusml.landscape.SurfacePoint;
import io.github.gradusml.plot.LevelSet.Loop;
import java.util.List;

/**
 * A surface seen from above: light where it is low, darker by every contour.
 *
 * @param surface what is seen
 * @param heights its heights
 * @param levels where contours are drawn
 */
record Ground(LossSurface surface, double[][] heights, Levels levels) implements Layer {
  private static final Color SLATE = new Color(0x51617A);
  private static final double LIGHTEST = 0.02;
  private static final double DARKEST = 0.38;
  private static final double LINE_TINT = 0.55;
  private static final double THIN = 0.9;

  static Ground of(LossSurface surface) {
    double[][] heights = surface.heights();
    if (!Double.isFinite(surface.minimum().height())) {
      throw new IllegalArgumentException(
          "surface must be finite somewhere to be drawn, but is so nowhere; withRange sets where it"
              + " is looked at");
    }
    return new Ground(surface, heights, Levels.of(surface.minimum().height(), heights));
  }

  /** Axes for a picture of it. */
  Chart chart(View view, String title) {
    view.refuseLogScale("a surface has no logarithmic scale; its contours lie by factors already");
    double[] xs = surface.xs();
    double[] ys = surface.ys();
    Axis x = new Axis(surface.names().get(0), Scale.LINEAR, xs[0], xs[xs.length - 1]);
    Axis y = new Axis(surface.names().get(1), Scale.LINEAR, ys[0], ys[ys.length - 1]);
    return new Chart(view, title, x, y).behind(this);
  }

  /** Whether a place is so near to the edge of the surface that it may go down beyond. */
  boolean isAtEdge(SurfacePoint place) {
    double[] xs = surface.xs();
    double[] ys = surface.ys();
    int last = xs.length - 1;
    return place.x() < xs[1]
        || place.x() > xs[last - 1]
        || place.y() < ys[1]
        || place.y() > ys[last - 1];
  }

  @Override
  public void draw(Canvas canvas, Frame frame) {
    int count = levels.levels().length;
    frame.inside(
        canvas,
        () -> {
          canvas.box(
              frame.left(), frame.top(), frame.width(), frame.height(), shade(count, count), null);
          for (int k = count - 1; k >= 0; k--) {
            drawLevel(canvas, frame, levels.levels()[k], shade(k, count));
          }
        });
  }

  private static Color shade(int band, int count) {
    double share = count == 0 ? 0 : (double) band / count;
    return SLATE.tint(LIGHTEST + share * (DARKEST - LIGHTEST));
  }

  private void drawLevel(Canvas canvas, Frame frame, double level, Color fill) {
    List<Loop> loops = LevelSet.of(surface.xs(), surface.ys(), heights, level);
    double[][] area = joined(frame, loops);
    if (area[0].length > 0) {
      canvas.area(area[0], area[1], fill);
    }
    drawLine(canvas, frame, loops, Stroke.of(SLATE.tint(LINE_TINT), THIN));
  }

  /** Draws the contour of one level. */
  void drawContour(Canvas canvas, Frame frame, double level, Stroke stroke) {
    List<Loop> loops = LevelSet.of(surface.xs(), surface.ys(), heights, level);
    frame.inside(canvas, () -> drawLine(canvas, frame, loops, stroke));
  }

  private static void drawLine(Canvas canvas, Frame frame, List<Loop> loops, Stroke stroke) {
    for (Loop loop : loops) {
      GrowingLine line = new GrowingLine(2 * loop.x().length);
      for (int k = 0; k < loop.x().length; k++) {
        if (loop.isBorder()[k]) {
          line.gap();
        }
        line.add(frame.x(loop.x()[k]), frame.y(loop.y()[k]));
      }
      canvas.line(line.x(), line.y(), stroke);
    }
  }

  /**
   * All curves as one, which goes from the beginning of the first to each other one and back by the
   * same way: a hole, which turns the other way round, so stays one.
   */
  private static double[][] joined(Frame frame, List<Loop> loops) {
    int points = loops.stream().mapToInt(loop -> loop.x().length + 1).sum();
    GrowingLine line = new GrowingLine(points);
    for (Loop loop : loops) {
      for (int k = 0; k < loop.x().length; k++) {
        line.add(frame.x(loop.x()[k]), frame.y(loop.y()[k]));
      }
      if (loop != loops.get(0)) {
        line.add(frame.x(loops.get(0).x()[0]), frame.y(loops.get(0).y()[0]));
      }
    }
    return new double[][] {line.x(), line.y()};
  }
}
