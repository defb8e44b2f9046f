package io.github.gradusml.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.Reference;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rows.Rows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same words, columns and numbers as scikit-learn 1.2.1; each file says the call. */
class ScikitLearnTextTest {
  private static final List<String> DOCUMENTS = documents();

  /** A logarithm, a product and a division are each rounded once or twice more than there. */
  private static final double ROUNDING = 4 * Math.ulp(1.0);

  private static final Map<String, UnaryOperator<CountVectorizer>> COUNTED =
      Map.of(
          "counts", v -> v,
          "shortest", v -> v.withWords(Words.standard().withShortest(2)),
          "case", v -> v.withWords(Words.standard().withCase()),
          "pairs", v -> v.withWords(Words.standard().withNGrams(2)),
          "frequent", v -> v.withMinimumTexts(2).withMaximumShare(0.3),
          "most", v -> v.withMostWords(3),
          "tfidf", v -> v.withTfIdf().withUnitLength(),
          "tfidf_long", v -> v.withTfIdf(),
          "tfidf_binary", v -> v.withTfIdf().withUnitLength().withBinaryCounts());

  private static final Map<String, HashingVectorizer> HASHED =
      Map.of(
          "hash32", HashingVectorizer.standard().withColumns(32),
          "hash1000", HashingVectorizer.standard().withColumns(1000),
          "hash32_unsigned", HashingVectorizer.standard().withColumns(32).withoutSigns(),
          "hash20_pairs_unit",
              HashingVectorizer.standard()
                  .withColumns(1 << 20)
                  .withWords(Words.standard().withNGrams(2))
                  .withUnitLength());

  private static List<String> documents() {
    Path file = Path.of("src/test/resources/reference/text/documents.txt");
    try {
      return List.of(Files.readString(file, StandardCharsets.UTF_8).split("\n"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "counts",
        "shortest",
        "case",
        "pairs",
        "frequent",
        "most",
        "tfidf",
        "tfidf_long",
        "tfidf_binary"
      })
  void wordsColumnsAndNumbersAreThoseOfTheVectorizers(String name) {
    Reference reference = Reference.of("text/" + name);
    Dataset texts = Dataset.of(Rows.texts(DOCUMENTS), new double[DOCUMENTS.size()]);
    Vocabulary vocabulary = COUNTED.get(name).apply(CountVectorizer.standard()).fit(texts);
    for (String word : vocabulary.words()) {
      assertEquals(reference.get("word." + word), vocabulary.column(word).orElseThrow(), word);
    }
    assertSame(reference, vocabulary.apply(texts).inputs());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hash32", "hash1000", "hash32_unsigned", "hash20_pairs_unit"})
  void columnsAndSignsAreThoseOfTheHashingVectorizer(String name) {
    assertSame(Reference.of("text/" + name), HASHED.get(name).rows(DOCUMENTS));
  }

  /** As many numbers, where they are, and as large. */
  private static void assertSame(Reference reference, Rows rows) {
    for (int i = 0; i < rows.size(); i++) {
      int[] indices = rows.indices(i);
      double[] values = rows.values(i);
      for (int k = 0; k < indices.length; k++) {
        double expected = reference.get("d" + i + "." + indices[k]);
        assertEquals(expected, values[k], ROUNDING * Math.abs(expected));
      }
    }
    assertEquals(reference.count("d"), rows.numbers());
  }

  @Test
  void theHashIsMurmurHash3() {
    Reference reference = Reference.of("text/murmur");
    for (String seed : List.of("0", "1", "42", "4294967295")) {
      for (String word :
          List.of("", "a", "ab", "abc", "abcd", "abcde", "Größe", "我们", "𐐨", "free money")) {
        int hash = MurmurHash.of(word, Integer.parseUnsignedInt(seed));
        assertEquals(reference.get(seed + "." + word), hash, word);
      }
    }
  }
}
