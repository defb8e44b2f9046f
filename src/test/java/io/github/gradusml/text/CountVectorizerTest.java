package io.github.gradusml.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.rows.Rows;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CountVectorizerTest {
  private static final CountVectorizer STANDARD = CountVectorizer.standard();
  private static final Dataset TEXTS = texts("free money free", "no money", "Free lunch, no", "");

  static Dataset texts(String... texts) {
    return Dataset.of(Rows.texts(List.of(texts)), new double[texts.length]);
  }

  @Test
  void aColumnAWordInAlphabeticalOrderCountsIt() {
    Vocabulary vocabulary = STANDARD.fit(TEXTS);
    assertEquals(List.of("free", "lunch", "money", "no"), vocabulary.words());
    Dataset counted = vocabulary.apply(TEXTS);
    assertEquals(vocabulary.words(), counted.featureNames());
    assertTrue(counted.inputs().isSparse());
    assertArrayEquals(new double[] {2, 0, 1, 0}, counted.row(0));
    assertArrayEquals(new double[] {0, 0, 1, 1}, counted.row(1));
    assertArrayEquals(new double[] {1, 1, 0, 1}, counted.row(2));
    assertArrayEquals(new double[4], counted.row(3));
  }

  @Test
  void theAlphabetIsThatOfUnicodeNumbers() {
    // Half-width and mathematical letters: String.compareTo puts the pair of units first.
    Dataset texts = texts("\uFF71 \uD835\uDC00 a \uD835\uDC00b aa");
    assertEquals(
        List.of("a", "aa", "\uFF71", "\uD835\uDC00", "\uD835\uDC00b"), STANDARD.fit(texts).words());
  }

  @Test
  void wordsThatAreNotKnownAreLeftOutAndATextOfNoneIsARowOfZeros() {
    Rows rows = STANDARD.fit(TEXTS).rows(List.of("cheap money", "what is that?"));
    assertArrayEquals(new double[] {0, 0, 1, 0}, rows.row(0));
    assertArrayEquals(new double[4], rows.row(1));
    assertEquals(1, rows.numbers());
  }

  @Test
  void targetsWeightsClassesAndCreditStay() {
    Dataset texts =
        Dataset.of(Rows.texts(List.of("a", "b")), new double[] {0, 1})
            .withClassNames("ham", "spam")
            .withWeights(1, 3)
            .withCredit("me");
    Dataset counted = STANDARD.fit(texts).apply(texts);
    assertArrayEquals(texts.targets(), counted.targets());
    assertEquals(3, counted.weight(1));
    assertEquals(List.of("ham", "spam"), counted.classNames());
    assertEquals("me", counted.credit());
  }

  @Test
  void wordsOfFewOrManyTextsAreLeftOut() {
    assertEquals(List.of("free", "money", "no"), STANDARD.withMinimumTexts(2).fit(TEXTS).words());
    assertEquals(List.of("lunch"), STANDARD.withMaximumTexts(1).fit(TEXTS).words());
    assertEquals(List.of("free", "money", "no"), STANDARD.withMinimumShare(0.5).fit(TEXTS).words());
    assertEquals(List.of("lunch"), STANDARD.withMaximumShare(0.49).fit(TEXTS).words());
    assertEquals(
        List.of("free", "money", "no"),
        STANDARD.withMinimumTexts(2).withMaximumShare(0.5).fit(TEXTS).words());
  }

  @Test
  void theMostFrequentWordsStayAndOfEquallyFrequentOnesTheFirst() {
    assertEquals(List.of("free"), STANDARD.withMostWords(1).fit(TEXTS).words());
    assertEquals(List.of("free", "money"), STANDARD.withMostWords(2).fit(TEXTS).words());
    assertEquals(List.of("free", "money", "no"), STANDARD.withMostWords(3).fit(TEXTS).words());
    // Each once a text, free is no more frequent than others.
    Dataset often = texts("z z z", "a b", "b");
    assertEquals(List.of("z"), STANDARD.withMostWords(1).fit(often).words());
    assertEquals(List.of("b"), STANDARD.withBinaryCounts().withMostWords(1).fit(often).words());
  }

  @Test
  void aRareWordCountsMoreWithTfIdf() {
    Vocabulary vocabulary = STANDARD.withTfIdf().fit(TEXTS);
    // ln(5/3) + 1 and ln(5/2) + 1, by hand.
    double[] idf = {1.5108256237659907, 1.9162907318741551, 1.5108256237659907, 1.5108256237659907};
    assertArrayEquals(idf, vocabulary.inverseDocumentFrequencies(), 2 * Math.ulp(1.0));
    assertEquals(2 * idf[0], vocabulary.apply(TEXTS).value(0, 0), 4 * Math.ulp(1.0));
    assertArrayEquals(new double[0], STANDARD.fit(TEXTS).inverseDocumentFrequencies());
  }

  @Test
  void rowsOfUnitLengthHaveLengthOne() {
    Rows rows = STANDARD.withUnitLength().fit(TEXTS).apply(TEXTS).inputs();
    assertArrayEquals(
        new double[] {2 / Math.sqrt(5), 0, 1 / Math.sqrt(5), 0}, rows.row(0), Math.ulp(1.0));
    assertEquals(1, rows.squaredLength(2), 2 * Math.ulp(1.0));
    assertEquals(0, rows.squaredLength(3));
  }

  @Test
  void aTextCountsOnceForTheVocabularyWhateverItsWeightUnlessThatIsZero() {
    Dataset weighted = TEXTS.withWeights(5, 0.1, 0, 1);
    Vocabulary vocabulary = STANDARD.withTfIdf().fit(weighted);
    assertEquals(List.of("free", "money", "no"), vocabulary.words());
    assertEquals(STANDARD.withTfIdf().fit(texts("free money free", "no money", "")), vocabulary);
  }

  @Test
  void aVocabularyOfOnesOwnCountsItsWordsInTheirOrder() {
    Vocabulary own =
        Vocabulary.of(List.of("money", "free"))
            .withInverseDocumentFrequencies(0.5, 2)
            .withBinaryCounts();
    assertArrayEquals(new double[] {0.5, 2}, own.rows(List.of("free money free")).row(0));
    assertEquals(OptionalInt.of(1), own.column("free"));
    assertEquals(OptionalInt.empty(), own.column("lunch"));
    assertArrayEquals(
        new double[] {0, 1},
        Vocabulary.of(List.of("a", "A"))
            .withRule(Words.standard().withCase())
            .rows(List.of("A"))
            .row(0));
  }

  @Test
  void vectorizersAndVocabulariesAreEqualWhereTheyDoTheSame() {
    CountVectorizer one = STANDARD.withTfIdf().withMinimumTexts(2).withUnitLength();
    CountVectorizer other = STANDARD.withUnitLength().withMinimumTexts(2).withTfIdf();
    assertEquals(one, other);
    assertEquals(one.hashCode(), other.hashCode());
    assertEquals(one.fit(TEXTS), other.fit(TEXTS));
    assertEquals(one.fit(TEXTS).hashCode(), other.fit(TEXTS).hashCode());
    assertNotEquals(one, one.withMinimumTexts(3));
    assertNotEquals(STANDARD, STANDARD.withTfIdf());
    assertNotEquals(STANDARD.fit(TEXTS), STANDARD.withTfIdf().fit(TEXTS));
    assertNotEquals(STANDARD.fit(TEXTS), STANDARD.withBinaryCounts().fit(TEXTS));
  }

  @Test
  void settingsAreTold() {
    assertEquals("CountVectorizer(words)", STANDARD.toString());
    CountVectorizer all =
        STANDARD
            .withBinaryCounts()
            .withUnitLength()
            .withTfIdf()
            .withMinimumTexts(1)
            .withMostWords(9);
    assertEquals(
        "CountVectorizer(words, each once, rows of length 1, tf-idf, in at least 2 texts, in a share"
            + " of at least 0.1 of the texts, in at most 5 texts, in a share of at most 0.9 of the"
            + " texts, the most frequent 9)",
        all.withMinimumTexts(2)
            .withMinimumShare(0.1)
            .withMaximumTexts(5)
            .withMaximumShare(0.9)
            .toString());
    assertEquals(
        "Vocabulary(4 words, words, each once, rows of length 1, tf-idf)",
        all.fit(TEXTS).toString());
    assertEquals("Dataset(4 texts)", TEXTS.toString());
    assertEquals("Dataset(1 text)", TEXTS.select(2).toString());
  }
}
