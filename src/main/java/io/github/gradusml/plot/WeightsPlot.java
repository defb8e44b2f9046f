package io.github.gradusml.plot;

import io.github.gradusml.core.Perceptron;
import io.github.gradusml.internal.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * The weights of several perceptrons side by side, feature by feature: a stem from 0 to each
 * weight, and an open ring where a weight is exactly 0. Where there are more stems than pixels, one
 * stem reaches as far as any of those at its place.
 *
 * @param models the perceptrons by their names, in the order of the legend
 */
record WeightsPlot(Map<String, Perceptron> models) implements Picture {
  /** How much of a feature's width its stems take. */
  private static final double SPREAD = 0.76;

  private static final double STEM_GAP = 10;
  private static final double STEM = 2;
  private static final double LEAST_MARK = 3;

  /** Stems nearer to each other than that have no marks. */
  private static final double TOO_NEAR = 1.5;

  private static final int MOST_BANDS = 200;
  private static final Color BAND = new Color(0xF3F3F3);
  private static final Stroke LEVEL = Stroke.of(new Color(0xDDDDDD), 1);
  private static final Stroke ZERO = Stroke.of(Look.AXIS, 1);

  /** Finds out whether there is anything to be drawn, and whether it fits. */
  WeightsPlot {
    models = new LinkedHashMap<>(models);
    if (models.isEmpty()) {
      throw new IllegalArgumentException("models must not be empty");
    }
    int features = features(models);
    models.forEach(
        (name, model) -> {
          if (model.features() != features) {
            throw new IllegalArgumentException(
                "models must all have "
                    + features
                    + " features, as the first, but "
                    + Texts.quoted(name)
                    + " has "
                    + model.features());
          }
        });
  }

  private static int features(Map<String, Perceptron> models) {
    return models.values().iterator().next().features();
  }

  @Override
  public Chart seen(View view) {
    view.refuseLogScale("weights have both signs, and so no logarithmic scale");
    int d = features(models);
    List<double[]> weights = models.values().stream().map(Perceptron::weights).toList();
    DoubleStream shown = weights.stream().flatMapToDouble(Arrays::stream);
    Axis x = new Axis("number of the feature, from 0", Scale.COUNT, -0.5, d - 0.5);
    Axis y = Axis.ofHeights("weight", Scale.LINEAR, DoubleStream.concat(shown, DoubleStream.of(0)));
    Chart chart = new Chart(view, "Weights side by side", x, y);
    chart.behind(WeightsPlot::drawBands);
    List<String> names = new ArrayList<>(models.keySet());
    for (int k = 0; k < names.size(); k++) {
      double shift = ((k + 0.5) / names.size() - 0.5) * SPREAD;
      double[] w = weights.get(k);
      Color color = Look.color(k);
      Mark mark = Look.isRepeated(k) ? Mark.SQUARE : Mark.DISK;
      chart.entry(names.get(k), Legend.mark(mark, Look.MARK, color));
      chart.add((canvas, frame) -> drawStems(canvas, frame, w, shift, mark, color));
    }
    if (weights.stream().flatMapToDouble(Arrays::stream).anyMatch(w -> w == 0)) {
      chart.entry("exactly 0", Legend.mark(Mark.OPEN, Look.MARK, Look.INK));
    }
    return chart;
  }

  /** Every other feature lies on grey, and a line marks the height 0. */
  private static void drawBands(Canvas canvas, Frame frame) {
    double feature = frame.x(1) - frame.x(0);
    double first = Math.ceil(frame.x().low());
    double last = Math.floor(frame.x().high());
    frame.inside(
        canvas,
        () -> {
          for (double j = first; j <= last && last - first <= MOST_BANDS; j++) {
            if (j % 2 != 0) {
              double left = frame.x(j) - feature / 2;
              canvas.box(left, frame.top(), feature, frame.height(), BAND, null);
            }
          }
          for (double at : Ticks.of(frame.y(), 8).at()) {
            drawLevel(canvas, frame, at, LEVEL);
          }
          drawLevel(canvas, frame, 0, ZERO);
        });
  }

  private static void drawLevel(Canvas canvas, Frame frame, double at, Stroke stroke) {
    double[] x = {frame.left(), frame.right()};
    canvas.line(x, new double[] {frame.y(at), frame.y(at)}, stroke);
  }

  private void drawStems(
      Canvas canvas, Frame frame, double[] w, double shift, Mark mark, Color color) {
    double apart = SPREAD * (frame.x(1) - frame.x(0)) / models.size();
    frame.inside(canvas, () -> stems(canvas, frame, w, shift, Stroke.of(color, STEM)));
    if (apart < TOO_NEAR) {
      return;
    }
    double size = Math.max(LEAST_MARK, Math.min(Look.MARK, Look.MARK * apart / STEM_GAP));
    for (int j = 0; j < w.length; j++) {
      if (frame.shows(j + shift, w[j])) {
        Mark end = w[j] == 0 ? Mark.OPEN : mark;
        end.draw(canvas, frame.x(j + shift), frame.y(w[j]), size, color);
      }
    }
  }

  /** A stem for each half of a unit of the layout at most: from the lowest there to the highest. */
  private static void stems(Canvas canvas, Frame frame, double[] w, double shift, Stroke stroke) {
    int j = 0;
    while (j < w.length) {
      double x = frame.x(j + shift);
      double low = 0;
      double high = 0;
      do {
        low = Math.min(low, w[j]);
        high = Math.max(high, w[j]);
        j++;
      } while (j < w.length && frame.x(j + shift) < x + 0.5);
      if (low < high) {
        canvas.line(new double[] {x, x}, new double[] {frame.y(low), frame.y(high)}, stroke);
      }
    }
  }
}
