package io.github.gradusml.tuning;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Randomness;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.training.Trainer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * The settings of a search, each with its values, and what they change in a trainer. A point has a
 * value of each setting, in their order.
 *
 * @param settings the settings
 * @param changes what a point changes in a trainer, one after the other
 */
record SearchSpace(
    List<Setting> settings, List<BiFunction<Trainer, List<Object>, Trainer>> changes) {
  static final int MOST_POINTS = 1_000_000;

  /**
   * One setting.
   *
   * @param name its name
   * @param values its values
   */
  record Setting(String name, Values<?> values) {}

  static SearchSpace empty() {
    return new SearchSpace(List.of(), List.of());
  }

  SearchSpace with(String name, Values<?> values) {
    Checks.notBlank("name", name);
    Checks.notNull("values", values);
    if (settings.stream().anyMatch(setting -> setting.name().equals(name))) {
      throw new IllegalArgumentException(
          "settings must differ, but " + Texts.quoted(name) + " comes twice");
    }
    return new SearchSpace(plus(settings, new Setting(name, values)), changes);
  }

  SearchSpace with(BiFunction<Trainer, List<Object>, Trainer> change) {
    return new SearchSpace(settings, plus(changes, change));
  }

  private static <E> List<E> plus(List<E> list, E element) {
    List<E> longer = new ArrayList<>(list);
    longer.add(element);
    return List.copyOf(longer);
  }

  private void checkNotEmpty() {
    if (settings.isEmpty()) {
      throw new IllegalArgumentException(
          "search must have at least one setting: with(name, values, change) adds one");
    }
  }

  /** Every combination, where the last setting changes fastest. */
  List<List<Object>> grid() {
    checkNotEmpty();
    List<List<Object>> points = List.of(List.of());
    for (Setting setting : settings) {
      long size = (long) points.size() * setting.values().list().size();
      if (size > MOST_POINTS) {
        throw new IllegalArgumentException(
            "grid must have at most "
                + MOST_POINTS
                + " points; withRandomPoints tries some of them");
      }
      List<List<Object>> longer = new ArrayList<>();
      for (List<Object> point : points) {
        for (Object value : setting.values().list()) {
          longer.add(plus(point, value));
        }
      }
      points = longer;
    }
    return points;
  }

  /** How many combinations there are; infinite with a range of numbers. */
  private double combinations() {
    double combinations = 1;
    for (Setting setting : settings) {
      combinations *= setting.values().choices();
    }
    return combinations;
  }

  /** Points at random; one that is drawn twice is tried once. */
  List<List<Object>> random(int count, long seed) {
    checkNotEmpty();
    if (combinations() <= count) {
      return grid();
    }
    RandomGenerator random = Randomness.of(seed);
    Set<List<Object>> points = new LinkedHashSet<>();
    for (int i = 0; i < count; i++) {
      List<Object> point = new ArrayList<>();
      for (Setting setting : settings) {
        point.add(setting.values().draw(random));
      }
      points.add(List.copyOf(point));
    }
    return List.copyOf(points);
  }

  /** The same settings, each with the values next to that of a point. */
  SearchSpace around(List<Object> point) {
    List<Setting> narrowed =
        IntStream.range(0, settings.size())
            .mapToObj(
                i ->
                    new Setting(
                        settings.get(i).name(), settings.get(i).values().around(point.get(i))))
            .toList();
    return new SearchSpace(narrowed, changes);
  }

  Trainer trainer(Trainer base, List<Object> point) {
    Trainer trainer = base;
    for (BiFunction<Trainer, List<Object>, Trainer> change : changes) {
      trainer = Checks.notNull("what a setting's change returned", change.apply(trainer, point));
    }
    return trainer;
  }

  /** The values of a point by the settings' names, in order. */
  Map<String, Object> named(List<Object> point) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < settings.size(); i++) {
      named.put(settings.get(i).name(), point.get(i));
    }
    return named;
  }

  Setting setting(String name) {
    return settings.stream()
        .filter(setting -> setting.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "setting must be one of "
                        + Texts.some(settings.stream().map(Setting::name).toList())
                        + ", but was "
                        + Texts.quoted(name)));
  }
}
