package io.github.gradusml.text;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.rows.SparseRowsBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * How words are counted: what the two vectorizers have in common.
 *
 * @param words what the words are
 * @param isBinary whether a word counts once, however often it comes
 * @param hasUnitLength whether rows are scaled to length 1
 */
record Counting(Words words, boolean isBinary, boolean hasUnitLength) {
  static final Counting STANDARD = new Counting(Words.standard(), false, false);

  Counting {
    Checks.notNull("words", words);
  }

  Counting with(Words other) {
    return new Counting(other, isBinary, hasUnitLength);
  }

  Counting binary() {
    return new Counting(words, true, hasUnitLength);
  }

  Counting unitLength() {
    return new Counting(words, isBinary, true);
  }

  /** The texts of a dataset that still has some. */
  static List<String> texts(Dataset data) {
    List<String> texts = Checks.notNull("data", data).inputs().texts();
    if (texts.isEmpty()) {
      throw new IllegalArgumentException(
          "data must have texts, as Dataset.of(Rows.texts(list), y) has, but has "
              + data.features()
              + " features already");
    }
    return texts;
  }

  /** Hands over the words of a text that count. */
  void each(String text, Consumer<String> action) {
    if (!isBinary) {
      words.each(text, action);
      return;
    }
    Set<String> seen = new HashSet<>();
    words.each(
        text,
        word -> {
          if (seen.add(word)) {
            action.accept(word);
          }
        });
  }

  /**
   * Counts.
   *
   * @param columns how many there are
   * @param place where a word counts, as {@link CountedColumns} says; negative for nowhere
   * @param factors what the counts of each column are multiplied by; null for nothing
   */
  Rows rows(List<String> texts, int columns, ToLongFunction<String> place, double[] factors) {
    Checks.atLeast("texts", texts.size(), 1);
    SparseRowsBuilder rows = Rows.sparse(columns);
    CountedColumns counted = new CountedColumns();
    for (String text : texts) {
      each(text, word -> counted.add(place.applyAsLong(word)));
      counted.addTo(rows, factors, hasUnitLength);
    }
    return rows.build();
  }

  /** Says what differs from plain counts. */
  @Override
  public String toString() {
    return words + (isBinary ? ", each once" : "") + (hasUnitLength ? ", rows of length 1" : "");
  }
}
