package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeightsPlotTest {
  private static final Color FIRST = Look.color(0);
  private static final Color SECOND = Look.color(1);

  private static Perceptron weights(double... w) {
    return Perceptron.of(w, 100, Activation.identity());
  }

  private static Map<String, Perceptron> two(Perceptron first, Perceptron second) {
    Map<String, Perceptron> models = new LinkedHashMap<>();
    models.put("first", first);
    models.put("second", second);
    return models;
  }

  @Test
  void aStemIsAsLongAsItsWeight() {
    BufferedImage image = Plots.weights(two(weights(1, 1), weights(4, 4))).image();
    int one = longestRun(image, FIRST);
    int four = longestRun(image, SECOND);
    // The disk hides half of itself, some nine pixels, and its rim.
    assertEquals(4 * one, four, 60, one + " and " + four);
    assertTrue(one > 150, "the heights together are about 900 pixels: " + one);
  }

  /** The longest vertical run of a color. */
  private static int longestRun(BufferedImage image, Color color) {
    return IntStream.range(0, image.getWidth())
        .map(
            x -> {
              int run = 0;
              int longest = 0;
              for (int pixel : image.getRGB(x, 0, 1, image.getHeight(), null, 0, 1)) {
                run = pixel == Pixels.rgb(color) ? run + 1 : 0;
                longest = Math.max(longest, run);
              }
              return longest;
            })
        .max()
        .orElse(0);
  }

  @Test
  void aWeightThatIsExactlyZeroIsAnOpenRingAndTheLegendSaysSo() {
    int zero = Pixels.count(Plots.weights(two(weights(1, 0), weights(2, 2))).image(), FIRST);
    int tiny = Pixels.count(Plots.weights(two(weights(1, 1e-9), weights(2, 2))).image(), FIRST);
    // A disk 18 pixels across has 254, a ring of that size about half.
    assertTrue(tiny - zero > 80, zero + " and " + tiny);
    int ringInLegend = Pixels.count(Plots.weights(Map.of("a", weights(1, 0))).image(), Look.INK);
    int withoutRing = Pixels.count(Plots.weights(Map.of("a", weights(1, 1))).image(), Look.INK);
    assertTrue(ringInLegend > withoutRing + 100, ringInLegend + " and " + withoutRing);
  }

  @Test
  void theBiasIsNoWeight() {
    // A bias of 100 would leave a stem of 1 no longer than a hundredth.
    assertTrue(longestRun(Plots.weights(Map.of("a", weights(1, 1))).image(), FIRST) > 600);
  }

  @Test
  void weightsThatAreAllZeroAndHundredsOfThemAreDrawn() {
    double[] many = new double[784];
    assertTrue(Pixels.count(Plots.weights(Map.of("a", weights(many))).image(), FIRST) > 0);
    Arrays.setAll(many, j -> Math.sin(j));
    assertTrue(Pixels.count(Plots.weights(Map.of("a", weights(many))).image(), FIRST) > 1000);
  }

  @Test
  void itIsTitledAndHasNoLogarithmicScale() {
    Plot plot = Plots.weights(Map.of("a", weights(1)));
    assertEquals("Plot(Weights side by side)", plot.toString());
    assertEquals("Plot(L1)", plot.withTitle("L1").toString());
    assertEquals(
        "weights have both signs, and so no logarithmic scale",
        Rejected.message(plot::withLogScale));
  }

  @Test
  void modelsThatCannotBeComparedAreRefused() {
    assertEquals("models must not be empty", Rejected.message(() -> Plots.weights(Map.of())));
    assertEquals(
        "models must all have 2 features, as the first, but \"second\" has 3",
        Rejected.message(() -> Plots.weights(two(weights(1, 2), weights(1, 2, 3)))));
    assertThrows(NullPointerException.class, () -> Plots.weights(null));
  }

  @Test
  void aMillionWeightsAreAsManyStemsAsThePictureIsWide() {
    double[] many = new double[1_000_000];
    Arrays.setAll(many, j -> j % 1000 == 500 ? 3 : 1 + j % 7 * 0.1);
    Recorder drawn = Recorder.of(new WeightsPlot(Map.of("a", weights(many))));
    int stems = drawn.lines(FIRST).size();
    assertTrue(stems > 1000 && stems < 1700, stems + " stems");
    double shortest =
        drawn.lines(FIRST).stream().mapToDouble(s -> s.y()[0] - s.y()[1]).min().orElse(0);
    double tallest =
        drawn.lines(FIRST).stream().mapToDouble(s -> s.y()[0] - s.y()[1]).max().orElse(0);
    // Every stem stands for some 600 weights and reaches as far as the largest of them.
    assertTrue(
        tallest > shortest && tallest / shortest <= 3 / 1.6 + 1e-9, tallest + " and " + shortest);
    assertTrue(drawn.disks.size() <= 1, "no mark but the one in the legend");
  }
}
