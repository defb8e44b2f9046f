package io.github.gradusml.plot;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The numbers that are marked along an axis: multiples of 1, 2 or 5 times a power of ten; on a logarithmic
 * axis powers of ten and, if it is short, 2 and 5 times these.
 *
 * @param axis the axis
 * @param most how many pieces the marks may cut it into
 */
record Marks(Axis axis, int most) {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final double DECADES_WITH_TWO_AND_FIVE = 2.5;
  private static final double ROUNDING = 1e-9;

  /** The distance of the marks of an axis that is not logarithmic. */
  double step() {
    double step = Axis.roundUp((axis.high() - axis.low()) / most);
    return axis.scale() == Scale.COUNT ? Math.max(1, step) : step;
  }

  /** The numbers that are marked, in ascending order. */
  DoubleStream numbers() {
    if (axis.scale() == Scale.LOG) {
      int from = (int) Math.floor(Math.log10(axis.low()));
      int to = (int) Math.floor(Math.log10(axis.high()) + ROUNDING);
      return IntStream.rangeClosed(from, to)
          .boxed()
          .flatMapToDouble(k -> DoubleStream.of(1, 2, 5).map(digit -> digit * Math.pow(10, k)))
          .filter(value -> isInside(value) && !logLabel(value).isEmpty());
    }
    double step = step();
    long from = (long) Math.ceil(axis.low() / step - ROUNDING);
    long to = (long) Math.floor(axis.high() / step + ROUNDING);
    return IntStream.rangeClosed(0, (int) (to - from)).mapToDouble(k -> (from + k) * step);
  }

  private boolean isInside(double value) {
    return value >= axis.low() * (1 - ROUNDING) && value <= axis.high() * (1 + ROUNDING);
  }

  /** The text at a mark, as a pattern of {@link java.text.DecimalFormat}. */
  String pattern() {
    double largest = Math.max(Math.abs(axis.low()), Math.abs(axis.high()));
    double step = step();
    if (largest >= 1e6 || step < 1e-5) {
      return "0.##E0;−0.##E0";
    }
    int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + ROUNDING));
    String digits = decimals == 0 ? "0" : "0." + "0".repeat(decimals);
    return digits + ";−" + digits;
  }

  /** The text at a number on a logarithmic axis; empty where there is no mark. */
  String logLabel(double value) {
    int exponent = (int) Math.floor(Math.log10(value) + ROUNDING);
    long digit = Math.round(value / Math.pow(10, exponent));
    double decades = Math.log10(axis.high() / axis.low());
    int every = (int) Math.ceil(decades / most);
    boolean marked =
        digit == 1 && exponent % every == 0
            || (digit == 2 || digit == 5) && decades < DECADES_WITH_TWO_AND_FIVE;
    if (!marked) {
      return "";
    }
    if (axis.low() >= 1e-3 && axis.high() <= 1e4) {
      return exponent >= 0
          ? Long.toString(digit * Math.round(Math.pow(10, exponent)))
          : "0." + "0".repeat(-exponent - 1) + digit;
    }
    return (digit == 1 ? "" : digit + "·") + "10" + superscript(exponent);
  }

  private static String superscript(int exponent) {
    StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
    String digits = Integer.toString(Math.abs(exponent));
    digits.chars().forEach(c -> text.append(SUPERSCRIPTS.charAt(c - '0')));
    return text.toString();
  }
}
