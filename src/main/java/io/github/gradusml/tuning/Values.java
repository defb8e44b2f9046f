package io.github.gradusml.tuning;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Range;
import io.github.gradusml.internal.Texts;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * The values of a setting that a search tries: numbers of a range, or a list of anything.
 *
 * <pre>{@code
 * Values<Double> alphas = Values.logarithmic(1e-4, 1, 5); // 1e-4, 1e-3, 0.01, 0.1, 1
 * Values<Double> shares = Values.linear(0, 0.9, 4); // 0, 0.3, 0.6, 0.9
 * Values<UpdateStrategy> these = Values.of(UpdateStrategy.batch(), UpdateStrategy.miniBatch(16));
 * }</pre>
 *
 * <p>A grid tries the listed values. A search at random draws from the whole range, on its scale,
 * or from the list; a refinement narrows a range and leaves of a list the best value alone.
 *
 * <p>For the {@linkplain SearchResult#bestByOneStandardError() one-standard-error choice}, say
 * which end gives the simpler model, for instance {@code Values.logarithmic(1e-4, 1,
 * 5).withSimplestLast()} for the strength of a penalty.
 *
 * <p>Article: section 3, Grid search parameters: a logarithmic scale first, then the most promising
 * order of magnitude.
 *
 * @param <T> what a value is
 */
public final class Values<T> {
  /** A refined range has at least as many values, so that it is finer than the one before. */
  private static final int LEAST_REFINED = 5;

  /** Explicit numbers that span such a factor are drawn on a logarithmic axis. */
  private static final double LOGARITHMIC_FACTOR = 50;

  /** As a share of a range; its values are as far apart as 1e-6 or more. */
  private static final double ROUNDING = 1e-9;

  /** The last of 12 digits: in a narrow range, it counts for more than its own share. */
  private static final double LAST_DIGIT = 1e-11;

  private static final int MOST_VALUES = 1_000_000;

  private final List<T> list;
  private final Range range;
  private final DoubleFunction<T> boxed;

  /** 1 where later values make the simpler model, −1 where earlier do, 0 where nobody said. */
  private final int simplicity;

  private Values(List<T> list, Range range, DoubleFunction<T> boxed, int simplicity) {
    this.list = list;
    this.range = range;
    this.boxed = boxed;
    this.simplicity = simplicity;
  }

  /**
   * Returns numbers that are evenly spaced by factor, for what matters by its order of magnitude,
   * such as alpha and the learning rate.
   *
   * <pre>{@code
   * from·(to/from)^(i/(count−1))        i = 0 … count−1
   * }</pre>
   *
   * <p>Each is rounded to 12 significant digits; of values that are then the same, one is kept.
   *
   * @param from the first and smallest; finite, {@code > 0}
   * @param to the last and largest; finite, above {@code from}
   * @param count how many; from 2 to a million
   * @return the values
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static Values<Double> logarithmic(double from, double to, int count) {
    return spread(Range.checked(from, to, true), count);
  }

  /**
   * Returns numbers that are evenly spaced, such as shares.
   *
   * <pre>{@code
   * from + i·(to − from)/(count−1)        i = 0 … count−1
   * }</pre>
   *
   * <p>Each is rounded to 12 significant digits; of values that are then the same, one is kept.
   *
   * @param from the first and smallest; finite
   * @param to the last and largest; finite, above {@code from}
   * @param count how many; from 2 to a million
   * @return the values
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static Values<Double> linear(double from, double to, int count) {
    return spread(Range.checked(from, to, false), count);
  }

  private static Values<Double> spread(Range range, int count) {
    List<Double> list = range.spread(Checks.from("count", count, 2, MOST_VALUES));
    return new Values<>(list, range, Double::valueOf, 0);
  }

  /**
   * Returns a list of values, in the order in which they are tried.
   *
   * @param <T> what a value is; its {@code toString} names it in tables
   * @param values at least one, all different
   * @return the values
   * @throws IllegalArgumentException if there is none, or one comes twice
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // handed on to be checked, and not kept
  public static <T> Values<T> of(T... values) {
    List<T> list = Checks.noneNull("values", values);
    if (list.isEmpty()) {
      throw new IllegalArgumentException("values must be at least one, but there is none");
    }
    if (list.stream().distinct().count() < list.size()) {
      throw new IllegalArgumentException("values must differ, but were " + Texts.some(list));
    }
    return new Values<>(list, null, null, 0);
  }

  /**
   * Says that earlier values make the simpler model: few epochs rather than many.
   *
   * @return the same values
   */
  public Values<T> withSimplestFirst() {
    return new Values<>(list, range, boxed, -1);
  }

  /**
   * Says that later values make the simpler model: a strong penalty rather than a weak one.
   *
   * @return the same values
   */
  public Values<T> withSimplestLast() {
    return new Values<>(list, range, boxed, 1);
  }

  /**
   * Returns the values of a grid.
   *
   * @return at least one
   */
  public List<T> list() {
    return list;
  }

  /**
   * Tells whether the values belong on a logarithmic axis: those of {@link #logarithmic}, and a
   * list of positive numbers of which the largest is 50 times the smallest or more.
   *
   * @return true if so
   */
  public boolean isLogarithmic() {
    if (range != null) {
      return range.logarithmic();
    }
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (T value : list) {
      double number = value instanceof Number n ? n.doubleValue() : Double.NaN;
      if (!(number > 0)) {
        return false;
      }
      least = Math.min(least, number);
      most = Math.max(most, number);
    }
    return most >= LOGARITHMIC_FACTOR * least;
  }

  /** From how many different values {@link #draw} takes one. */
  double choices() {
    return range == null ? list.size() : Double.POSITIVE_INFINITY;
  }

  /** One of the values, or of all numbers of the range, at random. */
  T draw(RandomGenerator random) {
    return range == null
        ? list.get(random.nextInt(list.size()))
        : boxed.apply(range.at(random.nextDouble()));
  }

  /**
   * The values next to one of them: of a range the part from its lower neighbor to its upper
   * neighbor, but never beyond the range; of a list only this one.
   */
  Values<T> around(Object value) {
    if (range == null) {
      if (!list.contains(value)) {
        throw new IllegalArgumentException(
            "value must be one of " + Texts.some(list) + ", but was " + Texts.brief(value));
      }
      return new Values<>(List.of(list.get(list.indexOf(value))), null, null, simplicity);
    }
    if (!(value instanceof Double number)) {
      throw new IllegalArgumentException(
          "value must be a number, for " + this + ", but was " + Texts.brief(value));
    }
    Range part = range.around(number, 1.0 / (list.size() - 1));
    if (part.from() == part.to()) {
      return new Values<>(List.of(boxed.apply(part.from())), null, null, simplicity);
    }
    TreeSet<Double> known = new TreeSet<>();
    list.forEach(one -> known.add((Double) one));
    List<T> refined =
        part.spread(Math.max(list.size(), LEAST_REFINED)).stream()
            .map(finer -> boxed.apply(asBefore(finer, known, part)))
            .distinct()
            .toList();
    return new Values<>(refined, part, boxed, simplicity);
  }

  /** The known value that a finer one is but for rounding, so that none is tried twice. */
  private static double asBefore(double finer, TreeSet<Double> known, Range part) {
    for (Double near : new Double[] {known.floor(finer), known.ceiling(finer)}) {
      if (near != null
          && (Math.abs(part.position(finer) - part.position(near)) <= ROUNDING
              || Math.abs(finer - near) <= LAST_DIGIT * Math.abs(near))) {
        return near;
      }
    }
    return finer;
  }

  /** Whether a value is at an end of the range, beyond which there may be better ones. */
  boolean isAtEdge(Object value) {
    return range != null && (value.equals(range.from()) || value.equals(range.to()));
  }

  boolean saysSimplest() {
    return simplicity != 0;
  }

  /** Larger for the value that makes the simpler model. */
  double simplicity(Object value) {
    return simplicity * (range == null ? list.indexOf(value) : (Double) value);
  }

  @Override
  public String toString() {
    return range == null
        ? Texts.some(list)
        : list.size()
            + " values from "
            + range.from()
            + " to "
            + range.to()
            + (range.logarithmic() ? " by factor" : "");
  }
}
