package io.github.gradusml.rangetest;

import static io.github.gradusml.internal.Texts.number;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.CsvTable;
import io.github.gradusml.stability.Stability;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What an {@link AccuracyRangeTest} found: the curve of the accuracy over the rate, and the bounds
 * of a cyclical rate that can be read from it.
 *
 * <pre>{@code
 * base      the first rate with which accuracy is 0.02 above that of the untrained model
 * maximum   the last rate before accuracy first falls 0.02 below its best so far
 * }</pre>
 *
 * <p>Where accuracy had risen with the very first rates, base is a quarter of the maximum: the rule
 * of thumb of the same source.
 */
public final class AccuracyRangeResult {
  private static final double MATTERS = 0.02;

  private final List<AccuracyPoint> points;
  private final double before;
  private final boolean exploded;
  private final StabilityLimit limit;
  private final Found maximum;
  private final Found base;

  /**
   * @param before the accuracy of the untrained model
   * @param exploded whether the weights exploded after the last point
   */
  AccuracyRangeResult(
      List<AccuracyPoint> points, double before, boolean exploded, StabilityLimit limit) {
    this.points = List.copyOf(points);
    this.before = before;
    this.exploded = exploded;
    this.limit = limit;
    int risen = risen();
    this.maximum = risen < 0 ? neverRose() : maximum(risen);
    this.base = risen < 0 ? neverRose() : base(risen);
  }

  /** The first point clearly above the untrained model, or −1. */
  private int risen() {
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i).accuracy() >= before + MATTERS && points.get(i).learningRate() > 0) {
        return i;
      }
    }
    return -1;
  }

  private Found neverRose() {
    return Found.nothing(
        "accuracy never rose above that of the untrained model, "
            + number(before)
            + (exploded ? ", and then the weights exploded: begin with a smaller rate" : ""));
  }

  private Found maximum(int risen) {
    double best = points.get(risen).accuracy();
    for (int i = risen + 1; i < points.size(); i++) {
      double accuracy = points.get(i).accuracy();
      if (accuracy <= best - MATTERS) {
        return maximum(
            points.get(i - 1),
            "accuracy fell from at best " + number(best) + " to " + number(accuracy));
      }
      best = Math.max(best, accuracy);
    }
    AccuracyPoint last = points.get(points.size() - 1);
    return exploded
        ? maximum(last, "the weights exploded")
        : Found.nothing(
            "accuracy had neither fallen nor turned ragged at the largest rate, "
                + number(last.learningRate())
                + ": go on to larger ones");
  }

  private Found maximum(AccuracyPoint point, String what) {
    double rate = point.learningRate();
    String caution =
        "another shuffle moves it, most of all with small batches" + limit.caution(rate);
    return Found.of(
        RateSuggestion.unconfirmed("maximum", rate, "the last rate before " + what, caution));
  }

  private Found base(int risen) {
    double rate = points.get(risen).learningRate();
    String how = "the first rate with which accuracy rose, from " + number(before);
    String caution = "accuracy lags behind: smaller rates may do as well";
    double quarter = maximum().map(found -> found.rate() / 4).orElse(Double.POSITIVE_INFINITY);
    boolean atOnce = risen == 0 || points.get(risen - 1).learningRate() == 0;
    if (atOnce && maximum().isPresent()) {
      return Found.of(
          RateSuggestion.unconfirmed(
              "base",
              quarter,
              "a quarter of the maximum, since accuracy rose with the very first rates",
              "a rule of thumb"));
    }
    if (rate >= quarter) {
      caution += "; it is above a quarter of the maximum";
    }
    return Found.of(RateSuggestion.unconfirmed("base", rate, how, caution));
  }

  /**
   * Returns the curve.
   *
   * @return a point a measurement, up to where the weights exploded, if they did
   */
  public List<AccuracyPoint> points() {
    return points;
  }

  /**
   * Returns one number of each point, for instance {@code result.each(AccuracyPoint::accuracy)}.
   *
   * @param number which
   * @return one number a point
   */
  public double[] each(ToDoubleFunction<AccuracyPoint> number) {
    return points.stream().mapToDouble(Checks.notNull("number", number)).toArray();
  }

  /**
   * Returns the rate at which accuracy begins to rise.
   *
   * @return empty where it never did
   */
  public Optional<RateSuggestion> base() {
    return base.suggestion();
  }

  /**
   * Returns the rate at which accuracy falls or turns ragged.
   *
   * @return empty where it never did
   */
  public Optional<RateSuggestion> maximum() {
    return maximum.suggestion();
  }

  /**
   * Returns the largest stable rate.
   *
   * @return empty where it is not known
   */
  public Optional<Stability> stability() {
    return limit.known();
  }

  /**
   * Says what was found, how, and when not to trust it; or why nothing was.
   *
   * @return two lines
   */
  public String explanation() {
    return base.explanation("base") + "\n" + maximum.explanation("maximum");
  }

  /**
   * Writes a line a point, with a header, as CSV with decimal points.
   *
   * @param file the file; folders that are missing are made, and a file that is there is replaced
   * @throws java.io.UncheckedIOException if that fails
   */
  public void writeCsv(Path file) {
    CsvTable table = new CsvTable(List.of("learning_rate", "accuracy"));
    points.forEach(point -> table.add(List.of(point.learningRate(), point.accuracy())));
    table.write(file);
  }

  @Override
  public String toString() {
    return explanation();
  }
}
