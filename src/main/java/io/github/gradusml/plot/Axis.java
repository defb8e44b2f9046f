package io.github.gradusml.plot;

import io.github.gradusml.internal.Texts;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * One axis of a chart: its label, and which numbers it reaches from and to.
 *
 * @param label what the numbers are, with their unit
 * @param scale how they are laid out
 * @param low the number at the left or lower end
 * @param high the number at the right or upper end; above {@code low}
 */
record Axis(String label, Scale scale, double low, double high) {
  private static final double[] ROUND = {1, 2, 5, 10};

  /** Numbers nearer to each other than that, as a share of their size, have no marks between. */
  private static final double SHORTEST = 1e-9;

  /** An axis that ends exactly where the numbers do. */
  static Axis tight(String label, Scale scale, DoubleStream numbers) {
    double[] ends = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    numbers
        .filter(scale::shows)
        .forEach(
            number -> {
              ends[0] = Math.min(ends[0], number);
              ends[1] = Math.max(ends[1], number);
            });
    if (ends[0] > ends[1]) {
      throw new IllegalArgumentException(
          scale == Scale.LOG
              ? Texts.brief(label)
                  + " must be > 0 somewhere for a logarithmic scale, but is so nowhere"
              : Texts.brief(label) + " must be finite somewhere to be drawn, but is so nowhere");
    }
    Axis axis = new Axis(label, scale, ends[0], ends[1]);
    return switch (scale) {
      case LOG -> axis.high / 10 < axis.low ? axis.rounded() : axis;
      case COUNT -> axis.fromZero().notTooShort();
      case LINEAR -> axis.notTooShort();
    };
  }

  private Axis fromZero() {
    double from = Math.min(0, low);
    return new Axis(label, scale, from, Math.max(high, from + 1));
  }

  /** Whether its ends are so near to each other that nothing could be marked between. */
  boolean isTooShort() {
    double size = Math.max(Math.abs(low), Math.abs(high));
    return low == high || 0.5 * high - 0.5 * low < 0.5 * SHORTEST * size;
  }

  private Axis notTooShort() {
    if (!isTooShort()) {
      return this;
    }
    double size = Math.max(Math.abs(low), Math.abs(high));
    double room = size == 0 ? 1 : Math.max(Double.MIN_VALUE, 0.1 * size);
    return reaching(low - room, high + room);
  }

  /** The same axis with other ends, as far as there are numbers. */
  private Axis reaching(double from, double to) {
    double least = scale == Scale.LOG ? Double.MIN_VALUE : -Double.MAX_VALUE;
    return new Axis(label, scale, Math.max(least, from), Math.min(Double.MAX_VALUE, to));
  }

  /** The same logarithmic axis from a round number to another. */
  private Axis rounded() {
    double from = roundDown(low);
    double to = roundUp(high);
    return from < to ? reaching(from, to) : reaching(from, 10 * from);
  }

  /** An axis for the height of lines: with room beyond them, and from 0 if that is not far. */
  static Axis ofHeights(String label, Scale scale, DoubleStream numbers) {
    Axis tight = tight(label, scale, numbers);
    if (scale == Scale.LOG) {
      return tight.rounded();
    }
    boolean fromZero = tight.low > 0 && tight.low < 0.5 * tight.high;
    return fromZero ? tight.reaching(0, 1.05 * tight.high) : tight.widened(0.05);
  }

  /** The same axis with more room at both ends, as a share of its length. */
  Axis widened(double share) {
    return reaching(value(-share), value(1 + share));
  }

  /**
   * The same axis with so much room at both ends, as a share of its length, that marks of points
   * there are seen whole; numbers that are counted still begin at 0.
   */
  Axis withRoom(double share) {
    return scale == Scale.COUNT ? reaching(low, value(1 + share)) : widened(share);
  }

  /** The largest of 1, 2, 5 times a power of ten that is not above a number. */
  private static double roundDown(double value) {
    return round(value).filter(r -> r > 0 && r <= value).max().orElse(value);
  }

  /** The smallest of 1, 2, 5 times a power of ten that is not below a number. */
  static double roundUp(double value) {
    return round(value).filter(r -> r >= value).min().orElse(value);
  }

  private static DoubleStream round(double value) {
    double decade = StrictMath.pow(10, Math.floor(StrictMath.log10(value)));
    return Arrays.stream(ROUND).map(digit -> digit * decade);
  }

  /** Where a number lies: 0 at the low end, 1 at the high end. */
  double position(double value) {
    if (scale == Scale.LOG) {
      double from = StrictMath.log(low);
      return (StrictMath.log(value) - from) / (StrictMath.log(high) - from);
    }
    double length = high - low;
    return length <= Double.MAX_VALUE
        ? (value - low) / length
        : (value / 2 - low / 2) / (high / 2 - low / 2);
  }

  /** The number at a place: the inverse of {@link #position}. */
  double value(double position) {
    if (scale == Scale.LOG) {
      double from = StrictMath.log(low);
      return StrictMath.exp(from + position * (StrictMath.log(high) - from));
    }
    return (1 - position) * low + position * high;
  }

  /** Whether a number lies on the axis, or less than a rounding beyond its end. */
  boolean holds(double value) {
    return scale.shows(value) && Math.abs(position(value) - 0.5) <= 0.5 + SHORTEST;
  }
}
