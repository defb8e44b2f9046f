package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.network.Network;
import io.github.gradusml.pipeline.Explanation;
import io.github.gradusml.pipeline.Pipeline;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The terms of a net input as bars. */
class ContributionsPlotTest {
  private static final Color FOR = Look.color(0);
  private static final Color AGAINST = Look.color(1);

  private static final Dataset UNNAMED =
      Dataset.of(new double[][] {{1, 10}, {3, 30}}, new double[] {0, 1})
          .withFeatureNames("age", "size");

  private static final Dataset TWO = UNNAMED.withClassNames("benign", "malignant");

  private static Explanation two(double... x) {
    Perceptron model = Perceptron.of(new double[] {2, -1}, 1, Activation.sigmoid());
    return Pipeline.of(FittedPreparation.of(List.of()), model, TWO).explain(x);
  }

  private static Recorder drawn(Explanation explanation) {
    return Recorder.of(new ContributionsPlot(explanation));
  }

  private static List<Recorder.Box> bars(Recorder drawn, Color color) {
    return drawn.boxes.stream().filter(box -> color.equals(box.fill())).toList();
  }

  /** How wide one unit of the horizontal axis is. */
  private static double unit(Recorder drawn) {
    return (drawn.text("5").x() - drawn.text("−5").x()) / 10;
  }

  @Test
  void aSparseRowWithoutANumberHasTheBiasAlone() {
    Perceptron model = Perceptron.of(new double[] {2, -1}, 1, Activation.sigmoid());
    Pipeline<Perceptron> pipeline = Pipeline.of(FittedPreparation.of(List.of()), model, TWO);
    Recorder drawn = drawn(pipeline.explain(new int[0], new double[0]));
    assertEquals(1, bars(drawn, FOR).size());
  }

  @Test
  void aBarIsAsLongAsItsTermAndLiesOnItsSideOfZero() {
    Recorder drawn = drawn(two(4, 7)); // 8 − 7 + 1
    double zero = drawn.text("0").x();
    Recorder.Box age = bars(drawn, FOR).get(0);
    assertEquals(zero, age.x(), 1e-9); // places are computed in units of hundreds
    assertEquals(8 * unit(drawn), age.width(), 1e-9);
    Recorder.Box size = bars(drawn, AGAINST).get(0);
    assertEquals(zero, size.x() + size.width(), 1e-9);
    assertEquals(7 * unit(drawn), size.width(), 1e-9);
    assertEquals(1 * unit(drawn), bars(drawn, FOR).get(1).width(), 1e-9);
    assertEquals(2 * unit(drawn), bars(drawn, Look.AXIS).get(0).width(), 1e-9);
    assertTrue(drawn.words().containsAll(List.of("age", "size", "bias", "net input")));
    assertTrue(drawn.words().containsAll(List.of("+8.00", "−7.00", "+1.00", "+2.00")));
    assertTrue(drawn.words().containsAll(List.of("4", "7"))); // the row
    assertEquals("Why the prediction is malignant", drawn.words().get(0));
  }

  @Test
  void thePictureSaysForWhichClassABarSpeaks() {
    String words = String.join(" ", drawn(two(4, 7)).words());
    assertTrue(words.contains("Blue speaks for malignant (probability 0.881),"), words);
    Network three =
        Network.of(2, Output.softmax(3))
            .zeros()
            .withParameters(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 0});
    Explanation first = Pipeline.of(FittedPreparation.of(List.of()), three, UNNAMED).explain(2, 1);
    assertTrue(String.join(" ", drawn(first).words()).contains("speaks for class 0 (probability"));
    String against = String.join(" ", drawn(first.against(1)).words());
    assertTrue(against.contains("Blue speaks for class 0 and against class 1, orange"), against);
    Perceptron line = Perceptron.of(new double[] {2, -1}, 1, Activation.identity());
    Dataset numbers = Dataset.of(new double[][] {{1, 10}, {3, 30}}, new double[] {5, 6});
    Perceptron number =
        line.with(
            line.parameters(), line.output().fittedTo(Loss.squaredError(), new double[] {1, 2, 3}));
    Explanation ofNumber =
        Pipeline.of(TargetStandardizer.of(100, 10), number, numbers).explain(4, 7);
    List<String> said = drawn(ofNumber).words();
    assertEquals("Why the prediction is 120", said.get(0)); // 100 + 10·2
    assertTrue(
        String.join(" ", said).contains("Blue speaks for a larger number (1 adds 10.00), orange"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 11, 12, 500})
  void tenBarsAreShownAndTheOthersTogether(int d) {
    double[] w = new double[d];
    Arrays.fill(w, 0.5);
    double[] x = new double[d];
    Arrays.setAll(x, j -> d - j);
    Dataset rows = Dataset.of(new double[][] {x, new double[d]}, new double[] {0, 1});
    Perceptron model = Perceptron.of(w, -1, Activation.sigmoid());
    Recorder drawn = drawn(Pipeline.of(FittedPreparation.of(List.of()), model, rows).explain(x));
    int alone = d <= 11 ? d : 10;
    assertEquals(alone + (alone < d ? 1 : 0), bars(drawn, FOR).size());
    assertEquals(alone < d, drawn.words().contains((d - 10) + " smaller ones"));
    if (d == 12) {
      assertTrue(drawn.words().contains("+1.50")); // (2 + 1) / 2
    }
  }

  @Test
  void onlyTheAxisOfTheNumbersHasARange() {
    Explanation explanation = two(4, 7);
    Plot plot = Plots.contributions(explanation);
    assertTrue(plot.withHorizontalRange(1, 3).toSvg().contains("net input"));
    assertEquals(
        "contributions stand one below the other; only their horizontal axis has a range",
        Rejected.message(() -> plot.withVerticalRange(0, 1).toSvg()));
    assertEquals(
        "contributions have both signs, and so no logarithmic scale",
        Rejected.message(() -> plot.withLogScale().toSvg()));
  }

  @Test
  void aRowOfNothingButZerosIsDrawn() {
    Perceptron zeros = Perceptron.zeros(2, Activation.sigmoid());
    Explanation explanation =
        Pipeline.of(FittedPreparation.of(List.of()), zeros, TWO).explain(0, 0);
    assertTrue(drawn(explanation).words().contains("0"));
  }

  @Test
  void whatIsBeyondDoublesIsRefused() {
    Perceptron model = Perceptron.of(new double[] {1e300, 1}, 0, Activation.sigmoid());
    Explanation explanation =
        Pipeline.of(FittedPreparation.of(List.of()), model, TWO).explain(1e300, 1);
    assertEquals(
        "explanation must have finite terms and a finite net input to be drawn, but has a net"
            + " input of Infinity",
        Rejected.message(() -> Plots.contributions(explanation)));
    assertEquals(
        "explanation must not be null",
        assertThrows(NullPointerException.class, () -> Plots.contributions(null)).getMessage());
  }
}
