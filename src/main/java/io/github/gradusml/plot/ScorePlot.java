package io.github.gradusml.plot;

import io.github.gradusml.tuning.CrossValidationResult;
import io.github.gradusml.tuning.ScoreCurve;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A score against a number, on the rows trained on and on the rows held out, each with a band one
 * standard error wide to either side.
 *
 * @param curve what is drawn
 */
record ScorePlot(ScoreCurve curve) implements Picture {
  private static final double OPACITY = 0.18;
  private static final double ROOM = 0.02;

  /** One of the two lines. */
  private record Line(String name, double[] means, double[] errors, Color color) {
    double[] edge(int side) {
      return IntStream.range(0, means.length)
          .mapToDouble(i -> means[i] + side * errors[i])
          .toArray();
    }

    DoubleStream heights() {
      return DoubleStream.concat(
          Arrays.stream(means),
          DoubleStream.concat(Arrays.stream(edge(-1)), Arrays.stream(edge(1))));
    }
  }

  private Line line(
      String name,
      ToDoubleFunction<CrossValidationResult> mean,
      ToDoubleFunction<CrossValidationResult> error,
      int color) {
    return new Line(
        name,
        curve.each(point -> mean.applyAsDouble(point.scores())),
        curve.each(point -> error.applyAsDouble(point.scores())),
        Look.color(color));
  }

  private List<Line> lines() {
    return List.of(
        line(
            "training",
            CrossValidationResult::trainingMean,
            CrossValidationResult::trainingStandardError,
            0),
        line("validation", CrossValidationResult::mean, CrossValidationResult::standardError, 1));
  }

  private Axis numbers(double[] values) {
    boolean counts = Arrays.stream(values).allMatch(value -> value >= 1 && value % 1 == 0);
    Scale scale = curve.logarithmic() ? Scale.LOG : counts ? Scale.COUNT : Scale.LINEAR;
    return Axis.tight(curve.name(), scale, Arrays.stream(values)).withRoom(ROOM);
  }

  @Override
  public Chart seen(View view) {
    double[] values = curve.each(ScoreCurve.Point::value);
    String score = curve.metric().name();
    List<Line> lines = lines();
    DoubleStream heights = lines.stream().flatMapToDouble(Line::heights);
    Chart chart =
        new Chart(
                view,
                Look.capitalized(score) + " against " + curve.name(),
                numbers(values),
                Axis.ofHeights(score, view.scale(), heights))
            .caption("Means over the folds; bands reach one standard error up and down.");
    lines.forEach(line -> addBand(chart, values, line));
    lines.forEach(
        line ->
            chart
                .line(line.name(), values, line.means(), Look.line(line.color()))
                .points("", values, line.means(), Mark.DISK, Look.MARK, line.color()));
    ScoreCurve.Point best = curve.best();
    double[] at = {best.value()};
    double[] mean = {best.scores().mean()};
    String label = "best: " + Digits.three(mean[0]) + " at " + Digits.few(at[0]);
    return chart.points(label, at, mean, Mark.RING, Look.MARK, Look.INK);
  }

  private static void addBand(Chart chart, double[] values, Line line) {
    double[] low = line.edge(-1);
    double[] high = line.edge(1);
    int n = values.length;
    chart.add(
        (canvas, frame) -> {
          double[] x = new double[2 * n];
          double[] y = new double[2 * n];
          for (int i = 0; i < n; i++) { // along the upper edge, and back along the lower one
            x[i] = frame.x(values[i]);
            x[2 * n - 1 - i] = x[i];
            y[i] = height(frame, high[i]);
            y[2 * n - 1 - i] = height(frame, low[i]);
          }
          frame.inside(canvas, () -> canvas.area(x, y, line.color().withOpacity(OPACITY)));
        });
  }

  /** On a logarithmic axis a band may reach below every number. */
  private static double height(Frame frame, double value) {
    return frame.y().scale().shows(value) ? frame.y(value) : frame.bottom();
  }
}
