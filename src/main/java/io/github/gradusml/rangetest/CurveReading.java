package io.github.gradusml.rangetest;

import static io.github.gradusml.internal.Texts.number;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;

/**
 * What the curve of a range test tells: the points at which rates are read, or why there are none.
 *
 * <p>A fall or rise counts if it is larger than a thousandth of the loss, and than four standard
 * errors of the difference between two averages, the first and the lowest:
 *
 * <pre>{@code
 * σ·√(v(first) + v(lowest))        σ² = ½·mean of (lossᵢ₊₁ − lossᵢ)²
 * v(i) = (1 − β)/(1 + β)·(1 + βⁱ⁺¹)/(1 − βⁱ⁺¹)
 * }</pre>
 *
 * <p>Of curves that are nothing but noise, fewer than one in a hundred then seem to fall; the
 * lowest of many is sought, and two or three standard errors would not do.
 */
final class CurveReading {
  private static final int LEAST_POINTS = 10;
  private static final double LEAST_CHANGE = 1e-3;
  private static final double STANDARD_ERRORS = 4;

  /** The slope at a point is that over such a factor of the rate. */
  private static final double SLOPE_FACTOR = 2;

  private final List<RangePoint> points;
  private final RangeTestEnd end;
  private final int first;
  private final int lowest;
  private final double noise;

  /**
   * @param warmUp how many points come before the average is to be relied on
   * @param smoothing β
   */
  CurveReading(List<RangePoint> points, RangeTestEnd end, int warmUp, double smoothing) {
    this.points = List.copyOf(points);
    this.end = end;
    this.first = warmUp;
    this.lowest = lowest();
    double variance = variance(smoothing, first) + variance(smoothing, lowest);
    this.noise = STANDARD_ERRORS * deviation() * Math.sqrt(variance);
  }

  /** Of the average at a point, where that of single losses is 1. */
  private static double variance(double beta, int i) {
    double left = FastMath.pow(beta, i + 1.0);
    return (1 - beta) / (1 + beta) * (1 + left) / (1 - left);
  }

  private int lowest() {
    int index = first;
    for (int i = first; i < points.size(); i++) {
      index = smoothed(i) < smoothed(index) ? i : index;
    }
    return index;
  }

  /** Of single losses, up to the lowest. */
  private double deviation() {
    double sum = 0;
    for (int i = first; i < Math.min(lowest, points.size()); i++) {
      double change = points.get(i + 1).loss() - points.get(i).loss();
      sum += change * change;
    }
    return lowest > first ? Math.sqrt(sum / (lowest - first) / 2) : 0;
  }

  private double smoothed(int i) {
    return points.get(i).smoothedLoss();
  }

  private double rate(int i) {
    return points.get(i).learningRate();
  }

  List<RangePoint> points() {
    return points;
  }

  RangeTestEnd end() {
    return end;
  }

  /** Why nothing at all can be read; empty where something can. */
  Optional<String> flaw() {
    if (points.size() < first + LEAST_POINTS) {
      return Optional.of(
          "too few points: the test ended after "
              + points.size()
              + ", with the loss "
              + (end == RangeTestEnd.RATES_DONE ? "still finite" : "exploding")
              + "; begin with a smaller rate, or try more rates");
    }
    double fall = smoothed(first) - smoothed(lowest);
    if (isSignificant(fall)) {
      return Optional.empty();
    }
    return Optional.of(
        end == RangeTestEnd.RATES_DONE && !isSignificant(highest() - smoothed(lowest))
            ? "the curve is flat: the loss stayed at "
                + number(smoothed(first))
                + "; go on to larger rates, if the model can learn at all"
            : "the loss never fell by more than its noise: begin with a smaller rate, try more"
                + " rates, or let all rows be measured");
  }

  private boolean isSignificant(double change) {
    return change > noise && change > LEAST_CHANGE * Math.abs(smoothed(first));
  }

  /** After the lowest. */
  private double highest() {
    double highest = smoothed(lowest);
    for (int i = lowest; i < points.size(); i++) {
      highest = Math.max(highest, smoothed(i));
    }
    return highest;
  }

  /** Whether the loss rose again after it had been lowest. */
  boolean hasBottom() {
    return end != RangeTestEnd.RATES_DONE || isSignificant(highest() - smoothed(lowest));
  }

  RangePoint bottom() {
    return points.get(lowest);
  }

  /**
   * Where the smoothed loss falls fastest against the logarithm of the rate, before it is lowest;
   * empty where too few points lie there.
   */
  Optional<RangePoint> steepest() {
    int half = Math.max(1, pointsPerFactor() / 2);
    int steepest = -1;
    double slope = 0;
    for (int i = first + half; i + half <= lowest; i++) {
      double change = smoothed(i + half) - smoothed(i - half);
      if (change < slope) {
        slope = change;
        steepest = i;
      }
    }
    return steepest < 0 ? Optional.empty() : Optional.of(points.get(steepest));
  }

  private int pointsPerFactor() {
    int last = first;
    while (last < points.size() - 1 && rate(last) < SLOPE_FACTOR * rate(first)) {
      last++;
    }
    return last - first;
  }

  /** The middle of the longest falling subsequence of the smoothed losses. */
  RangePoint valley() {
    int n = points.size();
    int[] length = new int[n];
    int[] start = new int[n];
    int last = first;
    for (int i = first; i < n; i++) {
      length[i] = 1;
      start[i] = i;
      for (int j = first; j < i; j++) {
        if (smoothed(i) < smoothed(j) && length[i] < length[j] + 1) {
          length[i] = length[j] + 1;
          start[i] = start[j];
        }
      }
      last = length[i] > length[last] ? i : last;
    }
    return points.get((start[last] + last) / 2);
  }
}
