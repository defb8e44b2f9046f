package io.github.gradusml.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a file holds, by name: texts, numbers, rows of numbers, lists of texts, and fields within
 * fields. What is read comes from outside: each method that returns a field checks that it is there
 * and of its kind, and says where it should be.
 *
 * <p>Values are {@code String}, {@code Double}, {@code double[]}, {@code List<?>} and {@code
 * Fields}.
 */
public final class Fields {
  /** Up to here every whole number is a double, and no other comes to the same one. */
  public static final long LARGEST_WHOLE = (1L << 53) - 1;

  private final String path;
  private final Map<String, Object> values = new LinkedHashMap<>();

  private Fields(String path) {
    this.path = path;
  }

  /**
   * Returns no fields yet.
   *
   * @return to be filled by {@code with}
   */
  public static Fields none() {
    return new Fields("");
  }

  /** No fields yet, below others: where they are is told in messages. */
  static Fields at(String path) {
    return new Fields(path);
  }

  /**
   * Returns where these fields are, for messages.
   *
   * @return from the top of the file on
   */
  public String path() {
    return path;
  }

  /**
   * Returns where a field is, for messages.
   *
   * @param name its name
   * @return from the top of the file on
   */
  public String path(String name) {
    String shown = Texts.brief(name);
    return path.isEmpty() ? shown : path + " / " + shown;
  }

  /** Adds what was read. */
  void put(String name, Object value) {
    values.put(name, value);
  }

  Map<String, Object> values() {
    return Collections.unmodifiableMap(values);
  }

  /**
   * Adds a text.
   *
   * @param name the name
   * @param text the text
   * @return these fields
   */
  public Fields with(String name, String text) {
    values.put(name, Checks.notNull(name, text));
    return this;
  }

  /**
   * Adds a number.
   *
   * @param name the name
   * @param number any, also NaN and ±∞
   * @return these fields
   */
  public Fields with(String name, double number) {
    values.put(name, number);
    return this;
  }

  /**
   * Adds a row of numbers.
   *
   * @param name the name
   * @param numbers any, also NaN and ±∞; kept
   * @return these fields
   */
  public Fields with(String name, double[] numbers) {
    values.put(name, Checks.notNull(name, numbers));
    return this;
  }

  /**
   * Adds rows of numbers within these fields, by name.
   *
   * @param name the name of all
   * @param rows the rows by their own names; kept
   * @return these fields
   */
  public Fields with(String name, Map<String, double[]> rows) {
    Fields all = none();
    rows.forEach(all::with);
    return with(name, all);
  }

  /**
   * Adds one of a few, as a text: {@code EPOCHS_DONE} is {@code epochs done}.
   *
   * @param name the name
   * @param one which
   * @return these fields
   */
  public Fields with(String name, Enum<?> one) {
    return with(name, text(one));
  }

  private static String text(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /**
   * Adds texts or groups of fields.
   *
   * @param name the name
   * @param list of {@code String} or of {@code Fields}
   * @return these fields
   */
  public Fields with(String name, List<?> list) {
    values.put(name, Checks.notNull(name, list));
    return this;
  }

  /**
   * Adds fields within these.
   *
   * @param name the name
   * @param fields the fields
   * @return these fields
   */
  public Fields with(String name, Fields fields) {
    values.put(name, Checks.notNull(name, fields));
    return this;
  }

  /** Takes a field away. */
  void remove(String name) {
    values.remove(name);
  }

  /**
   * Checks that there are no fields but these: one that nobody reads may be a slip of the pen.
   *
   * @param known the names of those that may be there
   * @return these fields
   * @throws IllegalArgumentException if there is another
   */
  public Fields only(String... known) {
    List<String> allowed = List.of(known);
    for (String name : names()) {
      if (!allowed.contains(name)) {
        throw new IllegalArgumentException(
            path(name) + " must not be there: this version of the format has no such field");
      }
    }
    return this;
  }

  /**
   * Returns the names of the fields, in order.
   *
   * @return a view
   */
  public Set<String> names() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /**
   * Tells whether there is a field.
   *
   * @param name the name
   * @return true if it is there
   */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /**
   * Returns a text.
   *
   * @param name the name
   * @return the text
   * @throws IllegalArgumentException if it is missing or something else
   */
  public String text(String name) {
    return value(name, String.class, "a text");
  }

  /**
   * Returns a number.
   *
   * @param name the name
   * @return the number; it may be NaN or infinite
   * @throws IllegalArgumentException if it is missing or something else
   */
  public double number(String name) {
    Object value = values.get(name);
    return value instanceof String text && isNumber(text)
        ? Double.parseDouble(text)
        : value(name, Double.class, "a number");
  }

  /**
   * Returns a finite number.
   *
   * @param name the name
   * @return the number
   * @throws IllegalArgumentException if it is missing, something else or not finite
   */
  public double finite(String name) {
    return Checks.finite(path(name), number(name));
  }

  /**
   * Returns a whole number.
   *
   * @param name the name
   * @param low the smallest that it may be
   * @param high the largest that it may be; at most {@link #LARGEST_WHOLE}
   * @return the number
   * @throws IllegalArgumentException if it is missing, something else or outside
   */
  public long whole(String name, long low, long high) {
    return Checks.whole(path(name), number(name), low, high);
  }

  /**
   * Returns a row of numbers.
   *
   * @param name the name
   * @return a new array; its numbers may be NaN or infinite
   * @throws IllegalArgumentException if it is missing or something else
   */
  public double[] numbers(String name) {
    Object value = values.get(name);
    if (value instanceof double[] all) {
      return all.clone();
    }
    List<?> list = value(name, List.class, "a row of numbers");
    double[] all = new double[list.size()];
    for (int i = 0; i < all.length; i++) {
      Object one = list.get(i);
      if (one instanceof Double number) {
        all[i] = number;
      } else if (one instanceof String text && isNumber(text)) {
        all[i] = Double.parseDouble(text);
      } else {
        throw wrong(name + "[" + i + "]", "a number", one);
      }
    }
    return all;
  }

  /**
   * Returns a row of so many numbers.
   *
   * @param name the name
   * @param length how many there must be
   * @return a new array; its numbers may be NaN or infinite
   * @throws IllegalArgumentException if it is missing, something else or of another length
   */
  public double[] numbers(String name, int length) {
    double[] numbers = numbers(name);
    if (numbers.length != length) {
      throw new IllegalArgumentException(
          path(name) + " must be " + Texts.count(length, "number") + ", but are " + numbers.length);
    }
    return numbers;
  }

  /**
   * Returns a row of so many finite numbers.
   *
   * @param name the name
   * @param length how many there must be
   * @return a new array
   * @throws IllegalArgumentException as in {@link #numbers(String, int)}, or if one is not finite
   */
  public double[] finite(String name, int length) {
    double[] numbers = numbers(name, length);
    for (int i = 0; i < length; i++) {
      if (!Double.isFinite(numbers[i])) { // a name only if needed
        Checks.finite(path(name) + "[" + i + "]", numbers[i]);
      }
    }
    return numbers;
  }

  /**
   * Returns rows of numbers that are within these fields.
   *
   * @param name the name of all
   * @return a new map, in their order
   * @throws IllegalArgumentException if they are missing or something else
   */
  public Map<String, double[]> rows(String name) {
    Fields all = fields(name);
    Map<String, double[]> rows = new LinkedHashMap<>();
    all.names().forEach(own -> rows.put(own, all.numbers(own)));
    return rows;
  }

  /**
   * Returns one of a few.
   *
   * @param <E> the type
   * @param name the name
   * @param all those that it may be
   * @return which
   * @throws IllegalArgumentException if it is missing, something else or another
   */
  public <E extends Enum<E>> E oneOf(String name, List<E> all) {
    String text = text(name);
    return all.stream()
        .filter(one -> text(one).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    path(name)
                        + " must be one of "
                        + Texts.some(all, Fields::text)
                        + ", but was "
                        + Texts.quoted(text)
                        + "; a newer version of Gradus may know it"));
  }

  /**
   * Returns texts.
   *
   * @param name the name
   * @return the texts
   * @throws IllegalArgumentException if they are missing or something else
   */
  public List<String> texts(String name) {
    return list(name, String.class, "a text");
  }

  /**
   * Returns groups of fields.
   *
   * @param name the name
   * @return the groups
   * @throws IllegalArgumentException if they are missing or something else
   */
  public List<Fields> groups(String name) {
    return list(name, Fields.class, "a group of fields");
  }

  private <T> List<T> list(String name, Class<T> kind, String what) {
    Object value = values.get(name);
    if (value instanceof double[] none && none.length == 0) { // of what, an empty list does not say
      return List.of();
    }
    List<?> list = value(name, List.class, "a list");
    List<T> all = new ArrayList<>(list.size());
    for (Object one : list) {
      if (!kind.isInstance(one)) {
        throw wrong(name + "[" + all.size() + "]", what, one);
      }
      all.add(kind.cast(one));
    }
    return Collections.unmodifiableList(all);
  }

  /**
   * Returns fields within these.
   *
   * @param name the name
   * @return the fields
   * @throws IllegalArgumentException if they are missing or something else
   */
  public Fields fields(String name) {
    return value(name, Fields.class, "a group of fields");
  }

  private <T> T value(String name, Class<T> kind, String what) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(path(name) + " must be there, but is missing");
    }
    if (!kind.isInstance(value)) {
      throw wrong(name, what, value);
    }
    return kind.cast(value);
  }

  private IllegalArgumentException wrong(String name, String what, Object value) {
    String shown =
        value instanceof Fields
            ? "a group of fields"
            : value instanceof double[] numbers
                ? Texts.numbers(numbers, 0, numbers.length)
                : value instanceof List<?> list
                    ? "a list of " + list.size()
                    : value instanceof String text ? Texts.quoted(text) : String.valueOf(value);
    return new IllegalArgumentException(path(name) + " must be " + what + ", but was " + shown);
  }

  /** JSON has no numbers for these. */
  static boolean isNumber(String text) {
    return Arrays.asList("NaN", "Infinity", "-Infinity").contains(text);
  }
}
