package io.github.gradusml.pipeline;

import static io.github.gradusml.Rejected.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.text.CountVectorizer;
import io.github.gradusml.text.HashingVectorizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts for numbers, numbers for texts, and files that somebody changed. */
class TextPipelineErrorsTest {
  private static final String CONTENT = "input has wrong content: ";
  private static final Dataset TEXTS = TextPipelines.TEXTS;
  private static final Pipeline<Perceptron> COUNTED =
      TextPipelines.counted(CountVectorizer.standard().withTfIdf());
  private static final Pipeline<Perceptron> HASHED =
      TextPipelines.hashed(HashingVectorizer.standard().withColumns(8));
  private static final Dataset NUMBERS =
      Dataset.of(new double[][] {{1, 2}, {3, 4}}, new double[] {0, 1}).withFeatureNames("a", "b");
  private static final Pipeline<Perceptron> OF_NUMBERS =
      Pipeline.of(
          Preparation.standardizing().fit(NUMBERS),
          Perceptron.zeros(2, Activation.sigmoid()),
          NUMBERS);

  private static Stream<Arguments> refused() {
    String texts =
        " must have 2 features, but has texts: the pipeline was trained on numbers, and begins with"
            + " no vectorizer";
    String numbers =
        " must have texts, which HashingVectorizer(8 columns, signed, words) makes features of, but"
            + " has numbers; predict(text) takes a text";
    return Stream.of(
        with("rows" + texts, () -> OF_NUMBERS.predict("free")),
        with("rows" + texts, () -> OF_NUMBERS.probabilities("free")),
        with("rows" + texts, () -> OF_NUMBERS.classify("free")),
        with("rows" + texts, () -> OF_NUMBERS.explain("free")),
        with("data" + texts, () -> OF_NUMBERS.predict(TEXTS)),
        with("data" + texts, () -> OF_NUMBERS.scores(TEXTS)),
        with("x" + numbers, () -> HASHED.predict(1, 2)),
        with("x" + numbers, () -> HASHED.predict()),
        with("indices" + numbers, () -> HASHED.predict(new int[] {0}, new double[] {1})),
        with("x" + numbers, () -> HASHED.explain(new double[8])),
        with("values" + numbers, () -> HASHED.predict(Map.of("a", 1))),
        with("rows" + numbers, () -> HASHED.predict(NUMBERS.inputs())),
        with("data" + numbers, () -> HASHED.classify(NUMBERS)));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void textsAndNumbersAreNotTakenForEachOther(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  @Test
  void aModelOfAnotherWidthIsRefused() {
    assertEquals(
        "data must have 3 features, as the model has, but has 8"
            + "; a lambda in place of the model makes one as wide:"
            + " features -> Perceptron.zeros(features, Activation.sigmoid())",
        Rejected.message(
            () ->
                Pipeline.fit(
                    Preparation.hashing(HashingVectorizer.standard().withColumns(8)),
                    TextPipelines.TRAINER,
                    features -> Perceptron.zeros(3, Activation.sigmoid()),
                    TEXTS)));
    assertEquals(
        "what start returned must not be null",
        assertThrows(
                NullPointerException.class,
                () ->
                    Pipeline.<Perceptron>fit(
                        Preparation.hashing(HashingVectorizer.standard()),
                        TextPipelines.TRAINER,
                        features -> null,
                        TEXTS))
            .getMessage());
  }

  @Test
  void textsWithoutAVectorizerAreRefusedByATraining() {
    assertEquals(
        "data must have features, but has texts, of which a HashingVectorizer or a CountVectorizer"
            + " makes features first",
        Rejected.message(
            () ->
                Pipeline.fit(
                    Preparation.standardizing(),
                    TextPipelines.TRAINER,
                    Perceptron.zeros(2, Activation.sigmoid()),
                    TEXTS)));
  }

  @Test
  void noFileOfOnnxSplitsATextIntoWords() {
    assertEquals(
        "pipeline must take numbers to be exported, but takes texts: ONNX has no operator that splits"
            + " a text into these words; export what is behind the vectorizer, as Pipeline.of makes"
            + " it of the model and rows that have features already, and make these where it is used",
        Rejected.message(() -> COUNTED.writeOnnx(new ByteArrayOutputStream())));
    Pipeline<Perceptron> behind =
        Pipeline.of(
            Preparation.none().fit(TEXTS), COUNTED.model(), COUNTED.preparation().apply(TEXTS));
    behind.writeOnnx(new ByteArrayOutputStream());
  }

  private static String changed(Pipeline<?> pipeline, String from, String to) {
    String file = new String(SaveAndLoadTest.bytes(pipeline), StandardCharsets.UTF_8);
    String other = file.replaceFirst(from, to);
    return Rejected.message(
        () ->
            Pipeline.read(
                new ByteArrayInputStream(Sealed.anew(other).getBytes(StandardCharsets.UTF_8))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "columns": 8 | "columns": 0 | preparation[0] / columns must be whole and from 1 to 2147483639, but was 0.0
          "columns": 8 | "columns": 9 | model / weights must have one for "#8", but has none
          "seed": 0 | "seed": 0.5 | preparation[0] / seed must be whole and from -2147483648 to 2147483647, but was 0.5
          "signs": "by hash" | "signs": "all" | preparation[0] / signs must be "none", but was "all"
          "signs": "by hash" | "sign": "by hash" | preparation[0] / sign must not be there: this version of the format has no such field
          "n-grams": 1 | "n-grams": 11 | nGrams must be at most 10, but was 11
          "shortest": 1 | "shortest": 0 | preparation[0] / rule / shortest must be whole and from 1 to 2147483647, but was 0.0
          "features": \\[] | "features": ["a"] | features must be none where texts are prepared, but were [a]
          """)
  void aFileThatWasChangedIsRefused(String from, String to, String message) {
    assertEquals(CONTENT + message, changed(HASHED, from, to));
  }

  @Test
  void aVocabularyThatWasChangedIsRefused() {
    assertEquals(
        CONTENT + "words must differ, but \"at\" comes twice",
        changed(COUNTED, "\"can\"", "\"at\""));
    assertEquals(
        CONTENT
            + "preparation[0] / word must not be there: this version of the format has no such field",
        changed(COUNTED, "\"words\"", "\"word\""));
  }
}
