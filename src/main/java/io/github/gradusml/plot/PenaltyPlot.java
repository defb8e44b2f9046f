package io.github.gradusml.plot;

import io.github.gradusml.core.Model;
import io.github.gradusml.landscape.LossSurface;
import io.github.gradusml.landscape.SurfacePoint;

/**
 * The mean loss over two weights, and the weights whose penalty is no larger than that of the
 * optimum: a diamond with L1, a circle with L2. The contour through the optimum touches them there.
 */
final class PenaltyPlot implements Picture {
  private static final double MARK = 13;
  private static final Color SHAPE = Look.color(1);
  private static final double VEIL = 0.2;
  private static final Stroke TOUCHING = Stroke.of(Look.INK, 1.6);

  private static final Stroke ZERO = Stroke.of(Look.AXIS, 1).withDash(Stroke.Dash.DASHED);

  /** A multiple of 4, so that corners on the axes are met. */
  private static final int RAYS = 360;

  private static final int HALVINGS = 45;

  private final LossSurface surface;
  private final Ground ground;
  private final SurfacePoint optimum;
  private final double budget;

  /**
   * Finds out whether there is a penalty.
   *
   * @param surface the objective with its penalty
   * @param model where it is lowest
   */
  PenaltyPlot(LossSurface surface, Model<?> model) {
    this.surface = surface;
    LossSurface loss = surface.withoutPenalty();
    this.optimum = loss.locate(model.parameters());
    this.budget = surface.penaltyAt(optimum.x(), optimum.y());
    if (!(budget > 0 && budget < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "penalty of the optimum must be finite and > 0, but was "
              + budget
              + "; take the objective of a trainer with a penalty, and a model whose two weights"
              + " are not both 0");
    }
    this.ground = Ground.of(loss);
  }

  @Override
  public Chart seen(View view) {
    Chart chart = ground.chart(view, "Where the contours of the loss touch the penalty");
    chart.behind(PenaltyPlot::drawZeros);
    chart.entry("penalty no larger", Legend.mark(Mark.SAMPLE, MARK, SHAPE.tint(2 * VEIL)));
    chart.entry("loss of the optimum", Legend.line(TOUCHING));
    chart.add(this::drawShape);
    chart.behind((canvas, frame) -> ground.drawContour(canvas, frame, optimum.height(), TOUCHING));
    SurfacePoint lowest = ground.surface().minimum();
    point(chart, "without penalty", lowest, Mark.DIAMOND, Look.INK);
    point(chart, "with penalty", optimum, Mark.DISK, SHAPE);
    return chart
        .caption("Without penalty " + place(lowest) + ", with it " + place(optimum) + ".")
        .legendBeside()
        .withEqualUnits();
  }

  private static void point(Chart chart, String name, SurfacePoint at, Mark mark, Color color) {
    chart.points(name, new double[] {at.x()}, new double[] {at.y()}, mark, MARK, color);
  }

  /** The lines on which a weight is 0. */
  private static void drawZeros(Canvas canvas, Frame frame) {
    double[] across = {frame.left(), frame.right()};
    double[] up = {frame.top(), frame.bottom()};
    frame.inside(
        canvas,
        () -> {
          canvas.line(across, new double[] {frame.y(0), frame.y(0)}, ZERO);
          canvas.line(new double[] {frame.x(0), frame.x(0)}, up, ZERO);
        });
  }

  private static String place(SurfacePoint at) {
    return "(" + Digits.few(at.x()) + ", " + Digits.few(at.y()) + ")";
  }

  private void drawShape(Canvas canvas, Frame frame) {
    double farthest = 0;
    for (Axis axis : new Axis[] {frame.x(), frame.y()}) {
      farthest = Math.max(farthest, Math.max(Math.abs(axis.low()), Math.abs(axis.high())));
    }
    double[] x = new double[RAYS + 1];
    double[] y = new double[RAYS + 1];
    for (int k = 0; k <= RAYS; k++) {
      double[] ray = ray(k % RAYS);
      double length = length(ray, 2 * farthest);
      x[k] = frame.x(length * ray[0]);
      y[k] = frame.y(length * ray[1]);
    }
    frame.inside(
        canvas,
        () -> {
          canvas.area(x, y, SHAPE.withOpacity(VEIL));
          canvas.line(x, y, Look.line(SHAPE));
        });
  }

  /** A direction; those along the axes are exact. */
  private static double[] ray(int k) {
    int quarter = RAYS / 4;
    double angle = Math.PI / 2 * (k % quarter) / quarter;
    double a = StrictMath.cos(angle);
    double b = StrictMath.sin(angle);
    return switch (k / quarter) {
      case 0 -> new double[] {a, b};
      case 1 -> new double[] {-b, a};
      case 2 -> new double[] {-a, -b};
      default -> new double[] {b, -a};
    };
  }

  /** How far a ray stays within the budget: a penalty grows on the way from 0. */
  private double length(double[] ray, double farthest) {
    double within = 0;
    double beyond = farthest;
    for (int k = 0; k < HALVINGS; k++) {
      double middle = (within + beyond) / 2;
      if (surface.penaltyAt(middle * ray[0], middle * ray[1]) <= budget) {
        within = middle;
      } else {
        beyond = middle;
      }
    }
    return within;
  }
}
