package io.github.gradusml.text;

import static io.github.gradusml.Rejected.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.stability.Separability;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.tuning.RegularizationPath;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused, and how. */
class TextErrorsTest {
  private static final CountVectorizer COUNTING = CountVectorizer.standard();
  private static final HashingVectorizer HASHING = HashingVectorizer.standard();
  private static final Dataset TEXTS = CountVectorizerTest.texts("free money", "no money");
  private static final Dataset NUMBERS =
      Dataset.of(new double[][] {{1, 2}, {3, 4}}, new double[] {0, 1});
  private static final Perceptron MODEL = Perceptron.zeros(2, Activation.sigmoid());

  private static Stream<Arguments> refused() {
    return Stream.concat(settings(), rows());
  }

  private static Stream<Arguments> settings() {
    return Stream.of(
        with("texts must be at least 1, but was 0", () -> COUNTING.withMinimumTexts(0)),
        with("texts must be at least 1, but was 0", () -> COUNTING.withMaximumTexts(0)),
        with(
            "share must be in [0.0, 1.0], but was NaN",
            () -> COUNTING.withMinimumShare(Double.NaN)),
        with("share must be in [0.0, 1.0], but was 1.5", () -> COUNTING.withMaximumShare(1.5)),
        with("words must be at least 1, but was 0", () -> COUNTING.withMostWords(0)),
        with("columns must be at least 1, but was 0", () -> HASHING.withColumns(0)),
        with(
            "columns must be at most 2147483639, but was 2147483647",
            () -> HASHING.withColumns(Integer.MAX_VALUE)),
        with(
            "words must have no # and no |, but one was \"#17\"",
            () -> HASHING.withNames(List.of("a", "#17"))),
        with(
            "words must have no # and no |, but one was \"a | b\"",
            () -> HASHING.withNames(List.of("a | b"))),
        with("words must be at least 1, but was 0", () -> Vocabulary.of(List.of())),
        with(
            "words must differ, but \"a\" comes twice",
            () -> Vocabulary.of(List.of("a", "b", "a"))),
        with(
            "factors must be as many as there are words, 1, but were 2",
            () -> Vocabulary.of(List.of("a")).withInverseDocumentFrequencies(1, 2)),
        with(
            "factor of \"a\" must be finite and > 0, but was NaN",
            () -> Vocabulary.of(List.of("a")).withInverseDocumentFrequencies(Double.NaN)),
        with(
            "factor of \"a\" must be in [0.0, 1.0E100], but was 1.0E101",
            () -> Vocabulary.of(List.of("a")).withInverseDocumentFrequencies(1e101)));
  }

  private static Stream<Arguments> rows() {
    String noTexts =
        "data must have texts, as Dataset.of(Rows.texts(list), y) has, but has 2 features already";
    String noFeatures =
        " must have features, but has texts, of which a HashingVectorizer or a CountVectorizer"
            + " makes features first";
    return Stream.of(
        with(
            "vocabulary is empty: none of 2 texts has words",
            () -> COUNTING.fit(CountVectorizerTest.texts("", "-- !"))),
        with(
            "vocabulary is empty: none of 1 text has words of 3 characters or more",
            () ->
                COUNTING
                    .withWords(Words.standard().withShortest(3))
                    .fit(CountVectorizerTest.texts("no go"))),
        with(
            "vocabulary is empty: of 3 words in 2 texts none is in at least 3 texts; ask for less",
            () -> COUNTING.withMinimumTexts(3).fit(TEXTS)),
        with(noTexts, () -> COUNTING.fit(NUMBERS)),
        with(noTexts, () -> COUNTING.fit(TEXTS).apply(NUMBERS)),
        with(noTexts, () -> HASHING.apply(NUMBERS)),
        with(noTexts, () -> HASHING.wordsOf(NUMBERS)),
        with("texts must be at least 1, but was 0", () -> Rows.texts(List.of())),
        with("texts must be at least 1, but was 0", () -> HASHING.rows(List.of())),
        with("data" + noFeatures, () -> Standardizer.fit(TEXTS)),
        with("data" + noFeatures, () -> Standardizer.fit(NUMBERS).apply(TEXTS)),
        with("data" + noFeatures, () -> Metric.accuracy().of(MODEL, TEXTS)),
        with("rows" + noFeatures, () -> MODEL.predict(TEXTS.inputs())),
        with("data" + noFeatures, () -> Trainer.minimizing(Loss.crossEntropy()).fit(MODEL, TEXTS)),
        with(
            "validation" + noFeatures,
            () -> Trainer.minimizing(Loss.crossEntropy()).fit(MODEL, NUMBERS, TEXTS)));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aMessageSaysWhatIsWrongAndWhatToDo(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  private static Stream<Executable> callsOnTexts() {
    return Stream.of(
        () -> Separability.of(TEXTS),
        () -> Trainer.minimizing(Loss.crossEntropy()).stability(MODEL, TEXTS),
        () -> RegularizationPath.alphaMax(Loss.crossEntropy(), Activation.sigmoid(), TEXTS));
  }

  @ParameterizedTest
  @MethodSource("callsOnTexts")
  void whatNeedsFeaturesSaysThatTextsHaveNone(Executable call) {
    assertEquals(
        "data must have features, but has texts, of which a HashingVectorizer or a"
            + " CountVectorizer makes features first",
        Rejected.message(call));
  }

  @Test
  void nullsAreNamed() {
    assertEquals(
        "texts[1] must not be null",
        assertThrows(NullPointerException.class, () -> Rows.texts(Arrays.asList("a", null)))
            .getMessage());
    assertEquals(
        "words must not be null",
        assertThrows(NullPointerException.class, () -> HASHING.withWords(null)).getMessage());
    assertEquals(
        "text must not be null",
        assertThrows(NullPointerException.class, () -> Words.standard().of(null)).getMessage());
  }

  /** What took time in proportion to the square of the length would take minutes here. */
  @Test
  void aTextOfAMillionCharactersTakesNoLongerThanManyShortOnes() {
    for (String piece : List.of("Σ", "Σ\u0301", "a", "a ", "\u0301", "-", "\uD801\uDC00", "Ab c")) {
      String text = piece.repeat(1_000_000 / piece.length());
      HASHING.withWords(Words.standard().withNGrams(2)).rows(List.of(text));
      if (!piece.equals("-") && !piece.equals("\u0301")) {
        COUNTING.fit(CountVectorizerTest.texts(text));
      }
    }
  }
}
