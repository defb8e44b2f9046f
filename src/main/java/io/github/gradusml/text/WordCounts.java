package io.github.gradusml.text;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.ReproducibleMath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often the words of training texts come, in all, and in how many of the texts. */
final class WordCounts {
  private final Map<String, Count> counts = new HashMap<>();
  private int texts;

  /** Of a word. */
  private static final class Count {
    private long inAll;
    private int texts;

    /** From 1; where the word was met last. */
    private int lastText;
  }

  /** Counts the texts of all rows that have a weight. */
  static WordCounts of(Dataset data, Counting counting) {
    List<String> all = Counting.texts(data);
    WordCounts counts = new WordCounts();
    for (int i = 0; i < all.size(); i++) {
      if (data.weight(i) > 0) {
        counts.texts++;
        counting.each(all.get(i), counts::add);
      }
    }
    return counts;
  }

  private void add(String word) {
    Count count = counts.computeIfAbsent(word, any -> new Count());
    count.inAll++;
    if (count.lastText != texts) {
      count.lastText = texts;
      count.texts++;
    }
  }

  /** The words within bounds in alphabetical order; of equally frequent ones the first stay. */
  List<String> words(WordBounds bounds) {
    List<String> words = new ArrayList<>();
    counts.forEach(
        (word, count) -> {
          if (bounds.allow(count.texts, texts)) {
            words.add(word);
          }
        });
    words.sort(CodePointOrder.INSTANCE);
    if (words.size() > bounds.mostWords()) {
      words.sort(Comparator.comparingLong(word -> -counts.get(word).inAll)); // keeps the order
      words.subList(bounds.mostWords(), words.size()).clear();
      words.sort(CodePointOrder.INSTANCE);
    }
    return words;
  }

  /** ln((1 + n) / (1 + df)) + 1. */
  double inverseDocumentFrequency(String word) {
    double inTexts = counts.get(word).texts;
    return ReproducibleMath.log1p((texts - inTexts) / (1 + inTexts)) + 1;
  }

  int different() {
    return counts.size();
  }

  int texts() {
    return texts;
  }
}
