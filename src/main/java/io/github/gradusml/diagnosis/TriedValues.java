package io.github.gradusml.diagnosis;

import io.github.gradusml.internal.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.math3.util.FastMath;

/**
 * The numbers that a search tried for a setting, ascending, and how to try others beyond an end.
 *
 * @param numbers at least two, all different
 * @param areWhole whether they are integers by type, such as epochs
 */
record TriedValues(List<Double> numbers, boolean areWhole) {
  private static final MathContext DIGITS_TOLD = new MathContext(4);

  /** Numbers that span such a factor differ by their order of magnitude. */
  private static final double LOGARITHMIC = 50;

  /** How far a logarithmic range goes on, in powers of ten; and a list, in values. */
  private static final int FURTHER = 3;

  private static final int LEAST_VALUES = 3;
  private static final int MOST_VALUES = 60;

  private double first() {
    return numbers.get(0);
  }

  private double last() {
    return numbers.get(numbers.size() - 1);
  }

  /** Below 0 there is no penalty, and below 1 no epoch: that is an end of nature. */
  boolean isAtLowerEnd(double best) {
    return best == first() && best != 0 && !(areWhole && best == 1);
  }

  /** A share ends at 1. */
  boolean isAtUpperEnd(double best) {
    return best == last() && !(first() == 0 && best == 1);
  }

  private boolean areLogarithmic() {
    return positive().size() >= 2 && first() >= 0 && last() >= LOGARITHMIC * positive().get(0);
  }

  private List<Double> positive() {
    return numbers.stream().filter(number -> number > 0).toList();
  }

  /** The values to try, as a call. */
  String wider(boolean upwards) {
    boolean isList = areWhole ? first() > 0 : first() == 0 && areLogarithmic();
    if (isList) {
      return listed(upwards);
    }
    return areLogarithmic() ? logarithmic(upwards) : linear(upwards);
  }

  private String logarithmic(boolean upwards) {
    double decades = FastMath.log10(last()) - FastMath.log10(first());
    double factor = FastMath.pow(10.0, FURTHER);
    double from = upwards ? first() : first() / factor;
    double to = upwards ? last() * factor : last();
    return call("logarithmic", from, to, (numbers.size() - 1) * (decades + FURTHER) / decades);
  }

  private String linear(boolean upwards) {
    double span = last() - first();
    double from = upwards ? first() : first() - 2 * span;
    double to = upwards ? last() + 2 * span : last();
    double least = first() > 0 ? 0 : from; // positive numbers stay so
    double most = first() >= 0 && last() < 1 ? 1 : to; // and shares as well
    double low = Math.max(least, from);
    double high = Math.min(most, to);
    return call("linear", low, high, (numbers.size() - 1) * ((high - low) / span));
  }

  /** Values as close to each other as before. */
  private static String call(String name, double from, double to, double steps) {
    long count = Math.max(LEAST_VALUES, Math.min(MOST_VALUES, Math.round(steps) + 1));
    return "Values." + name + "(" + text(from) + ", " + text(to) + ", " + count + ")";
  }

  private String listed(boolean upwards) {
    double factor = areWhole ? 2 : 10;
    double end = upwards ? last() : positive().get(0);
    TreeSet<Double> all = new TreeSet<>(numbers);
    for (int i = 1; i <= FURTHER; i++) {
      double power = FastMath.pow(factor, i);
      double next = upwards ? end * power : end / power;
      all.add(areWhole ? Math.max(1, Math.rint(next)) : next);
    }
    return all.stream()
        .map(number -> areWhole ? Long.toString(number.longValue()) : text(number))
        .collect(Collectors.joining(", ", "Values.of(", ")"));
  }

  /** Beyond the largest number there is none. */
  private static String text(double number) {
    double finite = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, number));
    return Texts.digits(new BigDecimal(finite).round(DIGITS_TOLD).doubleValue());
  }
}
