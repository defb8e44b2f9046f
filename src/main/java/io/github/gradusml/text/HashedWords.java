package io.github.gradusml.text;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which column each of some words is hashed to, and which words share one: what a hash cannot say
 * by itself.
 *
 * <p>Words that share a column have one weight together. With d columns and m different words a
 * word shares its column with another one with probability
 *
 * <pre>{@code
 * 1 − (1 − 1/d)^(m − 1) ≈ m/d        for m well below d
 * }</pre>
 *
 * <p>It is immutable.
 */
public final class HashedWords {
  private final List<String> all;
  private final Map<Integer, List<String>> byColumn = new TreeMap<>();
  private final int columns;

  HashedWords(HashingVectorizer vectorizer, Collection<String> words) {
    Set<String> sorted = new TreeSet<>(CodePointOrder.INSTANCE);
    sorted.addAll(words);
    this.all = List.copyOf(sorted);
    this.columns = vectorizer.columns();
    Map<Integer, List<String>> lists = new TreeMap<>();
    for (String word : all) {
      lists.computeIfAbsent(vectorizer.column(word), column -> new ArrayList<>()).add(word);
    }
    lists.forEach((column, some) -> byColumn.put(column, List.copyOf(some)));
  }

  /**
   * Returns all words.
   *
   * @return different words, in alphabetical order
   */
  public List<String> all() {
    return all;
  }

  /**
   * Returns the words that are hashed to a column.
   *
   * @param column from 0
   * @return the words in alphabetical order; none where none of these words falls
   * @throws IndexOutOfBoundsException if there is no such column
   */
  public List<String> in(int column) {
    return byColumn.getOrDefault(Checks.index("column", column, columns), List.of());
  }

  /**
   * Counts the words that share their column with another one.
   *
   * @return 0 where each has one for itself
   */
  public int collisions() {
    return byColumn.values().stream().mapToInt(List::size).filter(size -> size > 1).sum();
  }

  /** The names of all columns. */
  List<String> names() {
    return new HashedNames(columns, byColumn);
  }

  /** Says how many words there are, and how many share a column. */
  @Override
  public String toString() {
    return "HashedWords("
        + Texts.count(all.size(), "word")
        + " in "
        + Texts.count(columns, "column")
        + ", of which "
        + collisions()
        + " share one with others)";
  }
}
