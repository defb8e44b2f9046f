package io.github.gradusml.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;

/**
 * Numbers from one to another, laid out evenly or evenly by factor.
 *
 * <pre>{@code
 * even:       at(u) = from + u·(to − from)
 * by factor:  at(u) = from·(to/from)^u        0 ≤ u ≤ 1
 * }</pre>
 *
 * <p>Every number is rounded to 12 significant digits: a tenth is then 0.1 and not
 * 0.10000000000000002, and a power that differs by its last bit between two JVMs is the same number
 * on both.
 *
 * @param from the smallest
 * @param to the largest
 * @param logarithmic whether they are laid out by factor
 */
public record Range(double from, double to, boolean logarithmic) {
  private static final MathContext DIGITS = new MathContext(12);

  /**
   * Returns a range with such ends as a caller may ask for.
   *
   * @param from the smallest
   * @param to the largest
   * @param logarithmic whether they are laid out by factor
   * @return the range
   */
  public static Range checked(double from, double to, boolean logarithmic) {
    if (logarithmic) {
      Checks.positive("from", from);
    } else {
      Checks.finite("from", from);
    }
    if (!(Checks.finite("to", to) > from)) {
      throw new IllegalArgumentException("to must be above from, " + from + ", but was " + to);
    }
    return new Range(from, to, logarithmic);
  }

  public double at(double share) {
    if (share <= 0) {
      return from;
    }
    if (share >= 1) {
      return to;
    }
    double value = logarithmic ? byFactor(share) : (1 - share) * from + share * to;
    if (Double.isInfinite(value)) {
      return to; // beyond the largest number by a rounding
    }
    double rounded = new BigDecimal(value).round(DIGITS).doubleValue();
    return Math.min(to, Math.max(from, rounded));
  }

  private double byFactor(double share) {
    double factor = to / from;
    return Double.isInfinite(factor)
        ? FastMath.exp(FastMath.log(from) + share * (FastMath.log(to) - FastMath.log(from)))
        : from * FastMath.pow(factor, share);
  }

  /** The inverse of {@link #at}, up to rounding. */
  public double position(double value) {
    if (!logarithmic) {
      return (value / 2 - from / 2) / (to / 2 - from / 2); // halves, or the largest would overflow
    }
    return Double.isInfinite(to / from)
        ? (FastMath.log(value) - FastMath.log(from)) / (FastMath.log(to) - FastMath.log(from))
        : FastMath.log(value / from) / FastMath.log(to / from);
  }

  /** Numbers from the first to the last; fewer where the range has not as many of 12 digits. */
  public List<Double> spread(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> at((double) i / (count - 1)))
        .distinct()
        .toList();
  }

  /**
   * The part of this range around a number, a given share of its length to either side. Its two
   * ends are one where no number of 12 digits lies between.
   */
  public Range around(double value, double share) {
    double position = position(value);
    return new Range(at(position - share), at(position + share), logarithmic);
  }
}
