package io.github.gradusml.internal;

import java.util.Locale;

/** Numbers in messages. */
public final class Texts {
  private Texts() {}

  /**
   * Writes a number with three significant digits.
   *
   * @param value the number
   * @return for instance {@code 0.0830} or {@code 1.23e+09}
   */
  public static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }

  /**
   * Writes a share in percent.
   *
   * @param share the share
   * @return for instance {@code 2.5%} or {@code 40%}
   */
  public static String percent(double share) {
    return String.format(Locale.ROOT, share < 0.1 ? "%.1f%%" : "%.0f%%", 100 * share);
  }
}
