package io.github.gradusml.plot;

import io.github.gradusml.rangetest.AccuracyPoint;
import io.github.gradusml.rangetest.AccuracyRangeResult;
import io.github.gradusml.rangetest.RangePoint;
import io.github.gradusml.rangetest.RangeTestResult;
import io.github.gradusml.rangetest.RateSuggestion;
import io.github.gradusml.stability.Stability;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What a range test found: a curve over the learning rate, with rates marked on it.
 *
 * @param xScale how the rates are laid out
 * @param label what is drawn over the rate
 * @param x the rates
 * @param y the curve over them
 * @param raw the same before it was smoothed, drawn faintly behind; empty for none
 * @param marks the rates that are marked on the curve
 * @param stability the largest stable rate, drawn from bottom to top, if it is known
 */
record RangePlot(
    Scale xScale,
    String label,
    double[] x,
    double[] y,
    double[] raw,
    List<Rate> marks,
    Optional<Stability> stability)
    implements Picture {
  /** A rate to be marked. */
  private record Rate(String label, double value, Mark mark, Color color) {}

  /** The same color for the same name in every picture; blue, the first, is the curve's. */
  private static final Map<String, Integer> COLORS =
      Map.of(
          "minimum/10", 1, "line search", 2, "valley", 3, "steepest", 4, "maximum", 1, "base", 2);

  private static final String TITLE = "Learning-rate range test";
  private static final Stroke FAINT = Stroke.of(Look.color(0).tint(0.4), 1.4);
  private static final double MARK = 13;

  /** Losses before smoothing may be that much higher than the curve, and are cut off above. */
  private static final double ROOM_FOR_RAW = 1.2;

  /** As a share of the width. */
  private static final double ROOM_FOR_MARK = 0.02;

  RangePlot {
    if (x.length == 0) {
      throw new IllegalArgumentException(
          "result must have at least one point to be drawn, but has none: the first loss was not"
              + " finite");
    }
    marks = marks.stream().sorted(Comparator.comparingDouble(Rate::value)).toList();
  }

  static RangePlot of(RangeTestResult result) {
    Stream<Rate> found =
        Stream.of(result.steepest(), result.valley(), result.minimum(), result.suggestion())
            .flatMap(Optional::stream)
            .distinct()
            .map(rate -> rate(rate, result.suggestion().equals(Optional.of(rate))));
    Stream<Rate> lowest =
        result.lowest().stream()
            .map(RangePoint::learningRate)
            .map(rate -> new Rate(label("lowest", rate), rate, Mark.RING, Look.INK));
    return new RangePlot(
        Scale.LOG,
        "loss",
        result.each(RangePoint::learningRate),
        result.each(RangePoint::smoothedLoss),
        result.each(RangePoint::loss),
        Stream.concat(found, lowest).toList(),
        result.stability());
  }

  static RangePlot of(AccuracyRangeResult result) {
    return new RangePlot(
        Scale.LINEAR,
        "accuracy",
        result.each(AccuracyPoint::learningRate),
        result.each(AccuracyPoint::accuracy),
        new double[0],
        Stream.of(result.base(), result.maximum())
            .flatMap(Optional::stream)
            .map(rate -> rate(rate, false))
            .toList(),
        result.stability().filter(Stability::exact));
  }

  private static Rate rate(RateSuggestion found, boolean isSuggested) {
    String label = label(found.name(), found.rate()) + (isSuggested ? ", suggested" : "");
    return new Rate(label, found.rate(), Mark.DISK, Look.color(COLORS.get(found.name())));
  }

  private static String label(String name, double rate) {
    return String.format(Locale.ROOT, "%s: %.2g", name, rate);
  }

  @Override
  public Chart seen(View view) {
    Axis across = Axis.tight("learning rate", xScale, places());
    Axis up = Axis.ofHeights(label, view.scale(), heights());
    Chart chart = new Chart(view, TITLE, across, up);
    if (raw.length > 0) {
      chart.line(label, x, raw, FAINT);
    }
    chart.line(raw.length > 0 ? label + ", smoothed" : label, x, y, Look.line(0));
    stability.ifPresent(limit -> addLimit(chart, limit));
    for (Rate rate : marks) {
      double[] at = {rate.value()};
      chart.points(rate.label(), at, new double[] {height(at[0])}, rate.mark(), MARK, rate.color());
    }
    return chart;
  }

  private static void addLimit(Chart chart, Stability limit) {
    double rate = limit.largestRate();
    if (chart.x().holds(rate)) {
      String name = limit.exact() ? "largest stable rate" : "surely stable below";
      double[] ends = {chart.y().low(), chart.y().high()};
      Stroke dashed = Look.line(Look.AXIS).withDash(Stroke.Dash.DASHED);
      chart.line(label(name, rate), new double[] {rate, rate}, ends, dashed);
    }
  }

  /** All rates; beside them 0 on an even scale, and room for a mark at the end on the other. */
  private DoubleStream places() {
    double last = x[x.length - 1];
    double other = xScale == Scale.LOG ? last * StrictMath.pow(last / x[0], ROOM_FOR_MARK) : 0;
    DoubleStream marked = marks.stream().mapToDouble(Rate::value);
    return DoubleStream.concat(
        Arrays.stream(x), DoubleStream.concat(marked, DoubleStream.of(other)));
  }

  private DoubleStream heights() {
    double highest = ROOM_FOR_RAW * Arrays.stream(y).max().orElseThrow();
    return DoubleStream.concat(
        Arrays.stream(y), Arrays.stream(raw).filter(value -> value <= highest));
  }

  /** The height of the curve at a rate, straight between its points; level beyond its ends. */
  private double height(double rate) {
    int after = 0;
    while (after < x.length && x[after] < rate) {
      after++;
    }
    if (after == 0 || after == x.length) {
      return y[after == 0 ? 0 : x.length - 1];
    }
    double share = (rate - x[after - 1]) / (x[after] - x[after - 1]);
    return y[after - 1] + share * (y[after] - y[after - 1]);
  }
}
