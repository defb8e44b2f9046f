package io.github.gradusml.plot;

import io.github.gradusml.plot.Canvas.Anchor;
import io.github.gradusml.plot.ThresholdCurves.Curve;
import java.util.ArrayList;
import java.util.List;

/**
 * Marks with thresholds at a few points along curves, none of them on another, and where there is
 * room beside the curves.
 */
final class ThresholdMarks {
  private static final int OF_ONE = 6;
  private static final int OF_EACH = 3;
  private static final double SIZE = 8;
  private static final double GAP = 7;
  private static final double PADDING = 2;
  private static final Color VEIL = Color.WHITE.withOpacity(0.75);

  private record Box(double left, double top, double width, double height) {
    boolean meets(Box other) {
      return left < other.left + other.width
          && other.left < left + width
          && top < other.top + other.height
          && other.top < top + height;
    }

    boolean isInside(Frame frame) {
      return frame.contains(left, top) && frame.contains(left + width, top + height);
    }
  }

  private final Canvas canvas;
  private final Frame frame;
  private final int marks;
  private final List<double[][]> lines = new ArrayList<>();
  private final List<Box> texts = new ArrayList<>();

  ThresholdMarks(Canvas canvas, Frame frame, List<Curve> curves) {
    this.canvas = canvas;
    this.frame = frame;
    this.marks = curves.size() == 1 ? OF_ONE : OF_EACH;
    for (Curve curve : curves) {
      double[][] line = curve.line();
      lines.add(Thinned.line(frame, line[0], line[1]));
    }
  }

  /** Marks points that cut a curve, as far as it is seen, into pieces about as long. */
  void add(Curve curve, Color color) {
    double[] way = way(curve);
    double all = way[way.length - 1];
    int last = -1;
    for (int k = 0; k < marks; k++) {
      int next = nearest(curve, way, (k + 0.5) / marks * all);
      if (next > last) {
        draw(curve, next, color);
        last = next;
      }
    }
  }

  /** How far along the curve each point is, on paper; where it is not seen it has no length. */
  private double[] way(Curve curve) {
    double[] way = new double[curve.x().length];
    for (int i = 1; i < way.length; i++) {
      boolean isSeen = isSeen(curve, i) && isSeen(curve, i - 1);
      double dx = frame.x(curve.x()[i]) - frame.x(curve.x()[i - 1]);
      double dy = frame.y(curve.y()[i]) - frame.y(curve.y()[i - 1]);
      way[i] = way[i - 1] + (isSeen ? Math.abs(dx) + Math.abs(dy) : 0);
    }
    return way;
  }

  private boolean isSeen(Curve curve, int i) {
    return frame.shows(curve.x()[i], curve.y()[i]);
  }

  /** The point with a threshold that can be written, nearest to a place; −1 if there is none. */
  private int nearest(Curve curve, double[] way, double place) {
    int nearest = -1;
    for (int i = 0; i < way.length; i++) {
      boolean fits = isSeen(curve, i) && Double.isFinite(curve.thresholds()[i]);
      if (fits && (nearest < 0 || Math.abs(way[i] - place) < Math.abs(way[nearest] - place))) {
        nearest = i;
      }
    }
    return nearest;
  }

  private void draw(Curve curve, int point, Color color) {
    double x = frame.x(curve.x()[point]);
    double y = frame.y(curve.y()[point]);
    Font font = Look.TICK.withColor(color);
    String text = Digits.few(curve.thresholds()[point]);
    Box box = freest(x, y, canvas.width(text, font) + 2 * PADDING, font.size() + PADDING);
    if (box != null) {
      texts.add(box);
      canvas.box(box.left, box.top, box.width, box.height, VEIL, null);
      double left = box.left + PADDING;
      canvas.text(text, left, box.top + font.size(), Anchor.START, font);
    }
    Mark.DISK.draw(canvas, x, y, SIZE, color);
  }

  /** The box beside a place that lies on the fewest pieces of curves; null if all are taken. */
  private Box freest(double x, double y, double width, double height) {
    double right = x + GAP - PADDING;
    double left = x - GAP + PADDING - width;
    double below = y + GAP;
    double above = y - GAP - height;
    List<Box> boxes =
        List.of(
            new Box(right, below, width, height),
            new Box(left, below, width, height),
            new Box(left, above, width, height),
            new Box(right, above, width, height));
    Box best = null;
    for (Box box : boxes) {
      boolean isFree = box.isInside(frame) && texts.stream().noneMatch(box::meets);
      if (isFree && (best == null || pieces(box) < pieces(best))) {
        best = box;
      }
    }
    return best;
  }

  /** How many pieces of curves go through a box, or near by it. */
  private int pieces(Box box) {
    int pieces = 0;
    for (double[][] line : lines) {
      double[] x = line[0];
      double[] y = line[1];
      for (int i = 1; i < x.length; i++) {
        Box piece =
            new Box(
                Math.min(x[i - 1], x[i]),
                Math.min(y[i - 1], y[i]),
                Math.abs(x[i] - x[i - 1]),
                Math.abs(y[i] - y[i - 1]));
        pieces += piece.meets(box) ? 1 : 0;
      }
    }
    return pieces;
  }
}
