package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were changed are refused, also by those who know how to make their checksum right. */
class RefusedAtLoadingTest {
  @TempDir Path folder;

  private static final String PERCEPTRON = TwoFiles.PERCEPTRON;
  private static final String NETWORK = TwoFiles.NETWORK;

  private static String refusal(String text) {
    return TwoFiles.refusal(text);
  }

  private static String changed(String text, String from, String to) {
    return TwoFiles.changed(text, from, to);
  }

  @Test
  void unknownActivationsMayBeOfANewerVersion() {
    assertEquals(
        "activation must be identity, step, sign, sigmoid, tanh, exponential, relu, softplus, silu,"
            + " gelu, leaky relu(slope …), elu(scale …), but was \"mish\"; a newer version of Gradus"
            + " may know it",
        refusal(changed(NETWORK, "\"tanh\"", "\"mish\"")));
    for (String text : List.of("elu(scale )", "elu(scale 1", "elu(scale one)", "Tanh", "")) {
      assertTrue(
          refusal(changed(NETWORK, "\"tanh\"", '"' + text + '"'))
              .startsWith("activation must be identity, "));
    }
  }

  @Test
  void targetsAreStandardizedOnceAndOfOneOutput() {
    String targets = "{\"kind\": \"target standardizer\", \"mean\": 1, \"scale\": 2}";
    assertEquals(
        "output must have one net input where targets are standardized, but has 3",
        refusal(changed(NETWORK, "\"preparation\": []", "\"preparation\": [" + targets + "]")));
    assertEquals(
        "targets must be standardized once, but are by 2 steps",
        refusal(changed(PERCEPTRON, "\"preparation\": [", "\"preparation\": [" + targets + ", ")));
    assertEquals(
        "calibration must be of classes, but targets are numbers that are standardized",
        refusal(
            changed(
                PERCEPTRON,
                "\"cut\": 12",
                "\"cut\": 12, \"calibration\": {\"slope\": 1, \"intercept\": 0}")));
  }

  @Test
  void aNetworkWithoutLayersIsRefused() {
    int from = NETWORK.indexOf("\"layers\": [");
    int to = NETWORK.indexOf("  \"calibration\"");
    String none = NETWORK.substring(0, from) + "\"layers\": []\n  },\n" + NETWORK.substring(to);
    assertEquals("model / layers must be at least 1, but are none", refusal(none));
  }

  @Test
  void everyFieldThatIsTakenAwayIsMissedOrHasItsMeaning() {
    // Without these there is another pipeline, as sound as the first.
    List<String> optional = List.of("cut", "bias", "training", "calibration", "classes", "credit");
    for (String text : List.of(PERCEPTRON, NETWORK)) {
      for (String line : text.lines().toList()) {
        if (line.strip().startsWith("\"") && line.endsWith(",")) {
          String name = line.strip().substring(1, line.strip().indexOf('"', 1));
          String without = text.replaceFirst(Pattern.quote(line + "\n"), "");
          if (!optional.contains(name)) {
            assertTrue(refusal(without).length() < 1000, line);
          }
        }
      }
    }
  }

  @Test
  void everyTruncationAndEveryFlippedBitIsRefused() {
    byte[] bytes = NETWORK.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      Rejected.message(() -> Pipeline.read(new ByteArrayInputStream(cut)));
    }
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Rejected.message(() -> Pipeline.read(new ByteArrayInputStream(flipped)));
    }
  }

  @Test
  void aFileIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("data.csv"), "a,b\n1,2\n");
    assertEquals(
        "file " + file + " is no file of Gradus: it does not begin with {",
        Rejected.message(() -> Pipeline.load(file)));
    Files.writeString(file, PERCEPTRON.substring(0, 300));
    assertEquals(
        "file "
            + file
            + " is no file of Gradus or not all of it: its last line but one is not the checksum",
        Rejected.message(() -> Pipeline.load(file, Perceptron.class)));
    assertEquals(
        "file " + folder.resolve("no.json") + " cannot be read: there is no such file or folder",
        assertThrows(UncheckedIOException.class, () -> Pipeline.load(folder.resolve("no.json")))
            .getMessage());
  }

  @Test
  void aCutOfNumbersIsNone() {
    String without = PERCEPTRON.replace("    \"cut\": 0,\n", "");
    byte[] bytes = Sealed.anew(without).getBytes(StandardCharsets.UTF_8);
    Pipeline<?> loaded = Pipeline.read(new ByteArrayInputStream(bytes));
    assertEquals(
        Output.of(Activation.leakyRelu(0.125))
            .fittedTo(Loss.squaredError(), new double[] {0, 1, 2}),
        loaded.model().output());
  }
}
