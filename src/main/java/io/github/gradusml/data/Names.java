package io.github.gradusml.data;

import static java.util.stream.Collectors.joining;

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
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException(
            what
                + listed(names)
                + (names.size() > MOST_LISTED ? ", and " + quoted(name) + " comes twice" : ""));
      }
    }
  }

  /** The names, in brackets; of many the first ones and their number. */
  static String listed(List<String> names) {
    return names.size() <= MOST_LISTED
        ? names.stream().map(Names::shortened).toList().toString()
        : names.stream()
            .limit(MOST_LISTED)
            .map(Names::shortened)
            .collect(joining(", ", "[", ", … " + names.size() + " in all]"));
  }

  /** A name or another text in quotes; of a long one the beginning. */
  static String quoted(String text) {
    return '"' + shortened(text) + '"';
  }

  /** A name or another text; of a long one the beginning. */
  static String shortened(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
  }
}
