package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.network.Network;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.StopReason;
import io.github.gradusml.training.TrainingHistory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no file can hold is refused when it is saved, before the file is touched. */
class RefusedAtSavingTest {
  private static final Dataset ROWS = SavedPipelines.ROWS;
  private static final FittedPreparation NONE = FittedPreparation.of(List.of());

  @TempDir Path folder;

  private String refusal(FittedPreparation preparation, Model<?> model) throws IOException {
    return refusal(pipeline(preparation, model));
  }

  private static <M extends Model<M>> Pipeline<?> pipeline(
      FittedPreparation preparation, Model<M> model) {
    return Pipeline.of(preparation, model.withParameters(model.parameters()), ROWS);
  }

  /** The message; a file that is there stays, and nothing is beside it. */
  private String refusal(Pipeline<?> pipeline) throws IOException {
    Path file = Files.write(folder.resolve("model.json"), new byte[] {1, 2});
    String message = Rejected.message(() -> pipeline.save(file));
    assertEquals(message, Rejected.message(() -> pipeline.write(OutputStream.nullOutputStream())));
    assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
    return message;
  }

  @Test
  void aPreparationOfOnesOwn() throws IOException {
    Perceptron model = Perceptron.zeros(3, Activation.identity());
    String end =
        ": no file holds code; put those together by andThen, made by hand by their methods"
            + " of, or prepare the rows before the pipeline";
    String begin =
        "preparation must be made of Standardizer, TargetStandardizer, FeatureSelection,"
            + " HashingVectorizer and Vocabulary to be"
            + " saved, but was ";
    FittedPreparation own = rows -> rows;
    Standardizer scaler = Standardizer.fit(ROWS);
    assertEquals(begin + "unnamed" + end, refusal(own, model));
    assertEquals(begin + "unnamed" + end, refusal(scaler.andThen(own), model));
    assertEquals(begin + "log" + end, refusal(new Named.Fitted("log", own), model));
    FittedPreparation inner = scaler.andThen(new Named.Fitted("log", own.andThen(scaler)));
    assertEquals(begin + "log" + end, refusal(inner, model));
    FittedPreparation said =
        new FittedPreparation() {
          @Override
          public Dataset apply(Dataset data) {
            return data;
          }

          @Override
          public String toString() {
            return "x".repeat(10_000);
          }
        };
    assertTrue(refusal(said, model).length() < 500);
  }

  @Test
  void aModelActivationOrOutputOfOnesOwn() throws IOException {
    assertEquals(
        "model must be a Perceptron or a Network to be saved, but was mine: no file holds code;"
            + " save the numbers of model().parameters(), and make the model anew with them",
        refusal(NONE, new OwnParts.OwnModel(Perceptron.zeros(3, Activation.identity()))));
    String message =
        "activation must be one that Activation makes, identity, step, sign, sigmoid, tanh,"
            + " exponential, relu, softplus, silu, gelu, leaky relu(slope …), elu(scale …), to be"
            + " saved, but was %s: no file holds code; save the numbers of model().parameters(), and make the"
            + " model anew with them";
    for (String text : List.of("cube", "tanh", "elu(scale 1.0)", "elu(scale x)", "elu(scale )")) {
      OwnParts.Cube own = new OwnParts.Cube(text);
      assertEquals(message.formatted(text), refusal(NONE, Perceptron.zeros(3, own)));
      Network inside = Network.of(3, Output.softmax(2)).withHidden(2, own).random(1);
      assertEquals(message.formatted(text), refusal(NONE, inside));
      Network top = Network.of(3, Output.oneVersusRest(2, own)).zeros();
      assertEquals(message.formatted(text), refusal(NONE, top));
    }
    Network own = Network.of(3, new OwnParts.OwnOutput(1)).zeros();
    assertTrue(
        refusal(NONE, own)
            .startsWith(
                "output must be one that Output makes, with one net input, a softmax or one versus"
                    + " rest, to be saved, but was OwnOutput[outputs=1]: no file holds code"));
    assertTrue(
        refusal(NONE, Network.of(3, new OwnParts.OwnOutput(4)).zeros())
            .startsWith("output must be"));
    Output inOwnUnit =
        TargetStandardizer.of(1, 2).inOriginalUnits(Output.of(new OwnParts.Cube("tanh")));
    assertTrue(
        refusal(NONE, Network.of(3, inOwnUnit).zeros()).startsWith("activation must be one that"));
  }

  @Test
  void whatLoadingWouldRefuse() throws IOException {
    Pipeline<Perceptron> pipeline =
        Pipeline.of(NONE, Perceptron.zeros(3, Activation.identity()), ROWS);
    assertEquals(
        "pipeline must be one that can be read again to be saved, but epoch must be whole"
            + " and from 0 to 2147483647, but was -1.0",
        refusal(pipeline.withTraining(summary(-1, 1))));
    assertEquals(
        "pipeline must be one that can be read again to be saved, but updates must be"
            + " whole and from 0 to 9007199254740991, but was 9.223372036854776E18",
        refusal(pipeline.withTraining(summary(1, Long.MAX_VALUE))));
  }

  private static TrainingSummary summary(int epoch, long updates) {
    EpochRecord record = new EpochRecord(epoch, updates, 1, 0, 1, 1, 1, 1, Map.of(), 1);
    TrainingHistory history = new TrainingHistory(List.of(record), List.of());
    return new TrainingSummary(Map.of(), 1, 1, 1, StopReason.EPOCHS_DONE, List.of(), history);
  }

  @Test
  void aStreamOrFileThatCannotBeWrittenIsSaid() throws IOException {
    Pipeline<Perceptron> pipeline =
        Pipeline.of(NONE, Perceptron.zeros(3, Activation.identity()), ROWS);
    OutputStream failing =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    assertEquals(
        "pipeline cannot be written: No space left on device",
        assertThrows(UncheckedIOException.class, () -> pipeline.write(failing)).getMessage());
    assertEquals(
        "file " + folder + " cannot be written: it is a folder",
        assertThrows(UncheckedIOException.class, () -> pipeline.save(folder)).getMessage());
    assertFalse(Files.exists(folder.resolve(".part")));
  }
}
