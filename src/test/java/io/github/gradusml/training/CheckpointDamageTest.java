package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Fields;
import io.github.gradusml.internal.SealedFile;
import io.github.gradusml.optimizer.Optimizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A file that is damaged, or that says what cannot be, is refused with a message. */
class CheckpointDamageTest {
  private static final String FORMAT = "gradus checkpoint";
  private static final Dataset ROWS = Cases.rows(Loss.squaredError(), 20, 2, 1);
  private static final Perceptron START = Perceptron.random(2, Activation.identity(), 3);
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.squaredError())
          .withOptimizer(Optimizer.momentum(0.5))
          .withEarlyStopping(EarlyStopping.onTrainingLoss(5))
          .withAveragedWeights(1)
          .withHistory(HistoryDetail.UPDATE)
          .withEpochs(3);
  private static final CheckpointFile FILE =
      new CheckpointFile(TRAINER.settings(), START, ROWS, null);
  private static final byte[] SOUND = sound();

  @TempDir private Path folder;

  private static byte[] sound() {
    Training<Perceptron> training = TRAINER.begin(START, ROWS);
    training.epoch();
    training.epoch();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      FILE.write(out, training.checkpoint());
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Checkpoint read(byte[] bytes) throws IOException {
    return FILE.read(new ByteArrayInputStream(bytes));
  }

  @Test
  void whatIsSoundIsTaken() throws IOException {
    assertEquals(2, read(SOUND).epochs());
  }

  @Test
  void everyTruncation() {
    for (int length = 0; length < SOUND.length; length++) {
      byte[] part = Arrays.copyOf(SOUND, length);
      assertThrows(IllegalArgumentException.class, () -> read(part), length + " bytes");
    }
  }

  @Test
  void everySingleBit() {
    byte[] flipped = SOUND.clone();
    for (int k = 0; k < 8 * SOUND.length; k++) {
      flipped[k / 8] ^= (byte) (1 << k % 8);
      int bit = k;
      assertThrows(IllegalArgumentException.class, () -> read(flipped), () -> "bit " + bit);
      flipped[k / 8] = SOUND[k / 8];
    }
  }

  @Test
  void theMessageNamesTheFile() throws IOException {
    Path file = folder.resolve("checkpoint.json");
    Files.write(file, Arrays.copyOf(SOUND, 100));
    String message = Rejected.message(() -> TRAINER.resume(file, START, ROWS));
    assertTrue(message.startsWith("file " + file + " is no file of Gradus"), message);
  }

  private static byte[] sealed(String format, int version, Fields fields) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SealedFile.write(format, version, fields, out);
    return out.toByteArray();
  }

  /** The fields of the sound file, of which some may be changed. */
  private static Fields fields(Set<String> without) throws IOException {
    Fields all = SealedFile.read(new ByteArrayInputStream(SOUND), FORMAT, 1, fields -> fields);
    Fields some = Fields.none();
    for (String name : all.names()) {
      if (!Set.of("format", "version", "sha256").contains(name) && !without.contains(name)) {
        copy(all, name, some);
      }
    }
    return some;
  }

  private static void copy(Fields from, String name, Fields to) {
    if (Set.of("epochs", "of epochs", "updates", "last objective").contains(name)) {
      to.with(name, from.number(name));
    } else if (name.equals("parameters")) {
      to.with(name, from.numbers(name));
    } else {
      to.with(name, from.fields(name));
    }
  }

  @Test
  void anotherFormatOrANewerVersion() throws IOException {
    byte[] pipeline = sealed("gradus pipeline", 1, fields(Set.of()));
    assertEquals(
        "input must be of the format \"gradus checkpoint\", but is of \"gradus pipeline\"",
        Rejected.message(() -> read(pipeline)));
    byte[] newer = sealed(FORMAT, 2, fields(Set.of()));
    assertTrue(
        Rejected.message(() -> read(newer)).contains("was written by a newer version of Gradus"));
  }

  private static Arguments with(String message, String without, Consumer<Fields> change) {
    return Arguments.of(message, without, change);
  }

  private static Fields updates(double update, double epoch) {
    Fields fields = Fields.none().with("update", new double[] {update});
    fields.with("epoch", new double[] {epoch});
    for (String name : List.of("learning_rate", "batch_loss", "gradient_norm")) {
      fields.with(name, new double[1]);
    }
    return fields;
  }

  private static Stream<Arguments> whatCannotBe() {
    double[] three = {1, 2, 3};
    return Stream.of(
        with("parameters must be there, but is missing", "parameters", fields -> {}),
        with(
            "parameters must be 3 numbers, but are 2",
            "parameters",
            fields -> fields.with("parameters", new double[2])),
        with(
            "parameters[1] must be finite, but was NaN",
            "parameters",
            fields -> fields.with("parameters", new double[] {1, Double.NaN, 2})),
        with(
            "epochs must be whole and from 0 to 2147483647, but was 1.5",
            "epochs",
            fields -> fields.with("epochs", 1.5)),
        with(
            "of epochs must be whole and from 2 to 2147483647, but was 1.0",
            "of epochs",
            fields -> fields.with("of epochs", 1)),
        with(
            "updates must be whole and from 0 to 9007199254740991, but was -1.0",
            "updates",
            fields -> fields.with("updates", -1)),
        with(
            "epochs of the history must be from 1 to 1, but one was 2",
            "epochs",
            fields -> fields.with("epochs", 1)),
        with(
            "optimizer's memory must hold 1 vector, as the trainer's needs, but holds 2",
            "optimizer's memory",
            fields ->
                fields.with("optimizer's memory", Fields.none().with("1", three).with("2", three))),
        with(
            "stop reason must be one of [converged, stopped early], but was \"diverged\"; a newer"
                + " version of Gradus may know it",
            "",
            fields -> fields.with("stop reason", StopReason.DIVERGED)),
        with(
            "colour must not be there: this version of the format has no such field",
            "",
            fields -> fields.with("colour", "red")),
        with(
            "epoch must be whole and from 0 to 2147483647, but was NaN",
            "updates recorded",
            fields -> fields.with("updates recorded", updates(1, Double.NaN))),
        with(
            "update must be whole and from 0 to 9007199254740991, but was 1.5",
            "updates recorded",
            fields -> fields.with("updates recorded", updates(1.5, 1))),
        with("best must be there, but is missing", "best", fields -> {}),
        with("average must be there, but is missing", "average", fields -> {}),
        with("rate must be there, but is missing", "rate", fields -> {}),
        with(
            "columns must have \"epoch\", but lack it",
            "history",
            fields -> fields.with("history", Fields.none())));
  }

  @ParameterizedTest
  @MethodSource("whatCannotBe")
  void whatNoTrainingWrites(String message, String without, Consumer<Fields> change)
      throws IOException {
    Fields fields = fields(Set.of(without));
    change.accept(fields);
    byte[] bytes = sealed(FORMAT, 1, fields);
    assertEquals(message, Rejected.message(() -> read(bytes)));
  }

  @Test
  void theFieldsAreThoseThatTheTestKnows() throws IOException {
    assertEquals(
        List.of(
            "epochs",
            "of epochs",
            "updates",
            "settings",
            "start",
            "data",
            "history",
            "updates recorded",
            "last objective",
            "rate",
            "first objectives",
            "parameters",
            "optimizer's memory",
            "penalty's memory",
            "best",
            "average"),
        List.copyOf(fields(Set.of()).names()));
  }
}
