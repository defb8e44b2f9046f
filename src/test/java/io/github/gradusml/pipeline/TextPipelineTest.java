package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.text.CountVectorizer;
import io.github.gradusml.text.HashingVectorizer;
import io.github.gradusml.text.Vocabulary;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a text to a prediction, and through a file. */
class TextPipelineTest {
  private static final Dataset TEXTS = TextPipelines.TEXTS;
  private static final String TEXT = "free cash at the MEETING, unheard of";

  @TempDir Path folder;

  @Test
  void aTextIsPredictedAsItsFeaturesAreByTheModel() {
    Pipeline<Perceptron> pipeline = TextPipelines.counted(CountVectorizer.standard());
    Vocabulary vocabulary = (Vocabulary) pipeline.preparation();
    double[] x = vocabulary.rows(List.of(TEXT)).row(0);
    assertEquals(pipeline.model().predict(x), pipeline.predict(TEXT));
    assertArrayEquals(pipeline.model().probabilities(x), pipeline.probabilities(TEXT));
    assertEquals(pipeline.model().classify(x), pipeline.classify(TEXT));
    assertEquals(1, pipeline.classify("free money"));
    assertEquals(0, pipeline.classify("lunch at the meeting"));
    assertEquals(vocabulary.words(), pipeline.preparedNames());
    assertEquals(List.of(), pipeline.featureNames());
  }

  @Test
  void theModelIsTheOneThatIsTrainedOnFeaturesByHand() {
    HashingVectorizer hashing = HashingVectorizer.standard().withColumns(64);
    Pipeline<Perceptron> pipeline = TextPipelines.hashed(hashing);
    Perceptron byHand =
        TextPipelines.TRAINER
            .fit(Perceptron.zeros(64, Activation.sigmoid()), hashing.apply(TEXTS))
            .model();
    assertArrayEquals(byHand.parameters(), pipeline.model().parameters());
    Pipeline<Perceptron> together = Pipeline.of(hashing, byHand, TEXTS);
    assertEquals(pipeline.predict(TEXT), together.predict(TEXT));
  }

  @Test
  void manyTextsArePredictedAsOneByOne() {
    TextPipelines.all()
        .forEach(
            (name, pipeline) -> {
              double[] all = pipeline.predict(TEXTS);
              int[] classes = pipeline.classify(TEXTS.inputs());
              int k = pipeline.output().classes();
              double[] probabilities = pipeline.probabilities(TEXTS);
              for (int i = 0; i < TEXTS.rows(); i++) {
                String text = TEXTS.inputs().texts().get(i);
                assertEquals(all[i], pipeline.predict(text), name);
                assertEquals(classes[i], pipeline.classify(text), name);
                assertArrayEquals(
                    Arrays.copyOfRange(probabilities, i * k, (i + 1) * k),
                    pipeline.probabilities(text),
                    name);
              }
              assertEquals(1, pipeline.score(Metric.accuracy(), TEXTS), 0.2, name);
            });
  }

  @Test
  void everyKindOfPipelineComesBackFromItsFileWithTheSameBits() {
    TextPipelines.all()
        .forEach(
            (name, pipeline) -> {
              Path file = folder.resolve(name + ".json");
              pipeline.save(file);
              Pipeline<?> loaded = Pipeline.load(file);
              assertArrayEquals(pipeline.predict(TEXTS), loaded.predict(TEXTS), name);
              assertEquals(pipeline.predict(TEXT), loaded.predict(TEXT), name);
              assertEquals(pipeline.preparedNames(), loaded.preparedNames(), name);
              assertEquals(
                  pipeline.preparation().steps().get(0), loaded.preparation().steps().get(0), name);
              assertEquals(pipeline.classify(TEXT), loaded.classify(TEXT), name);
              assertArrayEquals(
                  SaveAndLoadTest.bytes(pipeline), SaveAndLoadTest.bytes(loaded), name);
            });
  }

  @Test
  void ofManyHashedColumnsAFileHoldsWhatIsNotZeroAlone() {
    Pipeline<Perceptron> wide = TextPipelines.hashed(HashingVectorizer.standard());
    byte[] bytes = SaveAndLoadTest.bytes(wide);
    assertTrue(bytes.length < 10_000, () -> bytes.length + " bytes");
    Pipeline<?> loaded = SaveAndLoadTest.again(wide);
    assertArrayEquals(wide.model().parameters(), loaded.model().parameters());
    assertEquals(wide.preparedNames(), loaded.preparedNames());
  }

  @Test
  void anExplanationTellsWordsAndWhatTheyAdd() {
    Pipeline<Perceptron> pipeline =
        TextPipelines.counted(CountVectorizer.standard().withTfIdf().withUnitLength());
    Explanation explanation = pipeline.explain("Free, free lunch");
    Vocabulary vocabulary = (Vocabulary) pipeline.preparation();
    double[] x = vocabulary.rows(List.of("Free, free lunch")).row(0);
    double z = pipeline.model().bias();
    for (Contribution c : explanation.contributions()) {
      int j = vocabulary.column(c.name()).orElseThrow();
      assertEquals(x[j] * pipeline.model().weight(j), c.value(), c.name());
      z += c.value();
    }
    assertEquals("free", explanation.largest(1).get(0).name());
    assertEquals(pipeline.model().netInput(x), z, 1e-15); // a sum of three numbers below 2
    assertTrue(explanation.toString().contains("free"), explanation.toString());
  }

  @Test
  void explanationsAreThoseOfThePipelineWithItsCutAndCalibration() {
    Map<String, Pipeline<?>> all = TextPipelines.all();
    all.remove("network");
    all.forEach(
        (name, pipeline) -> {
          Explanation one = pipeline.explain(TEXT);
          assertEquals(
              pipeline.classNames().get(pipeline.classify(TEXT)),
              one.predictedClass().orElseThrow(),
              name);
        });
  }

  @Test
  void aLambdaThatMakesFeaturesOfTextsIsAPreparationToo() {
    Preparation longer =
        train ->
            rows ->
                rows.withInputs(
                    Rows.dense(
                        rows.rows(), 1, i -> new double[] {rows.inputs().texts().get(i).length()}),
                    List.of("length"));
    Pipeline<Perceptron> pipeline =
        Pipeline.fit(
            longer.andThen(Preparation.standardizing()),
            TextPipelines.TRAINER,
            TextPipelines.SIGMOID,
            TEXTS);
    assertNotEquals(pipeline.predict("short"), pipeline.predict("a little longer"));
    assertEquals("length", pipeline.explain("short").contributions().get(0).name());
  }

  @Test
  void targetsAreStandardizedBehindAVectorizer() {
    Preparation both =
        Preparation.counting(CountVectorizer.standard())
            .andThen(Preparation.standardizingTargets());
    Dataset numbers = Dataset.of(TEXTS.inputs(), TEXTS.map(x -> 0)).withTargets(lengths());
    Pipeline<Perceptron> pipeline =
        Pipeline.fit(
            both,
            Trainer.minimizing(Loss.squaredError())
                .withUpdates(UpdateStrategy.miniBatch(4))
                .withoutLog(),
            features -> Perceptron.zeros(features, Activation.identity()),
            numbers);
    Explanation explanation = pipeline.explain(TEXT);
    assertEquals(pipeline.predict(TEXT), explanation.prediction(), 1e-12);
  }

  private static double[] lengths() {
    return TEXTS.inputs().texts().stream().mapToDouble(String::length).toArray();
  }

  @Test
  void aModelThatIsThereAlreadyStartsFromItself() {
    Perceptron start = Perceptron.zeros(64, Activation.sigmoid());
    FittedPreparation hashing = HashingVectorizer.standard().withColumns(64);
    assertEquals(start, start.forColumns(3));
    Pipeline<Perceptron> pipeline =
        Pipeline.fit(train -> hashing, TextPipelines.TRAINER, start, TEXTS);
    assertArrayEquals(
        TextPipelines.hashed((HashingVectorizer) hashing).model().parameters(),
        pipeline.model().parameters());
  }
}
