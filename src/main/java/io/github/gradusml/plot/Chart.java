package io.github.gradusml.plot;

import io.github.gradusml.plot.Canvas.Anchor;
import java.util.ArrayList;
import java.util.List;

/**
 * What every picture with two axes is drawn on: title, axes with their marks, a grid, and a legend
 * where it hides nothing. A picture adds its lines, points and other layers, in the order in which
 * they are to lie on each other.
 */
final class Chart implements Drawing {
  private static final double MARGIN = Header.MARGIN;
  private static final double RIGHT_MARGIN = 28;
  private static final double LABEL_LINE = 26;
  private static final double BELOW_LABEL = 13;
  private static final double CORNER = 8;
  private static final double LEAST = 20;
  private static final double APART = 44;
  private static final double NARROWEST_NAME = 40;
  private static final double WIDE_NAME = 150;

  /** Of the width of the picture, so much at most. */
  private static final double WIDEST_NAME = 0.28;

  private final String title;
  private final Axis x;
  private final Axis y;
  private final List<Layer> behind = new ArrayList<>();
  private final List<Layer> layers = new ArrayList<>();
  private final Legend legend = new Legend();
  private String caption = "";
  private Ticks across;
  private Ticks up;
  private boolean areNamesAcross;
  private boolean isLegendBeside;
  private boolean areUnitsEqual;

  /**
   * Begins a picture.
   *
   * @param view how it is looked at
   * @param title the line above it, where the view sets none
   * @param x the horizontal axis, where the view sets no range
   * @param y the vertical one
   */
  Chart(View view, String title, Axis x, Axis y) {
    this.title = Lines.one(view.titleOr(title));
    this.x = view.across(x);
    this.y = view.up(y);
  }

  @Override
  public String title() {
    return title;
  }

  Axis x() {
    return x;
  }

  Axis y() {
    return y;
  }

  /** Says below the title how the picture is to be read. */
  Chart caption(String text) {
    caption = text;
    return this;
  }

  /** Sets marks of the axes, instead of round numbers. */
  Chart ticks(Ticks horizontal, Ticks vertical) {
    across = horizontal;
    up = vertical;
    return this;
  }

  /** Sets names for 0, 1 and so on along the vertical axis; those that are too long are cut. */
  Chart namesUp(List<String> names) {
    up = Ticks.named(names);
    return this;
  }

  /** Sets names for 0, 1 and so on along the horizontal axis; those that are too long are cut. */
  Chart namesAcross(List<String> names) {
    across = Ticks.named(names);
    areNamesAcross = true;
    return this;
  }

  /** Puts the legend beside the plot, wherever there may be room in it. */
  Chart legendBeside() {
    isLegendBeside = true;
    return this;
  }

  /** Adds an entry to the legend. */
  Chart entry(String label, Legend.Sample sample) {
    legend.add(label, sample);
    return this;
  }

  /** Adds what lies behind everything, in place of the grid. */
  Chart behind(Layer layer) {
    behind.add(layer);
    return this;
  }

  /** Makes a unit as long across as it is up. */
  Chart withEqualUnits() {
    areUnitsEqual = true;
    return this;
  }

  /** Adds anything. */
  Chart add(Layer layer) {
    layers.add(layer);
    return this;
  }

  /** Adds a line; where an axis has no place for a number, it has a gap. */
  Chart line(String label, double[] px, double[] py, Stroke stroke) {
    return entry(label, Legend.line(stroke))
        .add(
            (canvas, frame) -> {
              double[][] line = Thinned.line(frame, px, py);
              frame.inside(canvas, () -> canvas.line(line[0], line[1], stroke));
              drawAlone(canvas, frame, line, stroke.color());
            });
  }

  /** A point between two gaps would not be seen as a line. */
  private static void drawAlone(Canvas canvas, Frame frame, double[][] line, Color color) {
    double[] y = line[1];
    Places places = Places.of(frame, y.length, Look.MARK);
    for (int i = 0; i < y.length; i++) {
      boolean begins = i == 0 || Double.isNaN(y[i - 1]);
      boolean ends = i == y.length - 1 || Double.isNaN(y[i + 1]);
      if (begins && ends && frame.contains(line[0][i], y[i]) && places.isNew(line[0][i], y[i])) {
        Mark.DISK.draw(canvas, line[0][i], y[i], Look.MARK, color);
      }
    }
  }

  /** Adds points; those beyond the axes are not seen. */
  Chart points(String label, double[] px, double[] py, Mark mark, double size, Color color) {
    return entry(label, Legend.mark(mark, size, color))
        .add(
            (canvas, frame) -> {
              Places places = Places.of(frame, px.length, size);
              for (int i = 0; i < px.length; i++) {
                double x = frame.x(px[i]);
                double y = frame.y(py[i]);
                if (frame.shows(px[i], py[i]) && places.isNew(x, y)) {
                  mark.draw(canvas, x, y, size, color);
                }
              }
            });
  }

  @Override
  public void draw(Canvas canvas, double width, double height) {
    canvas.box(0, 0, width, height, Color.WHITE, null);
    double top = drawHeader(canvas, width);
    double bottom = Math.max(top + LEAST, Math.rint(height - MARGIN - Axes.BELOW));
    Ticks vertical =
        up != null
            ? up.fitted(canvas, WIDEST_NAME * width).withRoom(bottom - top)
            : Ticks.of(y, Axes.pieces(bottom - top, APART));
    double left = Math.rint(MARGIN + widest(canvas, vertical) + Axes.GAP);
    Frame whole = frame(left, top, Math.rint(width - RIGHT_MARGIN), bottom);
    double legendWidth = Math.ceil(legend.width(canvas, width, whole.height()));
    double[] corner = legend.isEmpty() ? null : freeCorner(canvas, whole, legendWidth, width);
    boolean isBeside = corner == null && !legend.isEmpty();
    Frame all = isBeside ? frame(left, top, whole.right() - legendWidth - CORNER, bottom) : whole;
    Frame frame = areUnitsEqual ? all.withEqualUnits() : all;
    Axes axes =
        across != null
            ? Axes.of(canvas, frame, fitted(canvas, frame), vertical)
            : Axes.of(canvas, frame, vertical);
    behind.forEach(layer -> layer.draw(canvas, frame));
    if (behind.isEmpty()) {
      axes.drawGrid(canvas);
    }
    axes.draw(canvas, width);
    layers.forEach(layer -> layer.draw(canvas, frame));
    if (isBeside) {
      legend.draw(canvas, frame.right() + CORNER, top, legendWidth, frame.height());
    } else if (corner != null) {
      legend.draw(canvas, corner[0], corner[1], legendWidth, frame.height());
    }
  }

  private Frame frame(double left, double top, double right, double bottom) {
    return new Frame(x, y, left, top, Math.max(LEAST, right - left), bottom - top);
  }

  /** The marks of the horizontal axis that are set. Names are cut, since numbers cannot be. */
  private Ticks fitted(Canvas canvas, Frame frame) {
    double apart = frame.width() / across.at().length;
    double lower = Math.min(2 * apart, WIDE_NAME); // every other one stands lower if they are long
    double room = Math.max(NARROWEST_NAME, Math.max(apart, lower) - Axes.GAP);
    return areNamesAcross ? across.fitted(canvas, room) : across;
  }

  private static double widest(Canvas canvas, Ticks ticks) {
    return ticks.labels().stream()
        .mapToDouble(label -> canvas.width(label, Look.TICK))
        .max()
        .orElse(0);
  }

  /** Writes title, caption and the label of the vertical axis; returns where the plot begins. */
  private double drawHeader(Canvas canvas, double width) {
    double bottom = new Header(title, caption).draw(canvas, width) + LABEL_LINE;
    String label = Lines.fitted(canvas, Lines.one(y.label()), Look.LABEL, width - 2 * MARGIN);
    canvas.text(label, MARGIN, bottom - 4, Anchor.START, Look.LABEL);
    return bottom + BELOW_LABEL;
  }

  /** The upper left corner of a legend that hides nothing, or null. */
  private double[] freeCorner(Canvas canvas, Frame frame, double width, double picture) {
    if (isLegendBeside) {
      return null;
    }
    Occupied occupied = new Occupied(canvas, picture, frame.bottom() + MARGIN);
    layers.forEach(layer -> layer.draw(occupied, frame));
    double height = legend.height(frame.height());
    double right = frame.right() - width - CORNER;
    double left = frame.left() + CORNER;
    double top = frame.top() + CORNER;
    double bottom = frame.bottom() - height - CORNER;
    double[][] corners = {{right, top}, {right, bottom}, {left, top}, {left, bottom}};
    for (double[] corner : corners) {
      boolean fits = corner[0] >= left && corner[1] >= top;
      if (fits && occupied.isFree(corner[0], corner[1], width, height)) {
        return corner;
      }
    }
    return null;
  }
}
