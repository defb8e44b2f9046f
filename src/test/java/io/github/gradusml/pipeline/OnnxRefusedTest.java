package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.network.Network;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no ONNX file can hold is refused before a file is touched, with the way out. */
class OnnxRefusedTest {
  private static final Dataset TRAIN = OnnxCases.rows(20, 1);
  private static final Perceptron SIGMOID =
      Perceptron.zeros(OnnxCases.FEATURES, Activation.sigmoid());

  private static String refused(Pipeline<?> pipeline) {
    return assertThrows(
            IllegalArgumentException.class, () -> pipeline.writeOnnx(new ByteArrayOutputStream()))
        .getMessage();
  }

  @Test
  void aPreparationOfOnesOwnIsRefusedByItsName() {
    FittedPreparation lambda = rows -> rows;
    String start =
        "preparation must be made of Standardizer, TargetStandardizer, FeatureSelection,"
            + " HashingVectorizer and Vocabulary to be"
            + " exported, but was ";
    String end =
        ": no file holds code; put those together by andThen, made by hand by their methods"
            + " of, or prepare the rows before the pipeline";
    assertEquals(start + "unnamed" + end, refused(Pipeline.of(lambda, SIGMOID, TRAIN)));
    FittedPreparation behind = Preparation.standardizing().fit(TRAIN).andThen(lambda);
    assertEquals(start + "unnamed" + end, refused(Pipeline.of(behind, SIGMOID, TRAIN)));
    FittedPreparation named = ((Preparation) train -> lambda).named("cleaning").fit(TRAIN);
    assertEquals(start + "cleaning" + end, refused(Pipeline.of(named, SIGMOID, TRAIN)));
  }

  @Test
  void anActivationOfOnesOwnIsRefusedOnTopAndBelow() {
    String message =
        "activation must be one that Activation makes to be exported, but was cube: no file holds"
            + " code; take one of those";
    FittedPreparation none = Preparation.none().fit(TRAIN);
    Perceptron top = Perceptron.zeros(OnnxCases.FEATURES, new OwnParts.Cube("cube"));
    assertEquals(message, refused(Pipeline.of(none, top, TRAIN)));
    Network below =
        Network.of(OnnxCases.FEATURES, Output.softmax(3))
            .withHidden(2, new OwnParts.Cube("cube"))
            .random(1);
    assertEquals(message, refused(Pipeline.of(none, below, TRAIN)));
  }

  @Test
  void anOutputOfOnesOwnIsRefused() {
    Network network = Network.of(OnnxCases.FEATURES, new OwnParts.OwnOutput(3)).zeros();
    assertEquals(
        "output must be one that Output makes to be exported, but was OwnOutput[outputs=3]: no file"
            + " holds code; take one of those",
        refused(Pipeline.of(Preparation.none().fit(TRAIN), network, TRAIN)));
  }

  @Test
  void aModelOfOnesOwnIsRefused() {
    OwnParts.OwnModel model = new OwnParts.OwnModel(SIGMOID);
    assertEquals(
        "model must be a Perceptron or a Network to be exported, but was mine: no file holds"
            + " code; make one of them with its parameters()",
        refused(Pipeline.of(Preparation.none().fit(TRAIN), model, TRAIN)));
  }

  @Test
  void whatIsRefusedLeavesNoFile(@TempDir Path folder) {
    Path file = folder.resolve("model.onnx");
    Pipeline<Perceptron> pipeline = Pipeline.of(rows -> rows, SIGMOID, TRAIN);
    assertThrows(IllegalArgumentException.class, () -> pipeline.saveOnnx(file));
    assertFalse(Files.exists(file));
  }

  @Test
  void whatIsLongerThanAFileMayBeIsRefused() {
    OnnxModel.checkLength(Integer.MAX_VALUE);
    assertEquals(
        "pipeline must take at most 2147483647 bytes to be exported, as a file of ONNX has no more,"
            + " but takes 2147483648 or more; take fewer features or units",
        assertThrows(IllegalArgumentException.class, () -> OnnxModel.checkLength(1L << 31))
            .getMessage());
  }

  @Test
  void nullIsRefusedAndAStreamThatFailsSaysSo() {
    Pipeline<Perceptron> pipeline = Pipeline.of(Preparation.none().fit(TRAIN), SIGMOID, TRAIN);
    assertEquals(
        "out must not be null",
        assertThrows(NullPointerException.class, () -> pipeline.writeOnnx(null)).getMessage());
    assertEquals(
        "file must not be null",
        assertThrows(NullPointerException.class, () -> pipeline.saveOnnx(null)).getMessage());
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    assertEquals(
        "ONNX model cannot be written: No space left on device",
        assertThrows(UncheckedIOException.class, () -> pipeline.writeOnnx(full)).getMessage());
  }
}
