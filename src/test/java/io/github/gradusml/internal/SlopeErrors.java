package io.github.gradusml.internal;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;

/**
 * The largest errors of {@link SigmoidTable}, over millions of points.
 *
 * <p>What it is held to is computed with pairs of numbers, to some thirty digits: e⁻ᶻ from {@link
 * Precise} at multiples of 1/32 and Taylor's series between them, then 1/(1 + e⁻ᶻ) or −e⁻ᶻ/(1 +
 * e⁻ᶻ). (T. J. Dekker, A floating-point technique for extending the available precision, Numerische
 * Mathematik 18, 1971, doi:10.1007/BF01397083.)
 */
final class SlopeErrors {
  private static final int MIDDLE = 16 * 32;
  private static final Pair ONE = new Pair(1, 0);
  private static final Pair[] POWERS = new Pair[2 * MIDDLE + 1];

  static {
    for (int k = -MIDDLE; k <= MIDDLE; k++) {
      POWERS[MIDDLE + k] = Pair.of(Precise.exp(new BigDecimal(-k / 32.0)));
    }
  }

  /** A number as the sum of two doubles, the second less than half an ulp of the first. */
  record Pair(double high, double low) {
    static Pair of(BigDecimal value) {
      double high = value.doubleValue();
      return new Pair(high, value.subtract(new BigDecimal(high)).doubleValue());
    }

    private static Pair sum(double a, double b) {
      double sum = a + b;
      double part = sum - a;
      return new Pair(sum, (a - (sum - part)) + (b - part));
    }

    Pair plus(Pair other) {
      Pair sum = sum(high, other.high);
      return sum(sum.high, sum.low + (low + other.low));
    }

    Pair times(Pair other) {
      double product = high * other.high;
      double rest = Math.fma(high, other.high, -product);
      return sum(product, rest + (high * other.low + low * other.high));
    }

    Pair over(Pair other) {
      double first = high / other.high;
      Pair rest = plus(other.times(new Pair(-first, 0)));
      return sum(first, (rest.high + rest.low) / other.high);
    }
  }

  private SlopeErrors() {}

  /** σ(z) − y for |z| ≤ 16. */
  static Pair exact(double z, double y) {
    int k = (int) Math.rint(z * 32);
    Pair minusH = new Pair(k / 32.0 - z, 0);
    Pair series = ONE;
    for (int n = 12; n > 0; n--) {
      series = ONE.plus(minusH.times(series).over(new Pair(n, 0)));
    }
    Pair power = POWERS[MIDDLE + k].times(series);
    Pair sum = ONE.plus(power);
    return y == 1
        ? new Pair(-power.high, -power.low).over(sum)
        : ONE.over(sum).plus(new Pair(-y, 0));
  }

  /** Without a table. */
  private static double byExponential(double z, double y) {
    return y == 1 ? -ReproducibleMath.sigmoid(-z) : ReproducibleMath.sigmoid(z) - y;
  }

  /**
   * The error in ulps of the slope, or, between two classes, of the larger number it is made of.
   */
  static double ulps(DoubleBinaryOperator slope, double z, double y) {
    Pair exact = exact(z, y);
    double error = (slope.applyAsDouble(z, y) - exact.high) - exact.low;
    double unit = y == 0 || y == 1 ? exact.high : Math.max(y, exact.high + y);
    return Math.abs(error) / Math.ulp(unit);
  }

  /**
   * The largest of so many seeded points. A target of NaN stands for fractions, drawn each time:
   * every second one close to σ(z), where little is left of both.
   */
  static double largest(
      DoubleBinaryOperator slope, long seed, int points, double range, double target) {
    Random random = new Random(seed);
    double largest = 0;
    for (int i = 0; i < points; i++) {
      double z = range * (2 * random.nextDouble() - 1);
      double y = Double.isNaN(target) ? fraction(random, z, i) : target;
      largest = Math.max(largest, ulps(slope, z, y));
    }
    return largest;
  }

  private static double fraction(Random random, double z, int point) {
    double share = random.nextDouble();
    return point % 2 == 0 ? share : Math.min(1, 2 * share * ReproducibleMath.sigmoid(z));
  }

  /**
   * Prints the largest errors.
   *
   * @param args a seed and a number of points
   */
  public static void main(String[] args) {
    long seed = Long.parseLong(args[0]);
    int points = Integer.parseInt(args[1]);
    for (double range : new double[] {1, 4, 16}) {
      print("table", SigmoidTable::sigmoidMinus, seed, points, range);
      print("exponential", SlopeErrors::byExponential, seed, points, range);
    }
  }

  private static void print(
      String name, DoubleBinaryOperator slope, long seed, int points, double range) {
    System.out.printf(
        Locale.ROOT,
        "%-11s |z| <= %2.0f: y = 0 %.2f, y = 1 %.2f, fractions %.2f ulp%n",
        name,
        range,
        largest(slope, seed, points, range, 0),
        largest(slope, seed, points, range, 1),
        largest(slope, seed, points, range, Double.NaN));
  }
}
