package io.github.gradusml.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.rows.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Random texts against a plain count, dense and a word at a time. */
class RandomTextsTest {
  private static final int CASES = 2000;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}_]*");

  /** Without Σ and İ, whose lower case depends on neighbors or takes two characters in Java. */
  private static final List<String> PIECES =
      List.of(
          "a",
          "b",
          "A",
          "B",
          "é",
          "É",
          "e\u0301",
          "ж",
          "Ж",
          "学",
          "1",
          "²",
          "_",
          " ",
          " ",
          " ",
          "-",
          "'",
          "\n",
          "\uD801\uDC00",
          "\uD801\uDC28",
          "😀",
          "\uD801",
          "\u0301",
          ".",
          "ß",
          "ﬁ");

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int k = random.nextInt(40); k > 0; k--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static List<String> words(String text, Words rule) {
    List<String> words =
        WORD.matcher(text)
            .results()
            .map(found -> found.group())
            .filter(word -> word.codePoints().count() >= rule.shortest())
            .map(word -> rule.keepsCase() ? word : word.toLowerCase(Locale.ROOT))
            .toList();
    List<String> all = new ArrayList<>();
    for (int n = 1; n <= rule.nGrams(); n++) {
      for (int from = 0; from + n <= words.size(); from++) {
        all.add(String.join(" ", words.subList(from, from + n)));
      }
    }
    return all;
  }

  private static Words rule(Random random) {
    return new Words(1 + random.nextInt(2), 1 + random.nextInt(3), random.nextBoolean());
  }

  private static List<String> texts(Random random) {
    List<String> texts = new ArrayList<>(List.of("a bb"));
    for (int k = random.nextInt(6); k >= 0; k--) {
      texts.add(text(random));
    }
    return texts;
  }

  private static void divide(double[] row) {
    double length = Math.sqrt(Arrays.stream(row).map(value -> value * value).sum());
    Arrays.setAll(row, j -> length > 0 ? row[j] / length : 0);
  }

  @Test
  void aVocabularyCountsAsACountOfOneWordAtATimeDoes() {
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      List<String> texts = texts(random);
      Words rule = rule(random);
      boolean unit = random.nextBoolean();
      boolean binary = random.nextBoolean();
      boolean tfIdf = random.nextBoolean();
      List<List<String>> split = texts.stream().map(text -> words(text, rule)).toList();
      TreeSet<String> different = new TreeSet<>(CodePointOrderTest.BY_CODE_POINTS);
      split.forEach(different::addAll);
      CountVectorizer vectorizer = CountVectorizer.standard().withWords(rule);
      vectorizer = unit ? vectorizer.withUnitLength() : vectorizer;
      vectorizer = binary ? vectorizer.withBinaryCounts() : vectorizer;
      vectorizer = tfIdf ? vectorizer.withTfIdf() : vectorizer;
      Dataset data = Dataset.of(Rows.texts(texts), new double[texts.size()]);
      Vocabulary vocabulary = vectorizer.fit(data);
      assertEquals(List.copyOf(different), vocabulary.words(), () -> "seed of " + texts);
      Rows rows = vocabulary.apply(data).inputs();
      for (int i = 0; i < texts.size(); i++) {
        double[] expected = new double[different.size()];
        for (int j = 0; j < expected.length; j++) {
          String word = vocabulary.words().get(j);
          int count = Collections.frequency(split.get(i), word);
          long df = split.stream().filter(words -> words.contains(word)).count();
          double idf = tfIdf ? Math.log((1.0 + texts.size()) / (1 + df)) + 1 : 1;
          expected[j] = (binary ? Math.min(count, 1) : count) * idf;
        }
        if (unit) {
          divide(expected);
        }
        // Both round a logarithm, a product and a length of ten terms or so.
        assertArrayEquals(expected, rows.row(i), tfIdf || unit ? 1e-13 : 0);
      }
    }
  }

  @Test
  void aHashingVectorizerCountsAsACountOfOneWordAtATimeDoes() {
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      List<String> texts = texts(random);
      Words rule = rule(random);
      boolean unit = random.nextBoolean();
      boolean binary = random.nextBoolean();
      HashingVectorizer vectorizer =
          HashingVectorizer.standard()
              .withWords(rule)
              .withColumns(1 + random.nextInt(20))
              .withSeed(random.nextInt());
      vectorizer = unit ? vectorizer.withUnitLength() : vectorizer;
      vectorizer = binary ? vectorizer.withBinaryCounts() : vectorizer;
      vectorizer = random.nextBoolean() ? vectorizer.withoutSigns() : vectorizer;
      Rows rows = vectorizer.rows(texts);
      for (int i = 0; i < texts.size(); i++) {
        List<String> words = words(texts.get(i), rule);
        double[] expected = new double[vectorizer.columns()];
        for (String word : binary ? new TreeSet<>(words) : words) {
          expected[vectorizer.column(word)] += vectorizer.sign(word);
        }
        if (unit) {
          divide(expected);
        }
        assertArrayEquals(expected, rows.row(i), unit ? 1e-15 : 0); // a length of small numbers
      }
    }
  }
}
