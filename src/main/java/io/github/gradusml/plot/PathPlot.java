package io.github.gradusml.plot;

import io.github.gradusml.internal.Ordering;
import io.github.gradusml.plot.Canvas.Anchor;
import io.github.gradusml.tuning.RegularizationPath;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The weights of a perceptron against the strength of the penalty, and how many of them are not 0.
 *
 * <p>The features whose weights are the largest somewhere have a color and a name each, in the
 * order of their lines at the left; those of the others are grey.
 *
 * @param path what is drawn
 */
record PathPlot(RegularizationPath path) implements Picture {
  private static final int MOST_NAMED = 10;

  /** More lie on top of each other, and take longer to draw than to see. */
  private static final int MOST_LINES = 1000;

  private static final double ROOM = 0.02;
  private static final double ROOM_ABOVE = 0.16;
  private static final double BETWEEN_COUNTS = 70;
  private static final double CAPTION_BELOW_TOP = 17;
  private static final double COUNTS_BELOW_TOP = 37;
  private static final Color GREY = Look.INK.tint(0.3);

  private double[] alphas() {
    return path.each(RegularizationPath.Point::alpha);
  }

  private double[] weights(int feature) {
    return path.each(point -> point.model().weight(feature));
  }

  @Override
  public Chart seen(View view) {
    view.refuseLogScale(
        "weights have both signs, and so no logarithmic scale; alpha has one already");
    Axis x = Axis.tight("alpha", Scale.LOG, Arrays.stream(alphas())).withRoom(ROOM);
    Chart chart =
        new Chart(view, "The weights as the penalty on them becomes stronger", x, heights());
    int[] largest = largest();
    List<Integer> named = named(largest);
    Arrays.stream(largest)
        .sorted()
        .filter(feature -> !named.contains(feature))
        .forEach(feature -> chart.line("", alphas(), weights(feature), Look.line(GREY)));
    for (int k = 0; k < named.size(); k++) {
      String name = path.featureNames().get(named.get(k));
      chart.line(name, alphas(), weights(named.get(k)), Look.line(k));
    }
    return chart.add(this::drawCounts);
  }

  private Axis heights() {
    DoubleStream all =
        path.points().stream().flatMapToDouble(point -> Arrays.stream(point.model().weights()));
    Axis axis = Axis.ofHeights("weight", Scale.LINEAR, all);
    return new Axis(axis.label(), axis.scale(), axis.low(), axis.value(1 + ROOM_ABOVE));
  }

  /** The features that have a line, from the one with the largest weight on. */
  private int[] largest() {
    double[] sizes = new double[path.featureNames().size()];
    for (RegularizationPath.Point point : path.points()) {
      double[] weights = point.model().weights();
      Arrays.setAll(sizes, j -> Math.min(sizes[j], -Math.abs(weights[j])));
    }
    return Arrays.copyOf(Ordering.ascending(sizes), Math.min(sizes.length, MOST_LINES));
  }

  /** The features with a name, from the largest weight at the smallest alpha to the smallest. */
  private List<Integer> named(int[] largest) {
    Comparator<Integer> byLastWeight =
        Comparator.comparingDouble(
            feature -> -path.points().get(path.points().size() - 1).model().weight(feature));
    return Arrays.stream(largest).limit(MOST_NAMED).boxed().sorted(byLastWeight).toList();
  }

  /** Above the lines: how many weights are not 0. */
  private void drawCounts(Canvas canvas, Frame frame) {
    double middle = frame.left() + frame.width() / 2;
    write(canvas, "weights that are not 0", middle, frame.top() + CAPTION_BELOW_TOP);
    double last = Double.POSITIVE_INFINITY;
    for (RegularizationPath.Point point : path.points()) {
      double at = frame.x().holds(point.alpha()) ? frame.x(point.alpha()) : last;
      if (last - at >= BETWEEN_COUNTS) {
        int count = path.featureNames().size() - point.zeros();
        write(canvas, Integer.toString(count), at, frame.top() + COUNTS_BELOW_TOP);
        last = at;
      }
    }
  }

  /** A text on white, so that no line of the grid runs through it. */
  private static void write(Canvas canvas, String text, double middle, double bottom) {
    double width = canvas.width(text, Look.TICK) + 4;
    double height = Look.TICK.size();
    canvas.box(middle - width / 2, bottom - height, width, height + 2, Color.WHITE, null);
    canvas.text(text, middle, bottom, Anchor.MIDDLE, Look.TICK);
  }
}
