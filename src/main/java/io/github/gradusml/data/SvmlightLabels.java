package io.github.gradusml.data;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The labels of classes in an svmlight file, each once, with a number; at first in the order they
 * come in.
 *
 * <p>Labels are numbers there, and two that are the same number are one class: +1 and 1. It is
 * called as it was written first.
 */
final class SvmlightLabels {
  private final boolean areOpen;
  private final Map<Double, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  /** Takes the labels that there may be, or none where all are welcome. */
  SvmlightLabels(List<String> given) {
    this.areOpen = given.isEmpty();
    given.forEach(label -> add(value(label), label));
  }

  /** Whether texts can be labels of as many classes. */
  static boolean areLabels(List<String> names) {
    return names.stream().noneMatch(name -> Double.isNaN(value(name)))
        && names.stream().map(SvmlightLabels::value).collect(toSet()).size() == names.size();
  }

  /** The number that a label is; NaN where it is none. */
  private static double value(String label) {
    char[] text = label.toCharArray();
    double value = CsvNumber.of(text, 0, text.length, '.');
    boolean isSound =
        Double.isFinite(value) && (value != 0 || CsvNumber.isZero(text, 0, text.length));
    return isSound ? value + 0.0 : Double.NaN; // −0 is 0
  }

  boolean has(double value) {
    return numbers.containsKey(value + 0.0);
  }

  boolean areOpen() {
    return areOpen;
  }

  void add(double value, String label) {
    numbers.put(value + 0.0, names.size());
    names.add(label);
  }

  int number(double value) {
    return numbers.get(value + 0.0);
  }

  /** The names of the classes, by ascending number where none is given. */
  List<String> names() {
    return IntStream.of(order()).mapToObj(names::get).toList();
  }

  /** The classes, as the positions of their names. */
  double[] classes(double[] numbersOfLabels) {
    int[] order = order();
    double[] positions = new double[order.length];
    for (int k = 0; k < order.length; k++) {
      positions[order[k]] = k;
    }
    return Arrays.stream(numbersOfLabels).map(number -> positions[(int) number]).toArray();
  }

  private int[] order() {
    IntStream all = IntStream.range(0, names.size());
    return areOpen
        ? all.boxed()
            .sorted(Comparator.comparingDouble(k -> value(names.get(k))))
            .mapToInt(k -> k)
            .toArray()
        : all.toArray();
  }
}
