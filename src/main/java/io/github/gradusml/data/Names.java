package io.github.gradusml.data;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names of features, columns and classes: where they are among others, and how a message lists them
 * where there are thousands.
 */
final class Names {
  private static final int MOST_LISTED = 10;
  private static final int MOST_CHARACTERS = 60;

  /** Of all names that are listed, so that long ones do not make a long message. */
  private static final int MOST_LISTED_CHARACTERS = 300;

  private static final int MOST_CLOSE = 3;
  private static final int LONGEST_FILE = 200;

  private Names() {}

  /** The position of each; names that differ. */
  static Map<String, Integer> positions(List<String> names) {
    Map<String, Integer> positions = new HashMap<>();
    for (String name : names) {
      positions.put(name, positions.size());
    }
    return positions;
  }

  /** Checks that no name comes twice. */
  static void differ(String what, List<String> names) {
    if (new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException(what + listed(names) + twice(names));
    }
  }

  /** The end of a message that lists names: one that comes twice, where the list is cut short. */
  static String twice(List<String> names) {
    Set<String> seen = new HashSet<>();
    return names.stream()
        .filter(name -> !areAllListed(names) && !seen.add(name))
        .findFirst()
        .map(name -> ", and " + quoted(name) + " comes twice")
        .orElse("");
  }

  /** The names, in brackets; of many the first ones and their number. */
  static String listed(List<String> names) {
    return names.stream()
        .limit(numberListed(names))
        .map(Names::shortened)
        .collect(
            joining(", ", "[", areAllListed(names) ? "]" : ", … " + names.size() + " in all]"));
  }

  private static int numberListed(List<String> names) {
    int some = 0;
    int characters = 0;
    while (some < names.size() && some < MOST_LISTED && characters < MOST_LISTED_CHARACTERS) {
      characters += shortened(names.get(some++)).length();
    }
    return some;
  }

  private static boolean areAllListed(List<String> names) {
    return numberListed(names) == names.size();
  }

  /** The end of a message that lists names of which another is none: those it is closest to. */
  static String closest(String name, List<String> names) {
    if (areAllListed(names)) {
      return "";
    }
    String wanted = shortened(name);
    Map<String, Integer> distances = new HashMap<>();
    for (String other : names) {
      int distance = EditDistance.between(wanted, shortened(other));
      if (distance <= Math.max(1, wanted.length() / 3)) {
        distances.put(other, distance);
      }
    }
    List<String> close =
        distances.keySet().stream()
            .sorted(Comparator.<String>comparingInt(distances::get).thenComparing(n -> n))
            .limit(MOST_CLOSE)
            .map(Names::quoted)
            .toList();
    return switch (close.size()) {
      case 0 -> "";
      case 1 -> "; closest is " + close.get(0);
      default -> "; closest are " + String.join(", ", close);
    };
  }

  /** A name or another text in quotes; of a long one the beginning. */
  static String quoted(String text) {
    return '"' + shortened(text) + '"';
  }

  /** A name or another text; of a long one the beginning. */
  static String shortened(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
  }

  /** The name of a file; of a long one the end. */
  static String file(String path) {
    return path.length() <= LONGEST_FILE
        ? path
        : "…" + path.substring(path.length() - LONGEST_FILE);
  }
}
