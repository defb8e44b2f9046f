package io.github.gradusml.plot;

import io.github.gradusml.plot.RangePlot.Rate;
import io.github.gradusml.rangetest.AccuracyPoint;
import io.github.gradusml.rangetest.AccuracyRangeResult;
import io.github.gradusml.rangetest.RangePoint;
import io.github.gradusml.rangetest.RangeTestResult;
import io.github.gradusml.rangetest.RateSuggestion;
import io.github.gradusml.stability.Stability;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What range tests found. */
final class RangeCurves {
  /** The same color for the same name in every picture; blue, the first, is the curve's. */
  private static final Map<String, Integer> COLORS =
      Map.of(
          "minimum/10", 1, "line search", 2, "valley", 3, "steepest", 4, "maximum", 1, "base", 2);

  private RangeCurves() {}

  static Picture of(RangeTestResult result) {
    double[] x = result.each(RangePoint::learningRate);
    requirePoints(x.length);
    List<Rate> found =
        Stream.of(result.steepest(), result.valley(), result.minimum(), result.suggestion())
            .flatMap(Optional::stream)
            .distinct()
            .map(rate -> rate(rate, result.suggestion().equals(Optional.of(rate))))
            .toList();
    return new RangePlot(
        "Learning-rate range test",
        Scale.LOG,
        "loss",
        Scale.LINEAR,
        Curve.of("loss, smoothed", x, result.each(RangePoint::smoothedLoss), 0),
        Curve.of("loss", x, result.each(RangePoint::loss), 0),
        Stream.concat(found.stream(), lowest(result)).toList(),
        limit(result.stability()));
  }

  static Picture of(AccuracyRangeResult result) {
    double[] x = result.each(AccuracyPoint::learningRate);
    requirePoints(x.length);
    List<Rate> rates =
        Stream.of(result.base(), result.maximum())
            .flatMap(Optional::stream)
            .map(rate -> rate(rate, false))
            .toList();
    return new RangePlot(
        "Learning-rate range test",
        Scale.LINEAR,
        "accuracy",
        Scale.LINEAR,
        Curve.of("accuracy", x, result.each(AccuracyPoint::accuracy), 0),
        null,
        rates,
        limit(result.stability().filter(Stability::exact)));
  }

  private static void requirePoints(int points) {
    if (points == 0) {
      throw new IllegalArgumentException(
          "result must have at least one point to be drawn, but has none: the first loss was not"
              + " finite");
    }
  }

  private static Rate rate(RateSuggestion found, boolean isSuggested) {
    Color color = Look.color(COLORS.get(found.name()));
    String label = label(found.name(), found.rate());
    return new Rate(
        isSuggested ? label + ", suggested" : label, found.rate(), color, Dot.Form.DISK);
  }

  private static Stream<Rate> lowest(RangeTestResult result) {
    return result.lowest().stream()
        .map(RangePoint::learningRate)
        .map(rate -> new Rate(label("lowest", rate), rate, Look.INK, Dot.Form.RING));
  }

  private static Rate limit(Optional<Stability> stability) {
    return stability
        .map(
            limit -> {
              String name = limit.exact() ? "largest stable rate" : "surely stable below";
              return new Rate(
                  label(name, limit.largestRate()), limit.largestRate(), Look.AXIS, null);
            })
        .orElse(null);
  }

  private static String label(String name, double rate) {
    return String.format(Locale.ROOT, "%s: %.2g", name, rate);
  }
}
