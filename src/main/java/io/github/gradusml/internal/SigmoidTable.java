package io.github.gradusml.internal;

import java.math.BigInteger;

/**
 * σ(z) − y by table: the slope of the cross-entropy behind a sigmoid, without an exponential, a
 * division, or a branch on y.
 *
 * <pre>{@code
 * σ(z) − y = (σ(zₖ) − y) + h·(c₁ + c₂·h + … + c₆·h⁵)        zₖ = k/32 nearest to z, h = z − zₖ
 * }</pre>
 *
 * <p>For |z| ≤ 16 there are 32 expansions a unit, each of eight numbers: σ(zₖ), σ(zₖ) − 1, and c₁
 * to c₆. Row by row each update waits for the slope of its row, and this takes half as long as an
 * exponential.
 *
 * <p>σ(zₖ) and σ(zₖ) − 1 are rounded from 192 binary places each, so that the slope keeps its
 * digits where it is close to 0. The coefficients are Taylor's, by the recurrence that σ′ = σ − σ²
 * gives; the seventh is divided among the others as Chebyshev's T₇ has it, which leaves 2⁻⁶⁰ of the
 * sum (C. Lanczos, Applied Analysis, 1956, on economized power series). There are additions,
 * multiplications and whole numbers alone, so that the bits are the same on every JVM.
 */
public final class SigmoidTable {
  /** From −16 to 16; beyond, an exponential is asked. */
  private static final int LAST = 16;

  private static final int EXPANSIONS_A_UNIT = 32;
  private static final double STEP = 1.0 / EXPANSIONS_A_UNIT;
  private static final int MIDDLE = LAST * EXPANSIONS_A_UNIT;
  private static final int NUMBERS = 8;

  /** Places behind the binary point, while the table is made. */
  private static final int PLACES = 192;

  /** 1.5·2⁵²: near it doubles are whole numbers, and their low bits are those of an int. */
  private static final double SHIFT = 0x1.8p52;

  private static final double[] TABLE = table();

  private SigmoidTable() {}

  /**
   * Returns σ(z) − y.
   *
   * <p>For y = 0 and y = 1 within 1.5 ulp where |z| ≤ 16, and within 2.4 ulp beyond; for a y
   * between them within 2 and 2.4 ulps of the larger of σ(z) and y.
   *
   * @param z any number
   * @param y a target, as a rule from 0 to 1
   * @return σ(z) − y; NaN for NaN
   */
  public static double sigmoidMinus(double z, double y) {
    if (!(Math.abs(z) <= LAST)) {
      return farOut(z, y);
    }
    double shifted = z * EXPANSIONS_A_UNIT + SHIFT;
    double h = z - (shifted - SHIFT) * STEP;
    int at = ((int) Double.doubleToRawLongBits(shifted) + MIDDLE) * NUMBERS;
    int one = (int) y & 1; // 1 for y = 1; what it leaves of another y is taken away below
    double[] c = TABLE;
    double h2 = h * h;
    double low = c[at + 2] + c[at + 3] * h;
    double high = (c[at + 4] + c[at + 5] * h) + h2 * (c[at + 6] + c[at + 7] * h);
    return (c[at + one] - (y - one)) + (h * low + (h * h2) * high);
  }

  /** For y = 1, σ(z) − 1 = −σ(−z) keeps its digits. */
  private static double farOut(double z, double y) {
    return y == 1 ? -ReproducibleMath.sigmoid(-z) : ReproducibleMath.sigmoid(z) - y;
  }

  private static double[] table() {
    double[] table = new double[NUMBERS * (2 * MIDDLE + 1)];
    BigInteger one = BigInteger.ONE.shiftLeft(PLACES);
    BigInteger ratio = expOfMinusStep(one);
    BigInteger power = one; // e^(−zₖ)
    for (int k = 0; k <= MIDDLE; k++) {
      BigInteger sum = one.add(power);
      double sigmoid = quotient(one, sum);
      double minusOne = -quotient(power, sum);
      double[] c = coefficients(minusOne);
      int at = (MIDDLE + k) * NUMBERS;
      int mirrored = (MIDDLE - k) * NUMBERS; // σ(−z) = 1 − σ(z)
      table[at] = sigmoid;
      table[at + 1] = minusOne;
      table[mirrored] = -minusOne;
      table[mirrored + 1] = -sigmoid;
      for (int n = 1; n <= 6; n++) {
        table[at + 1 + n] = c[n];
        table[mirrored + 1 + n] = n % 2 == 1 ? c[n] : -c[n];
      }
      power = power.multiply(ratio).shiftRight(PLACES);
    }
    return table;
  }

  /** e^(−1/32) = Σ (−1/32)ⁿ/n!. */
  private static BigInteger expOfMinusStep(BigInteger one) {
    BigInteger sum = one;
    BigInteger term = one;
    for (int n = 1; term.signum() != 0; n++) {
      term = term.divide(BigInteger.valueOf(-EXPANSIONS_A_UNIT * n));
      sum = sum.add(term);
    }
    return sum;
  }

  private static double quotient(BigInteger a, BigInteger b) {
    return Math.scalb(a.shiftLeft(PLACES).divide(b).doubleValue(), -PLACES);
  }

  /**
   * Taylor's coefficients of v = σ − 1 at a z ≥ 0, economized: v′ = −v − v², where no digit is
   * lost, as it would be in σ − σ².
   */
  private static double[] coefficients(double v) {
    double[] c = new double[NUMBERS];
    c[0] = v;
    for (int n = 0; n < 7; n++) {
      double sum = c[n];
      for (int i = 0; i <= n; i++) {
        sum += c[i] * c[n - i];
      }
      c[n + 1] = -sum / (n + 1);
    }
    // h⁷ is close to r²·7/4·h⁵ − r⁴·7/8·h³ + r⁶·7/64·h for |h| ≤ r.
    double r2 = STEP / 2 * (STEP / 2);
    c[5] += c[7] * r2 * 1.75;
    c[3] -= c[7] * r2 * r2 * 0.875;
    c[1] += c[7] * r2 * r2 * r2 * 0.109375;
    return c;
  }
}
