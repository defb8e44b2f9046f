package io.github.gradusml.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The numbers that are marked along an axis, and what is written at them.
 *
 * @param at the numbers, ascending
 * @param labels a text for each
 */
record Ticks(double[] at, List<String> labels) {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final int[] STEPS = {1, 2, 3, 5, 10, 20, 50, 100, 200, 500};
  private static final int LEAST = 2;
  private static final int MOST = 10;
  private static final double LARGE = 1e6;
  private static final double SMALL = 1e-5;
  private static final double ROUNDING = 1e-9;
  private static final double LINE_HEIGHT = 15;

  /**
   * Multiples of 1, 2 or 5 times a power of ten; on a logarithmic axis powers of ten and, if it is
   * short, some numbers between.
   *
   * @param axis the axis
   * @param most how many pieces the marks may cut it into
   */
  static Ticks of(Axis axis, int most) {
    if (axis.scale() == Scale.LOG) {
      Ticks ticks = byFactor(axis, most);
      return ticks.at.length >= LEAST ? ticks : even(axis, most);
    }
    return even(axis, most);
  }

  /** Names at 0, 1 and so on. */
  static Ticks named(List<String> names) {
    double[] at = IntStream.range(0, names.size()).asDoubleStream().toArray();
    return new Ticks(at, names.stream().map(Lines::one).toList());
  }

  /** The same marks, whose texts are cut where they are wider. */
  Ticks fitted(Canvas canvas, double width) {
    return new Ticks(
        at,
        labels.stream()
            .map(label -> Lines.withoutMiddle(canvas, label, Look.TICK, width))
            .toList());
  }

  /** The same marks, of which as many have a text as have room one below the other. */
  Ticks withRoom(double height) {
    double apart = height / Math.max(1, at.length);
    return labelled((int) Math.ceil(LINE_HEIGHT / apart));
  }

  /** The same marks, of which every so many have a text. */
  Ticks labelled(int every) {
    return withLabels(k -> k % every == 0);
  }

  /** The same marks, of which those at even or odd places have a text. */
  Ticks half(int remainder) {
    return withLabels(k -> k % 2 == remainder);
  }

  private Ticks withLabels(IntPredicate which) {
    return new Ticks(
        at,
        IntStream.range(0, at.length).mapToObj(k -> which.test(k) ? labels.get(k) : "").toList());
  }

  private static Ticks even(Axis axis, int most) {
    Ticks ticks = evenly(axis, most);
    return ticks.at.length >= LEAST || most > MOST ? ticks : even(axis, 2 * most);
  }

  private static Ticks evenly(Axis axis, int most) {
    double rough = Axis.roundUp(axis.high() / most - axis.low() / most);
    double step = axis.scale() == Scale.COUNT ? Math.max(1, rough) : rough;
    if (step == 0) {
      return new Ticks(new double[0], List.of()); // between such numbers there are no round ones
    }
    double from = Math.ceil(axis.low() / step - ROUNDING);
    double to = Math.floor(axis.high() / step + ROUNDING);
    double[] at =
        DoubleStream.iterate(from, k -> k <= to, k -> k + 1)
            .limit(most + 2L)
            .map(k -> k * step)
            .filter(Double::isFinite)
            .toArray();
    double largest = Math.max(Math.abs(axis.low()), Math.abs(axis.high()));
    boolean scientific = largest >= LARGE && step >= 1e-3 * largest || step < SMALL;
    int exponent = scientific ? decade(largest) : 0;
    int decimals = Math.max(0, exponent - decade(step));
    return new Ticks(
        at, Arrays.stream(at).mapToObj(value -> text(value, exponent, decimals)).toList());
  }

  private static String text(double value, int exponent, int decimals) {
    if (exponent == 0) {
      return plain(new BigDecimal(value), decimals);
    }
    String factor = plain(new BigDecimal(value).scaleByPowerOfTen(-exponent), decimals);
    return new BigDecimal(factor.replace('−', '-')).signum() == 0
        ? "0"
        : factor + "·" + power(exponent);
  }

  private static Ticks byFactor(Axis axis, int most) {
    double decades = StrictMath.log10(axis.high()) - StrictMath.log10(axis.low());
    List<Integer> digits =
        decades < 1.2 ? List.of(1, 2, 3, 5) : decades < 2.5 ? List.of(1, 2, 5) : List.of(1);
    int k = 0;
    while (k < STEPS.length - 1 && STEPS[k] < decades / most - ROUNDING) {
      k++;
    }
    double[] at = everySoManyDecades(axis, STEPS[k], digits);
    while (at.length < LEAST && k > 0) {
      k--; // one mark alone says nothing of the scale
      at = everySoManyDecades(axis, STEPS[k], digits);
    }
    boolean plain = axis.low() >= 1e-3 && axis.high() <= 1e4;
    return new Ticks(
        at, Arrays.stream(at).mapToObj(v -> plain ? shortest(v) : factorOfTen(v)).toList());
  }

  private static double[] everySoManyDecades(Axis axis, int step, List<Integer> digits) {
    return IntStream.rangeClosed(decade(axis.low()), decade(axis.high()))
        .filter(k -> k % step == 0)
        .boxed()
        .flatMapToDouble(k -> digits.stream().mapToDouble(d -> d * StrictMath.pow(10, k)))
        .filter(v -> v > 0) // 10⁻³²⁴ is none
        .filter(v -> v >= axis.low() * (1 - ROUNDING) && v <= axis.high() * (1 + ROUNDING))
        .toArray();
  }

  private static String shortest(double value) {
    return plain(BigDecimal.valueOf(value), Math.max(0, -decade(value)));
  }

  private static String factorOfTen(double value) {
    long digit = Math.round(value / StrictMath.pow(10, decade(value)));
    return (digit == 1 ? "" : digit + "·") + power(decade(value));
  }

  private static int decade(double value) {
    return (int) Math.floor(StrictMath.log10(value) + ROUNDING);
  }

  private static String plain(BigDecimal value, int decimals) {
    BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_EVEN);
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
