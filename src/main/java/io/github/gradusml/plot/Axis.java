package io.github.gradusml.plot;

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

  /** XChart rounds marks to ten decimals, and never ends where they are closer together. */
  private static final double SHORTEST = 1e-7;

  /** An axis that ends exactly where the numbers do. */
  static Axis tight(String label, Scale scale, DoubleStream numbers) {
    double[] shown = numbers.filter(scale::shows).toArray();
    if (shown.length == 0) {
      throw new IllegalArgumentException(
          scale == Scale.LOG
              ? label + " must be > 0 somewhere for a logarithmic scale, but is so nowhere"
              : label + " must be finite somewhere to be drawn, but is so nowhere");
    }
    double low = Arrays.stream(shown).min().orElseThrow();
    double high = Arrays.stream(shown).max().orElseThrow();
    Axis axis = new Axis(label, scale, low, high);
    return switch (scale) {
      case LOG -> high < 10 * low ? axis.rounded() : axis;
      case COUNT -> new Axis(label, scale, Math.min(0, low), Math.max(high, Math.min(0, low) + 1));
      case LINEAR -> axis.notTooShort();
    };
  }

  private Axis notTooShort() {
    double size = Math.max(Math.abs(low), Math.abs(high));
    if (high - low >= Math.max(SHORTEST, 1e-9 * size)) {
      return this;
    }
    double room = size == 0 ? 1 : Math.max(SHORTEST, 0.1 * size);
    return new Axis(label, scale, low - room, high + room);
  }

  /** The same logarithmic axis from a round number to another. */
  private Axis rounded() {
    double from = roundDown(low);
    double to = roundUp(high);
    return new Axis(label, scale, from, from < to ? to : 10 * from);
  }

  /** An axis for the height of lines: with room beyond them, and from 0 if that is not far. */
  static Axis ofHeights(String label, Scale scale, DoubleStream numbers) {
    Axis tight = tight(label, scale, numbers);
    if (scale == Scale.LOG) {
      return tight.rounded();
    }
    boolean fromZero = tight.low > 0 && tight.low < 0.5 * tight.high;
    return fromZero ? new Axis(label, scale, 0, 1.05 * tight.high) : tight.widened(0.05);
  }

  /** The same axis with more room at both ends, as a share of its length. */
  Axis widened(double share) {
    double room = share * (high - low);
    return new Axis(label, scale, low - room, high + room);
  }

  /**
   * The same axis with so much room at both ends, as a share of its length, that marks of points
   * there are seen whole; numbers that are counted still begin at 0.
   */
  Axis withRoom(double share) {
    return new Axis(label, scale, scale == Scale.COUNT ? low : value(-share), value(1 + share));
  }

  /** The largest of 1, 2, 5 times a power of ten that is not above a number. */
  private static double roundDown(double value) {
    double decade = Math.pow(10, Math.floor(Math.log10(value)));
    return Arrays.stream(ROUND).map(d -> d * decade).filter(r -> r <= value).max().orElse(decade);
  }

  /** The smallest of 1, 2, 5 times a power of ten that is not below a number. */
  static double roundUp(double value) {
    double decade = Math.pow(10, Math.floor(Math.log10(value)));
    return Arrays.stream(ROUND)
        .map(d -> d * decade)
        .filter(r -> r >= value)
        .min()
        .orElse(20 * decade);
  }

  /** Where a number lies: 0 at the low end, 1 at the high end. */
  double position(double value) {
    return scale == Scale.LOG
        ? Math.log(value / low) / Math.log(high / low)
        : (value - low) / (high - low);
  }

  /** The number at a place: the inverse of {@link #position}. */
  double value(double position) {
    return scale == Scale.LOG
        ? low * Math.pow(high / low, position)
        : low + position * (high - low);
  }

  /**
   * The number at the left or lower edge of the plot. XChart leaves out a mark that lies at an
   * edge, or on a logarithmic axis less than a pixel from it, so the edge is a hair beyond the end.
   */
  double lowEdge() {
    return value(-hair());
  }

  /** The number at the right or upper edge of the plot. */
  double highEdge() {
    return value(1 + hair());
  }

  private double hair() {
    return scale == Scale.LOG ? 0.0026 : 1e-6;
  }
}
