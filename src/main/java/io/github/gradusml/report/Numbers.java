package io.github.gradusml.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as a report writes them: with some digits, the same on every JVM and in every locale.
 *
 * <p>They are rounded from their exact value: what {@code String.format} rounds is the shortest
 * text of a number, which is not the same on every JDK.
 */
final class Numbers {
  /** Where there is no number. */
  static final String NONE = "-";

  private static final int DIGITS = 4;
  private static final double LARGEST_PLAIN = 1e7;
  private static final double SMALLEST_PLAIN = 1e-4;

  /** As a share of a number: so near to a whole number, it is one. */
  private static final double ROUNDING = 1e-13;

  private Numbers() {}

  /**
   * Four significant digits, and all that stand before the point; a whole number as such; an
   * exponent where there would be many zeros.
   */
  static String text(double value) {
    return text(value, DIGITS);
  }

  /** As {@link #text}, without zeros at the end of a fraction. */
  static String brief(double value) {
    String text = text(value);
    boolean isFraction = text.indexOf('.') >= 0 && text.indexOf('e') < 0;
    return isFraction ? new BigDecimal(text).stripTrailingZeros().toPlainString() : text;
  }

  /** As {@link #text}, with two digits: enough for an error. */
  static String error(double value) {
    return text(value, 2);
  }

  /** As {@link #text}, with a + before what is above 0. */
  static String signed(double value) {
    return value > 0 ? "+" + text(value) : text(value);
  }

  private static String text(double value, int digits) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "-∞";
    }
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
    if (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN) {
      return withExponent(rounded);
    }
    if (Math.abs(value - Math.rint(value)) <= ROUNDING * size) {
      return scaled(value, 0);
    }
    // Digits before the point are never rounded away.
    int before = rounded.precision() - rounded.scale();
    return scaled(value, Math.max(0, digits - before));
  }

  private static String withExponent(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    int exponent = bare.precision() - bare.scale() - 1;
    return bare.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
  }

  /** A whole number, or the sum of weights that are none. */
  static String count(double rows) {
    boolean isWhole = rows == Math.rint(rows) && rows < 1e15;
    return isWhole ? Long.toString((long) rows) : text(rows);
  }

  /** A share in percent, with one decimal. */
  static String percent(double share) {
    return Double.isFinite(share) ? scaled(100 * share, 1) + "%" : NONE;
  }

  private static String scaled(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }
}
