package io.github.gradusml.text;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.KnownNames;
import io.github.gradusml.internal.Texts;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Different words, each with a column, which is found by the word. */
final class WordColumns extends AbstractList<String> implements KnownNames {
  private final List<String> words;
  private final Map<String, Integer> columns = new HashMap<>();

  /**
   * Takes words in the order of their columns.
   *
   * @throws IllegalArgumentException if there are none, or one comes twice
   */
  WordColumns(List<String> words) {
    this.words = Checks.noneNull("words", words);
    Checks.atLeast("words", words.size(), 1);
    for (String word : this.words) {
      if (columns.put(word, columns.size()) != null) {
        throw new IllegalArgumentException(
            "words must differ, but " + Texts.quoted(word) + " comes twice");
      }
    }
  }

  @Override
  public String get(int index) {
    return words.get(Checks.index("feature", index, words.size()));
  }

  @Override
  public int size() {
    return words.size();
  }

  @Override
  public boolean contains(Object word) {
    return columns.containsKey(word);
  }

  @Override
  public int indexOf(Object word) {
    return columns.getOrDefault(word, -1);
  }

  /** Without looking at words where the others are these. */
  @Override
  public boolean equals(Object other) {
    return other == this || super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
