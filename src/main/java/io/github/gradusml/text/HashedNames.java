package io.github.gradusml.text;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.KnownNames;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of columns that words are hashed to, made when they are asked for: the words that are
 * known to fall there, else {@code #17}, which no word can be.
 */
final class HashedNames extends AbstractList<String> implements KnownNames {
  private static final int MOST_WORDS = 3;

  private final int columns;
  private final Map<Integer, List<String>> words;

  /** The columns of names that are words; null until one is looked for. */
  private volatile Map<String, Integer> places;

  HashedNames(int columns, Map<Integer, List<String>> words) {
    this.columns = columns;
    this.words = words;
  }

  @Override
  public String get(int index) {
    List<String> known = words.get(Checks.index("feature", index, columns));
    if (known == null) {
      return "#" + index;
    }
    int more = known.size() - MOST_WORDS;
    return String.join(" | ", known.subList(0, Math.min(known.size(), MOST_WORDS)))
        + (more > 0 ? " | … " + more + " more" : "");
  }

  @Override
  public int size() {
    return columns;
  }

  @Override
  public boolean areMadeOnDemand() {
    return true;
  }

  @Override
  public boolean contains(Object name) {
    return indexOf(name) >= 0;
  }

  @Override
  public int indexOf(Object name) {
    if (!(name instanceof String text)) {
      return -1;
    }
    if (!text.startsWith("#")) {
      return places().getOrDefault(text, -1);
    }
    try {
      int column = Integer.parseInt(text.substring(1));
      return column >= 0 && column < columns && get(column).equals(text) ? column : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private Map<String, Integer> places() {
    Map<String, Integer> all = places;
    if (all == null) {
      all = new HashMap<>();
      for (int column : words.keySet()) {
        all.put(get(column), column);
      }
      places = all;
    }
    return all;
  }

  /** Without making a name where the others are such as well. */
  @Override
  public boolean equals(Object other) {
    return other == this
        || (other instanceof HashedNames names
            ? names.columns == columns && names.words.equals(words)
            : super.equals(other));
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
