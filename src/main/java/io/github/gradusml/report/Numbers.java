package io.github.gradusml.report;

import io.github.gradusml.internal.ReadableNumbers;

/** Numbers as a report writes them: {@link ReadableNumbers} with four digits. */
final class Numbers {
  /** Where there is no number. */
  static final String NONE = ReadableNumbers.NONE;

  private static final int DIGITS = 4;

  private Numbers() {}

  /**
   * Four significant digits, and all that stand before the point; a whole number as such; an
   * exponent where there would be many zeros.
   */
  static String text(double value) {
    return ReadableNumbers.text(value, DIGITS);
  }

  /** As {@link #text}, without zeros at the end of a fraction. */
  static String brief(double value) {
    return ReadableNumbers.brief(value, DIGITS);
  }

  /** As {@link #text}, with two digits: enough for an error. */
  static String error(double value) {
    return ReadableNumbers.text(value, 2);
  }

  /** As {@link #text}, with a + before what is above 0. */
  static String signed(double value) {
    return value > 0 ? "+" + text(value) : text(value);
  }

  /** A whole number, or the sum of weights that are none. */
  static String count(double rows) {
    boolean isWhole = rows == Math.rint(rows) && rows < 1e15;
    return isWhole ? Long.toString((long) rows) : text(rows);
  }

  /** A share in percent, with one decimal. */
  static String percent(double share) {
    return Double.isFinite(share) ? ReadableNumbers.scaled(100 * share, 1) + "%" : NONE;
  }
}
