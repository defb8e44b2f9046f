package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.pipeline.Pipeline;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The features that a perceptron weighs most, as bars. */
class LargestWeightsPlotTest {
  private static final Color ABOVE = Look.color(0);
  private static final Color BELOW = Look.color(1);

  /** A model of features called w0, w1 and so on, of whose weights 100, the bias, is none. */
  private static Pipeline<Perceptron> model(double... w) {
    String[] names = IntStream.range(0, w.length).mapToObj(j -> "w" + j).toArray(String[]::new);
    Dataset train =
        Dataset.of(new double[2][w.length], new double[] {0, 1})
            .withFeatureNames(names)
            .withClassNames("ham", "spam");
    Perceptron perceptron = Perceptron.of(w, 100, Activation.sigmoid());
    return Pipeline.of(FittedPreparation.of(List.of()), perceptron, train);
  }

  private static Recorder drawn(double... w) {
    return Recorder.of(new LargestWeightsPlot(model(w)));
  }

  private static List<Recorder.Box> bars(Recorder drawn, Color color) {
    return drawn.boxes.stream().filter(box -> color.equals(box.fill())).toList();
  }

  @Test
  void barsGoFromTheLargestDownAndWeightsOfZeroAreCounted() {
    Recorder drawn = drawn(-1, 0, 3, 2, 0, -4);
    assertEquals("The largest weights", drawn.words().get(0));
    String words = String.join(" ", drawn.words());
    assertTrue(
        words.contains("Blue speaks for spam, orange for ham. Of 6 weights, 2 are exactly 0."),
        words);
    double[] heights =
        DoubleStream.of(2, 3, 0, 5).map(j -> drawn.text("w" + (int) j).y()).toArray();
    double[] sorted = DoubleStream.of(heights).sorted().toArray();
    assertEquals(
        DoubleStream.of(sorted).boxed().toList(), DoubleStream.of(heights).boxed().toList());
    assertTrue(drawn.words().containsAll(List.of("+3.00", "+2.00", "−1.00", "−4.00")), words);
    // Bars are as long as the weights are large.
    List<Recorder.Box> above = bars(drawn, ABOVE);
    List<Recorder.Box> below = bars(drawn, BELOW);
    assertEquals(1.5, above.get(0).width() / above.get(1).width(), 1e-9);
    assertEquals(4, below.get(1).width() / below.get(0).width(), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"3, 0, 3, 0", "0, 3, 0, 3", "10, 10, 10, 10", "25, 4, 10, 4", "5, 30, 5, 10"})
  void tenOfEachSignAreShown(int above, int below, int shownAbove, int shownBelow) {
    double[] w =
        IntStream.range(0, above + below).mapToDouble(j -> j < above ? j + 1 : -j - 1).toArray();
    Recorder drawn = drawn(w);
    assertEquals(shownAbove, bars(drawn, ABOVE).size());
    assertEquals(shownBelow, bars(drawn, BELOW).size());
    if (above > 0) {
      drawn.text("w" + (above - 1)); // the largest
    }
    if (below > 0) {
      drawn.text("w" + (above + below - 1));
    }
  }

  @Test
  void aModelOfNothingButZerosIsDrawn() {
    Recorder drawn = drawn(0, 0);
    assertTrue(String.join(" ", drawn.words()).contains("Of 2 weights, 2 are exactly 0."));
    assertTrue(drawn.words().contains("w0"));
    assertTrue(String.join(" ", drawn(0).words()).contains("Of 1 weight, 1 is exactly 0."));
    assertTrue(String.join(" ", drawn(1, 2).words()).contains("weights, none is exactly 0."));
  }

  @Test
  void withoutNamesOfClassesBlueIsForClassOne() {
    Dataset train = Dataset.of(new double[2][1], new double[] {0, 1});
    Perceptron one = Perceptron.of(new double[] {2}, 0, Activation.sigmoid());
    Recorder drawn =
        Recorder.of(
            new LargestWeightsPlot(Pipeline.of(FittedPreparation.of(List.of()), one, train)));
    String words = String.join(" ", drawn.words());
    assertTrue(words.contains("class 1 or a larger number, orange against it."), words);
    assertEquals("The weights", drawn.words().get(0));
  }

  @Test
  void onlyTheAxisOfTheWeightsHasARange() {
    Plot plot = Plots.largestWeights(model(1, -2));
    assertTrue(plot.withHorizontalRange(-3, 3).toSvg().contains("w1"));
    assertEquals(
        "weights stand one below the other; only their horizontal axis has a range",
        Rejected.message(() -> plot.withVerticalRange(0, 1).toSvg()));
    assertEquals(
        "weights have both signs, and so no logarithmic scale",
        Rejected.message(() -> plot.withLogScale().toSvg()));
    assertEquals(
        "pipeline must not be null",
        assertThrows(NullPointerException.class, () -> Plots.largestWeights(null)).getMessage());
    assertTrue(Plots.largestWeights(model(1e308, -1e308)).toSvg().contains("w1"));
  }
}
