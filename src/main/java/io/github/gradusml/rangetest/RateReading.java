package io.github.gradusml.rangetest;

import static io.github.gradusml.internal.Texts.number;

import io.github.gradusml.internal.Range;
import java.util.Optional;

/** Makes suggestions of the points read from a curve. */
final class RateReading {
  private static final double DIVISOR = 10;

  private final CurveReading curve;
  private final Range range;
  private final StabilityLimit limit;

  RateReading(CurveReading curve, Range range, StabilityLimit limit) {
    this.curve = curve;
    this.range = range;
    this.limit = limit;
  }

  /** The point of which {@link #minimum} is a tenth; empty where there is none. */
  Optional<RangePoint> lowest() {
    return minimum().suggestion().map(found -> curve.bottom());
  }

  Found minimum() {
    if (curve.flaw().isPresent()) {
      return Found.nothing(curve.flaw().get());
    }
    if (!curve.hasBottom()) {
      return Found.nothing(
          "the loss had not risen again at the largest rate, "
              + number(range.to())
              + ": go on to larger ones");
    }
    RangePoint bottom = curve.bottom();
    double rate = bottom.learningRate() / DIVISOR;
    String how =
        "a tenth of "
            + number(bottom.learningRate())
            + ", where the smoothed loss was lowest ("
            + number(bottom.smoothedLoss())
            + ")";
    if (rate >= limit.rate()) {
      rate = limit.rate() / 2;
      how = "half the largest stable rate, " + number(limit.rate()) + ", beyond which lies " + how;
    }
    String caution =
        "no training was tried with it, and which rate is best depends on the number of epochs";
    if (rate < range.from()) {
      caution += "; it lies below the smallest rate of the test, " + number(range.from());
    }
    return Found.of(RateSuggestion.unconfirmed("minimum/10", rate, how, caution));
  }

  Found steepest() {
    if (curve.flaw().isPresent()) {
      return Found.nothing(curve.flaw().get());
    }
    return curve
        .steepest()
        .map(
            point ->
                Found.of(
                    RateSuggestion.unconfirmed(
                        "steepest",
                        point.learningRate(),
                        "where the smoothed loss fell fastest, at " + number(point.smoothedLoss()),
                        "small batches make it read noise, and large ones put it where the first"
                            + " steps are taken, far below the best rate"
                            + limit.caution(point.learningRate()))))
        .orElseGet(
            () -> Found.nothing("too few points lie before the loss was lowest: try more rates"));
  }

  Found valley() {
    if (curve.flaw().isPresent()) {
      return Found.nothing(curve.flaw().get());
    }
    RangePoint point = curve.valley();
    return Found.of(
        RateSuggestion.unconfirmed(
            "valley",
            point.learningRate(),
            "the middle of the longest run of ever lower smoothed losses",
            "it depends on where the test begins" + limit.caution(point.learningRate())));
  }
}
