package io.github.gradusml.data;

/**
 * Numbers as they are written in a file: which texts are numbers, and which doubles they are.
 *
 * <pre>{@code
 * number = [+-] (digits [point [digits]] | point digits) [(e|E) [+-] digits]
 * }</pre>
 *
 * <p>A number m·10ᵉ with {@code m <= 2⁵³} and {@code |e| <= 22} needs one operation: m and 10^|e|
 * are doubles, and a product or a quotient of two doubles is rounded correctly. (W. D. Clinger, How
 * to read floating point numbers accurately, PLDI 1990, DOI 10.1145/93542.93557.) With up to 18
 * digits and {@code -22 <= e <= 0}, the quotient and its remainder decide in all but a few cases.
 * {@link Double#parseDouble} reads all others. Whichever way, the bits are those that it gives.
 */
final class CsvNumber {
  private static final long LARGEST_EXACT = 1L << 53;

  /** As long as no more than this is there, another digit fits: 18 in all. */
  private static final long LARGEST_TO_APPEND = 99_999_999_999_999_999L;

  /** Beyond it a number is 0 or infinite: no text has as many digits. */
  private static final long FAR_EXPONENT = 1L << 40;

  private static final long TOO_LONG = Long.MAX_VALUE;
  private static final long NO_EXPONENT = Long.MAX_VALUE;

  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private CsvNumber() {}

  /**
   * Reads a number.
   *
   * @param text holds it
   * @param from where it starts
   * @param to where it ends
   * @param point the decimal point, or another character in its place
   * @return the nearest double; NaN where the text is no number
   */
  static double of(char[] text, int from, int to, char point) {
    int i = from;
    boolean negative = i < to && text[i] == '-';
    if (negative || i < to && text[i] == '+') {
      i++;
    }
    int first = i;
    long mantissa = 0;
    while (i < to && isDigit(text[i])) {
      mantissa = append(mantissa, text[i++]);
    }
    int digits = i - first;
    int decimals = 0;
    if (i < to && text[i] == point) {
      int firstDecimal = ++i;
      while (i < to && isDigit(text[i])) {
        mantissa = append(mantissa, text[i++]);
      }
      decimals = i - firstDecimal;
    }
    if (digits + decimals == 0) {
      return Double.NaN;
    }
    if (i == to) {
      return value(negative, mantissa, -decimals, text, from, to, point);
    }
    long exponent = exponent(text, i, to);
    return exponent == NO_EXPONENT
        ? Double.NaN
        : value(negative, mantissa, exponent - decimals, text, from, to, point);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** One more digit; {@link #TOO_LONG} where there are more than fit. */
  private static long append(long mantissa, char digit) {
    return mantissa > LARGEST_TO_APPEND ? TOO_LONG : 10 * mantissa + (digit - '0');
  }

  private static long exponent(char[] text, int from, int to) {
    int i = from;
    if (text[i] != 'e' && text[i] != 'E') {
      return NO_EXPONENT;
    }
    i++;
    boolean negative = i < to && text[i] == '-';
    if (negative || i < to && text[i] == '+') {
      i++;
    }
    if (i == to) {
      return NO_EXPONENT;
    }
    long exponent = 0;
    for (; i < to; i++) {
      if (!isDigit(text[i])) {
        return NO_EXPONENT;
      }
      exponent = exponent > FAR_EXPONENT ? exponent : 10 * exponent + (text[i] - '0');
    }
    return negative ? -exponent : exponent;
  }

  /** ±m·10ᵉ; read from the text where arithmetic cannot tell. */
  private static double value(
      boolean negative, long mantissa, long exponent, char[] text, int from, int to, char point) {
    double value = Double.NaN;
    if (mantissa != TOO_LONG && Math.abs(exponent) < POWERS_OF_TEN.length) {
      double power = POWERS_OF_TEN[(int) Math.abs(exponent)];
      if (mantissa <= LARGEST_EXACT) {
        value = exponent < 0 ? mantissa / power : mantissa * power;
      } else if (exponent <= 0) {
        value = quotient(mantissa, power);
      }
    }
    if (Double.isNaN(value)) {
      return Double.parseDouble(new String(text, from, to - from).replace(point, '.'));
    }
    return negative ? -value : value;
  }

  /**
   * The double nearest to m/p, or NaN where it is too near to the middle of two doubles to tell.
   *
   * <pre>{@code
   * m = h + l        q = h/p rounded        r = h − q·p        m/p = q + (r + l)/p
   * }</pre>
   *
   * <p>h, l and r are doubles without rounding; the last quotient is off by less than 2⁻⁵¹ of it.
   */
  private static double quotient(long m, double p) {
    double h = m;
    double l = m - (long) h;
    double q = h / p;
    double product = q * p;
    double r = (h - product) - productError(q, p, product);
    double rest = (r + l) / p;
    double margin = 0x1p-50 * rest;
    double one = q + (rest - margin);
    double other = q + (rest + margin);
    return one == other ? one : Double.NaN;
  }

  /**
   * What rounding took from a product: a·b − ab, exactly. (T. J. Dekker, A floating-point technique
   * for extending the available precision, Numer. Math. 18, 1971, DOI 10.1007/BF01397083.)
   */
  private static double productError(double a, double b, double ab) {
    double a1 = upperHalf(a);
    double a2 = a - a1;
    double b1 = upperHalf(b);
    double b2 = b - b1;
    return ((a1 * b1 - ab) + a1 * b2 + a2 * b1) + a2 * b2;
  }

  /** The first 26 of the 53 bits. */
  private static double upperHalf(double a) {
    double shifted = (0x1p27 + 1) * a;
    return shifted - (shifted - a);
  }

  /** Whether a text that is a number is 0 as it is written: 0.00 and 0e9 are, 1e-400 is not. */
  static boolean isZero(char[] text, int from, int to) {
    for (int i = from; i < to && text[i] != 'e' && text[i] != 'E'; i++) {
      if (text[i] >= '1' && text[i] <= '9') {
        return false;
      }
    }
    return true;
  }
}
