package io.github.gradusml.internal;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Numbers, and what may be long, in messages. */
public final class Texts {
  private static final double MOST_PLAIN = 1e7;
  private static final int MOST_NUMBERS = 8;

  /** How much of what another message or a user's object says is told in a message. */
  public static final int MOST_IN_A_MESSAGE = 600;

  private static final int MOST_CHARACTERS = 100;
  private static final int MOST_VALUES = 5;

  private Texts() {}

  /**
   * Writes a number with three significant digits.
   *
   * @param value the number
   * @return for instance {@code 0.0830} or {@code 1.23e+09}
   */
  public static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }

  /**
   * Writes a number for somebody to read: with some significant digits, and below ten million with
   * all that stand before the point.
   *
   * @param value the number
   * @param digits how many digits; from 1 to 7
   * @return of four digits for instance {@code 0.08300}, {@code 351158} or {@code 1.234e+09}
   */
  public static String readable(double value, int digits) {
    String text = String.format(Locale.ROOT, "%." + digits + "g", value);
    boolean isPlain = Math.abs(value) < MOST_PLAIN && text.contains("e+");
    return isPlain ? String.format(Locale.ROOT, "%.0f", value) : text;
  }

  /**
   * Writes a number with the fewest digits that tell it from its neighbors, the same on every JVM;
   * {@code Double.toString} of JDK 17 writes more at times.
   *
   * @param value the number
   * @return for instance {@code 0.1} or {@code 2.0E23}
   */
  public static String digits(double value) {
    return NumberOutput.toString(value, true);
  }

  /**
   * Writes some numbers, of many the first few.
   *
   * @param values the numbers
   * @param from the first
   * @param to the index after the last
   * @return for instance {@code [0.500, -1.20, …]}
   */
  public static String numbers(double[] values, int from, int to) {
    String first =
        Arrays.stream(values, from, Math.min(to, from + MOST_NUMBERS))
            .mapToObj(Texts::number)
            .collect(Collectors.joining(", "));
    return "[" + first + (to - from > MOST_NUMBERS ? ", …]" : "]");
  }

  /**
   * Writes anything, but not more than fits into a message.
   *
   * @param value what is to be told
   * @return its own text, cut after 100 characters
   */
  public static String brief(Object value) {
    return cut(String.valueOf(value), MOST_CHARACTERS);
  }

  /**
   * Writes what may be a lambda, which has no name.
   *
   * @param value what is to be told
   * @return its own text, or {@code unnamed}
   */
  public static String named(Object value) {
    return value.getClass().isHidden() ? "unnamed" : brief(value);
  }

  /**
   * Writes anything in quotes, but not more than fits into a message.
   *
   * @param value what is to be told
   * @return its own text, cut after 100 characters
   */
  public static String quoted(Object value) {
    return '"' + brief(value) + '"';
  }

  /**
   * Writes a text, but not more than so many characters of it.
   *
   * @param text the text; null is written as such
   * @param most how many
   * @return the text, or its beginning with an ellipsis at its end
   */
  public static String cut(String text, int most) {
    return text == null || text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  /**
   * Writes the first few of many.
   *
   * @param values what is to be told
   * @return for instance {@code [1, 2, 3, 4, 5, … 995 more]}
   */
  public static String some(Collection<?> values) {
    return some(values, Texts::brief);
  }

  /**
   * Writes the first few of many.
   *
   * @param <T> the type of the values
   * @param values what is to be told
   * @param text how a value is told
   * @return for instance {@code [1, 2, 3, 4, 5, … 995 more]}
   */
  public static <T> String some(Collection<T> values, Function<? super T, String> text) {
    String first = values.stream().limit(MOST_VALUES).map(text).collect(Collectors.joining(", "));
    int more = values.size() - MOST_VALUES;
    return "[" + first + (more > 0 ? ", … " + more + " more]" : "]");
  }

  /**
   * Writes how many there are of something.
   *
   * @param count how many
   * @param what one of them, of a word whose plural ends in s
   * @return for instance {@code 1 epoch} or {@code 2 epochs}
   */
  public static String count(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /**
   * Writes a share in percent.
   *
   * @param share the share
   * @return for instance {@code 2.5%} or {@code 40%}
   */
  public static String percent(double share) {
    return String.format(Locale.ROOT, share < 0.1 ? "%.1f%%" : "%.0f%%", 100 * share);
  }
}
