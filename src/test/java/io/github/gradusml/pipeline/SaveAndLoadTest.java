package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.network.Network;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.Finding;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Severity;
import io.github.gradusml.training.StopReason;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingHistory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pipeline that was saved and loaded is the pipeline. */
class SaveAndLoadTest {
  @TempDir Path folder;

  static byte[] bytes(Pipeline<?> pipeline) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pipeline.write(out);
    return out.toByteArray();
  }

  static Pipeline<?> again(Pipeline<?> pipeline) {
    return Pipeline.read(new ByteArrayInputStream(bytes(pipeline)));
  }

  /** All that a pipeline says of rows: bits, or why it does not say. */
  static List<Object> answers(Pipeline<?> pipeline, Dataset rows) {
    List<Object> all = new ArrayList<>();
    for (Supplier<Object> question :
        List.<Supplier<Object>>of(
            () -> Arrays.stream(pipeline.predict(rows)).boxed().toList(),
            () -> Arrays.stream(pipeline.probabilities(rows)).boxed().toList(),
            () -> Arrays.stream(pipeline.classify(rows)).boxed().toList(),
            () -> pipeline.predict(rows.row(1)),
            () -> pipeline.className(rows.row(2)),
            () -> pipeline.scores(rows).netInput(1, 0))) {
      try {
        all.add(question.get());
      } catch (IllegalStateException | IllegalArgumentException e) {
        all.add(e.toString());
      }
    }
    return all;
  }

  @Test
  void everyKindOfPipelineComesBackWithTheSameBits() {
    Map<String, Pipeline<?>> all = SavedPipelines.all();
    assertTrue(all.size() > 1000, () -> all.size() + " kinds");
    all.forEach(
        (name, pipeline) -> {
          byte[] bytes = bytes(pipeline);
          Pipeline<?> loaded = Pipeline.read(new ByteArrayInputStream(bytes));
          assertEquals(
              answers(pipeline, SavedPipelines.ROWS), answers(loaded, SavedPipelines.ROWS), name);
          assertEquals(pipeline.model(), loaded.model(), name);
          assertEquals(pipeline.featureNames(), loaded.featureNames(), name);
          assertEquals(pipeline.preparedNames(), loaded.preparedNames(), name);
          assertEquals(pipeline.calibration(), loaded.calibration(), name);
          assertEquals(pipeline.output(), loaded.output(), name);
          assertArrayEquals(bytes, bytes(loaded), name);
        });
  }

  @Test
  void whatWasSavedToAFileIsLoadedFromIt() {
    Path file = folder.resolve("new folder/model.json");
    Pipeline<Perceptron> pipeline = trained();
    pipeline.save(file);
    Pipeline<Perceptron> loaded = Pipeline.load(file, Perceptron.class);
    assertEquals(pipeline.preparation(), loaded.preparation());
    assertEquals(pipeline.classNames(), loaded.classNames());
    assertEquals(pipeline.credit(), loaded.credit());
    assertEquals(pipeline.toString(), loaded.toString());
    assertEquals(pipeline.toString(), Pipeline.load(file).toString());
    assertEquals(
        answers(pipeline, Datasets.breastCancer()), answers(loaded, Datasets.breastCancer()));
  }

  private static Pipeline<Perceptron> trained() {
    return Pipeline.fit(
        Preparation.standardizing(),
        Trainer.minimizing(Loss.crossEntropy())
            .withEpochs(3)
            .withHistory(HistoryDetail.UPDATE)
            .withMetric(Metric.accuracy())
            .withoutLog(),
        Perceptron.zeros(30, Activation.sigmoid()),
        Datasets.breastCancer());
  }

  @Test
  void howItWasTrainedComesBackButForItsSeconds() {
    Pipeline<Perceptron> pipeline = trained();
    TrainingSummary said = pipeline.training().orElseThrow();
    TrainingSummary loaded = again(pipeline).training().orElseThrow();
    assertEquals(said.settings(), loaded.settings());
    assertEquals(List.copyOf(said.settings().keySet()), List.copyOf(loaded.settings().keySet()));
    assertEquals(said.rows(), loaded.rows());
    assertEquals(said.epochs(), loaded.epochs());
    assertEquals(said.updates(), loaded.updates());
    assertEquals(said.stopReason(), loaded.stopReason());
    assertEquals(said.findings(), loaded.findings());
    assertEquals(3, loaded.history().epochs().size());
    for (int i = 0; i < 3; i++) {
      EpochRecord was = said.history().epochs().get(i);
      EpochRecord is = loaded.history().epochs().get(i);
      assertEquals(withoutSeconds(was), is); // among them a validation loss that is NaN
    }
  }

  private static EpochRecord withoutSeconds(EpochRecord record) {
    return new EpochRecord(
        record.epoch(),
        record.updates(),
        record.dataLoss(),
        record.penalty(),
        record.runningLoss(),
        record.learningRate(),
        record.gradientNorm(),
        record.validationLoss(),
        record.metrics(),
        Double.NaN);
  }

  @Test
  void everyStopReasonAndWarningComesBackAndAnEmptyHistory() {
    List<Finding> findings =
        Arrays.stream(Severity.values())
            .map(severity -> new Finding("OWN", "title", severity, "\ud83d cut", "a cure"))
            .toList();
    for (StopReason reason : StopReason.values()) {
      TrainingSummary summary =
          new TrainingSummary(
              Map.of("", "NaN"),
              Integer.MAX_VALUE,
              0,
              (1L << 53) - 1,
              reason,
              findings,
              new TrainingHistory(List.of(), List.of()));
      Pipeline<Perceptron> pipeline = trained().withTraining(summary);
      assertEquals(summary, again(pipeline).training().orElseThrow());
    }
  }

  /** Names of two languages that write their digits and letters otherwise, and a dotless ı. */
  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva"})
  void aLocaleChangesNoByte(String tag) {
    byte[] expected = bytes(trained());
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertArrayEquals(expected, bytes(Pipeline.read(new ByteArrayInputStream(expected))));
      assertArrayEquals(expected, bytes(trained()));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void anotherKindThanTheOneAskedForIsRefused() {
    Path file = folder.resolve("model.json");
    trained().save(file);
    assertEquals(
        "file "
            + file
            + " has wrong content: model must be a Network, as was asked for, but is a Perceptron;"
            + " without a class, load and read take any",
        Rejected.message(() -> Pipeline.load(file, Network.class)));
    byte[] bytes = bytes(trained());
    assertEquals(
        "input has wrong content: model must be a Network, as was asked for, but is a Perceptron;"
            + " without a class, load and read take any",
        Rejected.message(() -> Pipeline.read(new ByteArrayInputStream(bytes), Network.class)));
    assertEquals(
        trained().model(),
        Pipeline.read(new ByteArrayInputStream(bytes), Perceptron.class).model());
  }

  @Test
  void twentyThousandNamesComeBackInTheirOrder() throws IOException {
    int d = 20_000;
    String[] names = new String[d];
    Arrays.setAll(names, j -> j % 2 == 0 ? "word " + j : "Wort \"" + j + "\"");
    Dataset one = Dataset.of(new double[1][d], new double[1]).withFeatureNames(names);
    double[] w = SavedPipelines.numbers(d, 3);
    Perceptron model = Perceptron.of(w, 0, Activation.identity());
    Path file = folder.resolve("wide.json");
    Pipeline.of(Preparation.standardizing().fit(one), model, one).save(file);
    Pipeline<Perceptron> loaded = Pipeline.load(file, Perceptron.class);
    assertEquals(one.featureNames(), loaded.featureNames());
    assertEquals(model, loaded.model());
    assertTrue(Files.size(file) > 50L * d);
  }

  @Test
  void nullIsNamed() {
    Pipeline<Perceptron> pipeline = trained();
    assertNull("file", () -> pipeline.save(null));
    assertNull("out", () -> pipeline.write(null));
    assertNull("file", () -> Pipeline.load(null));
    assertNull("file", () -> Pipeline.load(null, Network.class));
    assertNull("kind", () -> Pipeline.load(folder, null));
    assertNull("in", () -> Pipeline.read(null));
    assertNull("in", () -> Pipeline.read(null, Network.class));
    assertNull("kind", () -> Pipeline.read(new ByteArrayInputStream(new byte[0]), null));
  }

  private static void assertNull(String name, Runnable call) {
    assertEquals(
        name + " must not be null",
        assertThrows(NullPointerException.class, call::run).getMessage());
  }

  @Test
  void anOutputOfOneClassKeepsItsCut() {
    Network one = Network.of(3, Output.of(Activation.sigmoid()).withCut(0.25)).zeros();
    Pipeline<?> loaded =
        again(Pipeline.of(Preparation.none().fit(SavedPipelines.ROWS), one, SavedPipelines.ROWS));
    assertEquals(0.25, loaded.output().cut());
  }
}
