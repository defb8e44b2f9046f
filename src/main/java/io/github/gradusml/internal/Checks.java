package io.github.gradusml.internal;

import java.util.Collection;
import java.util.List;

/**
 * The argument checks of the public edge: every message names the argument, what it must be, and
 * what it was.
 *
 * <p>All comparisons are written so that NaN fails them.
 */
public final class Checks {
  /** The longest array that every JVM can make. */
  public static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private Checks() {}

  /**
   * Returns {@code value} if it is finite and greater than 0.
   *
   * @param name the argument's name
   * @param value the argument
   * @return {@code value}
   */
  public static double positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw violation(name, "finite and > 0", value);
    }
    return value;
  }

  /**
   * Returns {@code value} if it is finite and at least 0.
   *
   * @param name the argument's name
   * @param value the argument
   * @return {@code value}
   */
  public static double notNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw violation(name, "finite and >= 0", value);
    }
    return value;
  }

  /**
   * Returns {@code value} if it is finite.
   *
   * @param name the argument's name
   * @param value the argument
   * @return {@code value}
   */
  public static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw violation(name, "finite", value);
    }
    return value;
  }

  /**
   * Returns a stretch of numbers if all are finite; a name is made only of one that is not.
   *
   * @param name the argument's name
   * @param values the argument
   * @param from the first of them
   * @param to the index after the last
   * @return {@code values}
   */
  public static double[] finite(String name, double[] values, int from, int to) {
    for (int j = from; j < to; j++) {
      if (!Double.isFinite(values[j])) {
        throw violation(name + "[" + (j - from) + "]", "finite", values[j]);
      }
    }
    return values;
  }

  /**
   * Returns {@code value} if it is a whole number from {@code low} to {@code high}.
   *
   * @param name the argument's name
   * @param value the argument
   * @param low the smallest legal value
   * @param high the largest legal value; at most 2⁵³
   * @return {@code value}
   */
  public static long whole(String name, double value, long low, long high) {
    if (!(value >= low && value <= high && value == Math.rint(value))) {
      throw violation(name, "whole and from " + low + " to " + high, value);
    }
    return (long) value;
  }

  /**
   * Returns {@code value} if {@code low <= value <= high}.
   *
   * @param name the argument's name
   * @param value the argument
   * @param low the smallest legal value
   * @param high the largest legal value
   * @return {@code value}
   */
  public static double within(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw violation(name, "in [" + low + ", " + high + "]", value);
    }
    return value;
  }

  /**
   * Returns {@code value} if {@code low < value < high}.
   *
   * @param name the argument's name
   * @param value the argument
   * @param low a number below every legal value
   * @param high a number above every legal value
   * @return {@code value}
   */
  public static double inside(String name, double value, double low, double high) {
    if (!(value > low && value < high)) {
      throw violation(name, "in (" + low + ", " + high + ")", value);
    }
    return value;
  }

  /**
   * Returns {@code value} if {@code 0 <= value < 1}.
   *
   * @param name the argument's name
   * @param value the argument
   * @return {@code value}
   */
  public static double fraction(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw violation(name, "in [0, 1)", value);
    }
    return value;
  }

  /**
   * Returns {@code value} if it is at least {@code low}.
   *
   * @param name the argument's name
   * @param value the argument
   * @param low the smallest legal value
   * @return {@code value}
   */
  public static int atLeast(String name, int value, int low) {
    if (value < low) {
      throw new IllegalArgumentException(name + " must be at least " + low + ", but was " + value);
    }
    return value;
  }

  /**
   * Returns {@code value} if it is at least {@code low} and at most {@code high}.
   *
   * @param name the argument's name
   * @param value the argument
   * @param low the smallest legal value
   * @param high the largest legal value
   * @return {@code value}
   */
  public static int from(String name, int value, int low, int high) {
    if (atLeast(name, value, low) > high) {
      throw new IllegalArgumentException(name + " must be at most " + high + ", but was " + value);
    }
    return value;
  }

  /**
   * Checks that a preparation left as many rows as it was given.
   *
   * @param before how many it was given
   * @param after how many it returned
   */
  public static void preparedRows(int before, int after) {
    if (after != before) {
      throw new IllegalArgumentException(
          "rows after preparation must be "
              + before
              + ", as many as before, but were "
              + after
              + "; leave rows out, or make more of them, before anything is prepared");
    }
  }

  /**
   * Returns how many numbers an array must hold, if there is such an array.
   *
   * @param name what is counted, such as {@code "rows × outputs"}
   * @param a how many
   * @param b for each of these
   * @return {@code a·b}
   */
  public static int length(String name, long a, long b) {
    if (a * b > LONGEST_ARRAY) {
      throw new IllegalArgumentException(
          name
              + " must be at most "
              + LONGEST_ARRAY
              + ", but was "
              + a
              + " × "
              + b
              + " = "
              + a * b);
    }
    return (int) (a * b);
  }

  /**
   * Returns {@code value} if it is not null.
   *
   * @param <T> the argument's type
   * @param name the argument's name
   * @param value the argument
   * @return {@code value}
   * @throws NullPointerException if it is null
   */
  public static <T> T notNull(String name, T value) {
    if (value == null) {
      throw new NullPointerException(name + " must not be null");
    }
    return value;
  }

  /**
   * Returns {@code value} if it is a text that can be read.
   *
   * @param name the argument's name
   * @param value the argument
   * @return {@code value}
   * @throws NullPointerException if it is null
   */
  public static String notBlank(String name, String value) {
    if (notNull(name, value).isBlank()) {
      throw new IllegalArgumentException(name + " must not be blank");
    }
    return value;
  }

  /**
   * Returns the values as a list if none is null.
   *
   * @param <T> the values' type
   * @param name the argument's name
   * @param values the argument
   * @return an immutable list
   * @throws NullPointerException if the argument or a value is null; the message says which
   */
  public static <T> List<T> noneNull(String name, T[] values) {
    for (int k = 0; k < notNull(name, values).length; k++) {
      notNull(name + "[" + k + "]", values[k]);
    }
    return List.of(values);
  }

  /**
   * Returns the values as a list if none is null.
   *
   * @param <T> the values' type
   * @param name the argument's name
   * @param values the argument
   * @return an immutable list
   * @throws NullPointerException if the argument or a value is null; the message says which
   */
  public static <T> List<T> noneNull(String name, Collection<? extends T> values) {
    int k = 0;
    for (T value : notNull(name, values)) {
      notNull(name + "[" + k + "]", value);
      k++;
    }
    return List.copyOf(values);
  }

  /**
   * Checks that the columns of a sparse row are not beyond those that there are, the usual slip of
   * a row that was read by other rules than those of the training. All else that must hold of them
   * is checked where the row is made.
   *
   * @param indices the columns
   * @param columns how many there are
   */
  public static void columns(int[] indices, int columns) {
    for (int k = 0; k < notNull("indices", indices).length; k++) {
      if (indices[k] >= columns) {
        throw new IllegalArgumentException(
            "indices["
                + k
                + "] must be one of the columns that there were at training, 0 to "
                + (columns - 1)
                + ", but was "
                + indices[k]
                + "; a column that no row had then has no weight: leave it out");
      }
    }
  }

  /**
   * Returns {@code index} if {@code 0 <= index < size}.
   *
   * @param name the argument's name
   * @param index the argument
   * @param size how many there are
   * @return {@code index}
   * @throws IndexOutOfBoundsException if it is outside
   */
  public static int index(String name, int index, int size) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(
          name + " must be from 0 to " + (size - 1) + ", but was " + index);
    }
    return index;
  }

  /**
   * Checks that rows have as many features as a model.
   *
   * @param name what the rows are called
   * @param features how many they have
   * @param wanted how many the model has
   */
  public static void features(String name, int features, int wanted) {
    if (features != wanted) {
      throw new IllegalArgumentException(
          name + " must have " + wanted + " features, as the model has, but has " + features);
    }
  }

  /**
   * Checks that a model that a training is to start from has as many features as prepared rows,
   * whose number a model that is there already cannot know.
   *
   * @param features how many the rows have; 0 for texts, which are refused elsewhere
   * @param wanted how many the model has
   */
  public static void start(int features, int wanted) {
    if (features != wanted && features > 0) {
      throw new IllegalArgumentException(
          "data must have "
              + wanted
              + " features, as the model has, but has "
              + features
              + "; a lambda in place of the model makes one as wide:"
              + " features -> Perceptron.zeros(features, Activation.sigmoid())");
    }
  }

  /**
   * Checks that rows have features: they have none where they are texts still.
   *
   * @param name what the rows are called
   * @param columns how many columns they have
   */
  public static void noTexts(String name, int columns) {
    if (columns == 0) {
      throw new IllegalArgumentException(
          name
              + " must have features, but has texts, of which a HashingVectorizer or a"
              + " CountVectorizer makes features first");
    }
  }

  private static IllegalArgumentException violation(String name, String rule, double value) {
    return new IllegalArgumentException(
        Texts.brief(name) + " must be " + rule + ", but was " + value);
  }
}
