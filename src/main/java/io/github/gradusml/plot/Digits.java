package io.github.gradusml.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** A number as a reader writes it: 0.0830, 455, 1.5·10⁻⁵. */
final class Digits {
  private static final MathContext THREE = new MathContext(3);
  private static final int MOST_ZEROS = 4;
  private static final int MOST_PLACES = 6;

  private Digits() {}

  /** Three significant digits, for numbers that stand beside others: 0.0830. */
  static String three(double value) {
    if (!Double.isFinite(value)) {
      return infinite(value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(THREE);
    int missing = Math.max(0, THREE.getPrecision() - rounded.precision());
    return text(rounded.setScale(rounded.scale() + missing));
  }

  /** At most three significant digits, of whole numbers all: 0.083, 1234. */
  static String few(double value) {
    if (!Double.isFinite(value)) {
      return infinite(value);
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < Math.pow(10, MOST_PLACES);
    BigDecimal exact = BigDecimal.valueOf(value);
    return text((whole ? exact : exact.round(THREE)).stripTrailingZeros());
  }

  /** A share in percent, whole ones between 10% and 99%; only what is all is 100%. */
  static String percent(double share) {
    double percent = 100 * share;
    if (percent > 99.9 && share < 1) {
      return "> 99.9%";
    }
    if (share > 0 && percent < 0.1) {
      return "< 0.1%";
    }
    boolean fine = percent < 9.95 || percent > 99 && share < 1;
    return String.format(Locale.ROOT, fine ? "%.1f%%" : "%.0f%%", percent).replace(".0%", "%");
  }

  private static String infinite(double value) {
    return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
  }

  private static String text(BigDecimal value) {
    int exponent = value.precision() - value.scale() - 1;
    if (value.signum() == 0 || exponent >= -MOST_ZEROS && exponent < MOST_PLACES) {
      return value.toPlainString().replace('-', '−');
    }
    String factor = value.movePointLeft(exponent).toPlainString().replace('-', '−');
    return (factor.equals("1") ? "" : factor + "·") + Ticks.power(exponent);
  }
}
