package io.github.gradusml.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The labels of classes in a file, each once, with a number; at first in the order they come in.
 */
final class CsvLabels {
  private final List<String> given;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /** Takes the labels that there may be, or none where all are welcome. */
  CsvLabels(List<String> given) {
    this.given = given;
    given.forEach(label -> numbers.put(label, numbers.size()));
  }

  boolean has(String label) {
    return numbers.containsKey(label);
  }

  /** Whether a label that is not there yet may come. */
  boolean areOpen() {
    return given.isEmpty();
  }

  int number(String label) {
    Integer number = numbers.putIfAbsent(label, numbers.size());
    return number == null ? numbers.size() - 1 : number;
  }

  /** The names of the classes, in alphabetical order where none is given. */
  String[] names() {
    String[] names = numbers.keySet().toArray(String[]::new);
    if (areOpen()) {
      Arrays.sort(names);
    }
    return names;
  }

  /** The classes, as the positions of their names. */
  double[] classes(double[] numbersOfLabels) {
    Map<String, Integer> positions = Names.positions(List.of(names()));
    int[] classes = numbers.keySet().stream().mapToInt(positions::get).toArray();
    return Arrays.stream(numbersOfLabels).map(number -> classes[(int) number]).toArray();
  }
}
