package io.github.gradusml.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The numbers that are marked along an axis: multiples of 1, 2 or 5 times a power of ten; on a
 * logarithmic axis powers of ten and, if it is short, some numbers between.
 *
 * @param axis the axis
 * @param most how many pieces the marks may cut it into
 */
record Marks(Axis axis, int most) {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final double LARGE = 1e6;
  private static final double SMALL = 1e-5;
  private static final double ROUNDING = 1e-9;

  /** The distance of the marks of an axis that is not logarithmic. */
  double step() {
    double step = Axis.roundUp((axis.high() - axis.low()) / most);
    return axis.scale() == Scale.COUNT ? Math.max(1, step) : step;
  }

  /** The numbers that are marked, in ascending order. */
  DoubleStream numbers() {
    if (axis.scale() == Scale.LOG) {
      return IntStream.rangeClosed(decade(axis.low()), decade(axis.high()))
          .boxed()
          .flatMapToDouble(
              k -> IntStream.range(1, 10).mapToDouble(digit -> digit * Math.pow(10, k)))
          .filter(value -> isInside(value) && isLogMark(value));
    }
    double step = step();
    long from = (long) Math.ceil(axis.low() / step - ROUNDING);
    long to = (long) Math.floor(axis.high() / step + ROUNDING);
    return IntStream.rangeClosed(0, (int) (to - from)).mapToDouble(k -> (from + k) * step);
  }

  private boolean isInside(double value) {
    return value >= axis.low() * (1 - ROUNDING) && value <= axis.high() * (1 + ROUNDING);
  }

  /** The text at a number; on a logarithmic axis empty where there is no mark. */
  String label(double value) {
    if (axis.scale() != Scale.LOG) {
      return evenLabel(value);
    }
    if (!isLogMark(value)) {
      return "";
    }
    int decade = decade(value);
    if (axis.low() >= 1e-3 && axis.high() <= 1e4) {
      return plain(value, Math.max(0, -decade));
    }
    long digit = digit(value);
    return (digit == 1 ? "" : digit + "·") + power(decade);
  }

  private boolean isLogMark(double value) {
    double decades = Math.log10(axis.high() / axis.low());
    long digit = digit(value);
    if (digit == 1) {
      long every = (long) Math.max(1, Axis.roundUp(decades / most));
      return decade(value) % every == 0;
    }
    return (digit == 2 || digit == 5) && decades < 2.5 || digit == 3 && decades < 1.2;
  }

  private static int decade(double value) {
    return (int) Math.floor(Math.log10(value) + ROUNDING);
  }

  private static long digit(double value) {
    return Math.round(value / Math.pow(10, decade(value)));
  }

  private String evenLabel(double value) {
    double step = step();
    double largest = Math.max(Math.abs(axis.low()), Math.abs(axis.high()));
    boolean scientific = largest >= LARGE && step >= 1e-3 * largest || step < SMALL;
    if (!scientific) {
      return plain(value, Math.max(0, -decade(step)));
    }
    if (Math.abs(value) < step / 2) {
      return "0";
    }
    int decade = decade(largest);
    int decimals = Math.max(0, decade - decade(step));
    return plain(value / Math.pow(10, decade), decimals) + "·" + power(decade);
  }

  private static String plain(double value, int decimals) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return rounded.toPlainString().replace('-', '−');
  }

  /** A power of ten: 10⁻³. */
  static String power(int exponent) {
    StringBuilder text = new StringBuilder(exponent < 0 ? "10⁻" : "10");
    String digits = Integer.toString(Math.abs(exponent));
    digits.chars().forEach(c -> text.append(SUPERSCRIPTS.charAt(c - '0')));
    return text.toString();
  }
}
