package io.github.gradusml.internal;

/**
 * The exponential and its relatives, with the same bits on every JVM.
 *
 * <p>{@link Math#exp} may differ in its last digit from one JVM to the next, so a training run
 * built on it could not be repeated elsewhere. Here there are only additions, multiplications,
 * divisions and exact powers of two, in one written order and without fused multiply-add; since
 * Java 17 (JEP 306) IEEE 754 leaves each of them one possible result.
 *
 * <p>Errors below are in units in the last place (ulp) of the true value, the largest found over
 * nine million or more seeded random points a function against 113-bit arithmetic.
 *
 * <p>Sources: the reduction by multiples of ln 2 in two pieces is W. J. Cody and W. Waite, <em>
 * Software Manual for the Elementary Functions</em> (1980); the arrangements of expm1, log1p and
 * tanh follow the error analysis of fdlibm (K. C. Ng, Sun Microsystems, 1993); the coefficients
 * were computed for this class by the exchange algorithm of E. Remez (1934) in 400-bit arithmetic
 * and then rounded. The two polynomials are evaluated in G. Estrin's (1960) order, which lets a
 * processor work on several terms at once.
 */
public final class ReproducibleMath {
  private static final double LOG2_E = 1.4426950408889634;

  /** The first 42 bits of ln 2, so that {@code k * LN2_HIGH} is exact for every exponent k. */
  private static final double LN2_HIGH = 0x1.62e42fefa3800p-1;

  private static final double LN2_LOW = 0x1.ef35793c76730p-45;

  /**
   * 1.5·2⁵² + 1023. Near it doubles are whole numbers, so adding it rounds to the nearest one; and
   * the low bits of the sum are then k + 1023, which is how 2ᵏ writes its exponent.
   */
  private static final double SHIFT = 0x1.8p52 + 1023;

  /** Up to here 2ᵏ and the result are normal numbers: no overflow and no subnormals. */
  private static final double PLAIN_RANGE = 708;

  private static final double LARGEST_WITH_FINITE_EXP = 0x1.62e42fefa39efp9;
  private static final double SMALLEST_WITH_NONZERO_EXP = -0x1.74910d52d3051p9;

  /** Below it x²/2 is less than half an ulp of x: expm1, log1p and tanh are then x itself. */
  private static final double TINY = 0x1p-54;

  private static final long SQRT_HALF_BITS = Double.doubleToRawLongBits(0x1.6a09e667f3bcdp-1);

  private ReproducibleMath() {}

  /**
   * Returns eˣ, within 0.71 ulp (1 ulp where the result is subnormal).
   *
   * <pre>{@code x = k·ln 2 + r, |r| ≤ ln 2 / 2        eˣ = 2ᵏ·eʳ}</pre>
   *
   * <p>The remainder is kept in two pieces, {@code r = high − low}, of which high is exact.
   *
   * @param x any number
   * @return eˣ; 0 at −∞ and below −745.14, ∞ above 709.79, NaN for NaN
   */
  public static double exp(double x) {
    if (!(Math.abs(x) <= PLAIN_RANGE)) {
      return expNearTheLimits(x);
    }
    double shifted = x * LOG2_E + SHIFT;
    double k = shifted - SHIFT;
    double power = Double.longBitsToDouble(Double.doubleToRawLongBits(shifted) << 52); // 2ᵏ
    return power * expOfRemainder(x - k * LN2_HIGH, k * LN2_LOW);
  }

  /** Returns eˣ where 2ᵏ or the result may leave the normal numbers: scaled in two steps. */
  private static double expNearTheLimits(double x) {
    if (x > LARGEST_WITH_FINITE_EXP) {
      return Double.POSITIVE_INFINITY;
    }
    if (x < SMALLEST_WITH_NONZERO_EXP) {
      return 0;
    }
    int k = (int) Math.rint(x * LOG2_E);
    int half = k / 2;
    // Two normal powers, and the last product alone is rounded: scalb is not exact everywhere.
    return expOfRemainder(x - k * LN2_HIGH, k * LN2_LOW) * powerOf2(half) * powerOf2(k - half);
  }

  private static double powerOf2(int k) {
    return Double.longBitsToDouble((k + 1023L) << 52);
  }

  /** Returns e^(high − low); what rounding 1 + high loses is put back with the small terms. */
  private static double expOfRemainder(double high, double low) {
    double first = 1 + high;
    double lost = (1 - first) + high;
    return first + expTail(high - low, lost - low);
  }

  /**
   * Returns eʳ − 1 − r + rest for |r| ≤ ln 2 / 2, where rest is a correction far smaller than r.
   *
   * <p>The polynomial's relative error in eʳ is below 2⁻⁶⁰; its coefficients are close to 1/n!.
   */
  private static double expTail(double r, double rest) {
    double r2 = r * r;
    double r4 = r2 * r2;
    double r6 = r4 * r2;
    double c2 = 0.5 + 0.16666666666666688 * r;
    double c4 = 0.041666666666666845 + 0.008333333333312985 * r;
    double c6 = 0.0013888888888757233 + 0.0001984126990618608 * r;
    double c8 = 2.4801587629664087e-05 + 2.7557225312243073e-06 * r;
    double c10 = 2.7556978989253286e-07 + 2.5115277650824557e-08 * r;
    double c12 = 2.1014241982131183e-09;
    return (r2 * (c2 + r2 * c4) + r6 * (c6 + r2 * c8)) + ((r6 * r4) * (c10 + r2 * c12) + rest);
  }

  /**
   * Returns eˣ − 1 within 1.4 ulp, without the cancellation that {@code exp(x) - 1} has near 0.
   *
   * <pre>{@code eˣ − 1 = (2ᵏ − 1) + 2ᵏ·(eʳ − 1)}</pre>
   *
   * @param x any number
   * @return eˣ − 1; −1 at −∞, ∞ above 709.79, x itself (with its sign) near 0, NaN for NaN
   */
  public static double expm1(double x) {
    if (Math.abs(x) < TINY) {
      return x;
    }
    if (x < -40) {
      return -1;
    }
    if (x > 40) {
      return exp(x); // the 1 is less than 1/16 ulp
    }
    double shifted = x * LOG2_E + SHIFT;
    double k = shifted - SHIFT;
    double high = x - k * LN2_HIGH;
    double low = k * LN2_LOW;
    double power = Double.longBitsToDouble(Double.doubleToRawLongBits(shifted) << 52); // 2ᵏ
    double sum = (power - 1) + power * high;
    double lost = ((power - 1) - sum) + power * high;
    return sum + (power * expTail(high - low, -low) + lost);
  }

  /**
   * Returns eˣ − 1 − x within 8 ulp, without the cancellation of the three terms near 0.
   *
   * @param x any number
   * @return eˣ − 1 − x, nowhere negative; ∞ at ±∞ and above 709.79, NaN for NaN
   */
  public static double expm1mx(double x) {
    if (x > 50) {
      return exp(x); // 1 + x is less than 1/16 ulp
    }
    return Math.abs(x) < 0.34 ? expTail(x, 0) : expm1(x) - x;
  }

  /**
   * Returns ln(1 + x) within 0.9 ulp, also where 1 + x rounds to 1.
   *
   * <pre>{@code 1 + x = u + c (exactly),  u = 2ᵏ·(1 + f),  s = f / (2 + f)
   * ln(1 + x) = k·ln 2 + 2·artanh(s) + c/u,      √½ ≤ 1 + f < √2}</pre>
   *
   * @param x a number, at least −1
   * @return ln(1 + x); −∞ at −1, NaN below −1 and for NaN, x itself (with its sign) near 0
   */
  public static double log1p(double x) {
    if (!(x > -1 && x < Double.POSITIVE_INFINITY)) {
      return x == -1 ? Double.NEGATIVE_INFINITY : x < -1 ? Double.NaN : x;
    }
    if (Math.abs(x) < TINY) {
      return x;
    }
    double u = 1 + x;
    double xPart = u - 1;
    double c = (1 - (u - xPart)) + (x - xPart); // Knuth's TwoSum: what the sum lost
    long bits = Double.doubleToRawLongBits(u);
    long exponent = (bits - SQRT_HALF_BITS) >> 52;
    double k = exponent;
    double f = Double.longBitsToDouble(bits - (exponent << 52)) - 1;
    double s = f / (2 + f);
    double half = 0.5 * (f * f);
    double small = k * LN2_LOW + c / u;
    return k * LN2_HIGH + (f - (half - (s * (half + artanhTail(s * s)) + small)));
  }

  /**
   * Returns 2·artanh(s)/s − 2 for z = s², |s| ≤ 3 − 2√2.
   *
   * <p>The polynomial's error is below 2⁻⁵⁸ of the logarithm; its coefficients are close to 2/3,
   * 2/5, 2/7 …
   */
  private static double artanhTail(double z) {
    double z2 = z * z;
    double c0 = 0.6666666666666734 + 0.3999999999941468 * z;
    double c2 = 0.28571428742387506 + 0.22222198573194615 * z;
    double c4 = 0.18183564325667692 + 0.153140505622397 * z;
    double c6 = 0.14795949610702352;
    return z * ((c0 + z2 * c2) + (z2 * z2) * (c4 + z2 * c6));
  }

  /**
   * Returns the hyperbolic tangent, within 1.8 ulp.
   *
   * <pre>{@code tanh |x| = t / (t + 2) = 1 − 2 / (t + 2),      t = e^(2|x|) − 1}</pre>
   *
   * @param x any number
   * @return tanh x; ±1 from |x| = 20 on, −0.0 at −0.0, NaN for NaN
   */
  public static double tanh(double x) {
    double a = Math.abs(x);
    if (a > 20) {
      return Math.copySign(1, x);
    }
    double h = 0.5 * expm1(2 * a);
    return Math.copySign(a < 0.55 ? h - h * h / (1 + h) : 1 - 1 / (1 + h), x);
  }

  /**
   * Returns the logistic sigmoid, within 2.4 ulp.
   *
   * <pre>{@code σ(z) = 1 / (1 + e⁻ᶻ)}</pre>
   *
   * <p>Where e⁻ᶻ would overflow, the 1 has long been lost beside it and σ(z) = eᶻ.
   *
   * @param z any number
   * @return σ(z) in [0, 1]; 0.5 at 0, NaN for NaN
   */
  public static double sigmoid(double z) {
    return z > -37 ? 1 / (1 + exp(-z)) : exp(z);
  }

  /**
   * Returns the softplus ln(1 + eᶻ), within 1.6 ulp: the cross-entropy of a target 0 on the net
   * input z.
   *
   * <pre>{@code ln(1 + eᶻ) = max(z, 0) + ln(1 + e^(−|z|))}</pre>
   *
   * @param z any number
   * @return ln(1 + eᶻ) ≥ 0, which nowhere overflows for a finite z; NaN for NaN
   */
  public static double softplus(double z) {
    return Math.max(z, 0) + log1p(exp(-Math.abs(z)));
  }
}
