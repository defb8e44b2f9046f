package io.github.gradusml.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Exponentials to some 90 digits, slowly and by the textbook: what fast ones are held against. */
final class Precise {
  static final MathContext DIGITS = new MathContext(110, RoundingMode.HALF_EVEN);

  private static final int HALVINGS = 16;
  private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-120");

  private Precise() {}

  /**
   * eˣ = (Σ (x/2ᵐ)ⁿ/n!)^(2ᵐ) for |x| ≤ 2000: the series is short, and each squaring exact enough.
   */
  static BigDecimal exp(BigDecimal x) {
    BigDecimal part = x.divide(BigDecimal.valueOf(1L << HALVINGS), DIGITS);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int n = 1; term.abs().compareTo(NEGLIGIBLE) > 0; n++) {
      term = term.multiply(part, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    for (int i = 0; i < HALVINGS; i++) {
      sum = sum.multiply(sum, DIGITS);
    }
    return sum;
  }

  /**
   * How far {@code actual} is from the true value, in units in the last place of the true value.
   */
  static double ulps(double actual, BigDecimal exact) {
    BigDecimal ulp = new BigDecimal(Math.ulp(exact.doubleValue()));
    return new BigDecimal(actual).subtract(exact).abs().divide(ulp, DIGITS).doubleValue();
  }
}
