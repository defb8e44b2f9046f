package io.github.gradusml.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers for a page that somebody reads: with some digits, the same on every JVM and in every
 * locale.
 *
 * <p>They are rounded from their exact value: what {@code String.format} rounds is the shortest
 * text of a number, which is not the same on every JDK.
 */
public final class ReadableNumbers {
  /** Where there is no number. */
  public static final String NONE = "-";

  private static final double LARGEST_PLAIN = 1e7;
  private static final double SMALLEST_PLAIN = 1e-4;

  /** As a share of a number: so near to a whole number, it is one. */
  private static final double ROUNDING = 1e-13;

  private ReadableNumbers() {}

  /**
   * Writes a number with some significant digits, and all that stand before the point; a whole
   * number as such; with an exponent where there would be many zeros.
   *
   * @param value the number
   * @param digits how many
   * @return for instance {@code 0.08300} or {@code 1.2e-7}
   */
  public static String text(double value, int digits) {
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

  /**
   * Writes a number as {@link #text}, without zeros at the end of a fraction.
   *
   * @param value the number
   * @param digits how many
   * @return for instance {@code 0.083}
   */
  public static String brief(double value, int digits) {
    String text = text(value, digits);
    boolean isFraction = text.indexOf('.') >= 0 && text.indexOf('e') < 0;
    return isFraction ? new BigDecimal(text).stripTrailingZeros().toPlainString() : text;
  }

  private static String withExponent(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    int exponent = bare.precision() - bare.scale() - 1;
    return bare.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
  }

  /**
   * Writes a number with some decimals.
   *
   * @param value the number; finite
   * @param decimals how many
   * @return for instance {@code 0.50}
   */
  public static String scaled(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }
}
