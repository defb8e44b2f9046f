package io.github.gradusml.tuning;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.CsvTable;
import io.github.gradusml.metric.Metric;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The score against a number, on the rows held out and on the rows trained on: a validation curve
 * where the number is a setting, a learning curve where it is how many rows there are to train on.
 *
 * <p>Where both scores are bad, the model fits too little; where only that on the rows held out is,
 * it fits its training rows too closely.
 *
 * <p>Article: section 3, Weight decay: a penalty too strong underfits, one too weak overfits.
 *
 * @param name what the number is
 * @param logarithmic whether it belongs on a logarithmic axis
 * @param metric by what the models were judged
 * @param points the points, in ascending order
 */
public record ScoreCurve(String name, boolean logarithmic, Metric metric, List<Point> points) {
  /**
   * A point of the curve.
   *
   * @param value the number
   * @param scores the scores of all folds
   */
  public record Point(double value, CrossValidationResult scores) {
    /**
     * Checks that there are scores.
     *
     * @param value the number
     * @param scores the scores of all folds
     */
    public Point {
      Checks.notNull("scores", scores);
    }
  }

  /**
   * Checks that there is a point, and copies the list.
   *
   * @param name what the number is
   * @param logarithmic whether it belongs on a logarithmic axis
   * @param metric by what the models were judged
   * @param points the points, in ascending order
   */
  public ScoreCurve {
    Checks.notNull("name", name);
    Checks.notNull("name of metric", Checks.notNull("metric", metric).name());
    points = Checks.noneNull("points", points);
    Checks.atLeast("points", points.size(), 1);
  }

  /** Of several points with one number, the first is kept. */
  static ScoreCurve of(String name, boolean logarithmic, Metric metric, List<Point> points) {
    Map<Double, Point> first = new TreeMap<>();
    points.forEach(point -> first.putIfAbsent(point.value(), point));
    return new ScoreCurve(name, logarithmic, metric, List.copyOf(first.values()));
  }

  /**
   * Returns one number of each point, for instance {@code curve.each(point ->
   * point.scores().mean())}.
   *
   * @param number which
   * @return one number a point
   */
  public double[] each(ToDoubleFunction<Point> number) {
    return points.stream().mapToDouble(Checks.notNull("number", number)).toArray();
  }

  /**
   * Returns the point with the best mean score on the rows held out.
   *
   * @return the point; the first of several that are equal
   */
  public Point best() {
    // NaN, which no comparison holds for, comes last either way.
    double sign = metric.largerIsBetter() ? -1 : 1;
    return points.stream()
        .min(Comparator.comparingDouble(point -> sign * point.scores().mean()))
        .orElseThrow();
  }

  /**
   * Writes a line a point as CSV, with a header: the number, and mean and standard error on the
   * rows held out and on the rows trained on.
   *
   * @param file the file; folders that are missing are made, and a file that is there is replaced
   * @throws java.io.UncheckedIOException if that fails
   */
  public void writeCsv(Path file) {
    CsvTable table =
        new CsvTable(
            List.of(name, "mean", "standard_error", "training_mean", "training_standard_error"));
    for (Point point : points) {
      CrossValidationResult scores = point.scores();
      table.add(
          List.of(
              point.value(),
              scores.mean(),
              scores.standardError(),
              scores.trainingMean(),
              scores.trainingStandardError()));
    }
    table.write(file);
  }
}
