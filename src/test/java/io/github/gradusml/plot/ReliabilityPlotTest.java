package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.CutCosts;
import io.github.gradusml.metric.MistakeCosts;
import io.github.gradusml.metric.ReliabilityCurve;
import io.github.gradusml.metric.Scores;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pictures of probabilities: whether they are right, and what cutting them costs. */
class ReliabilityPlotTest {
  private static final Color FIRST = Look.color(0);
  private static final Output SIGMOID = Output.of(Activation.sigmoid());

  private static Scores scores(Output output, double[] z, double... y) {
    return Scores.ofNetInputs(output, z, Dataset.of(new double[y.length][1], y));
  }

  /** Probabilities ½, ½, ½, ½ of which one is right, and 0.95 twice, of which one is. */
  private static ReliabilityCurve six() {
    double high = Math.log(19);
    return ReliabilityCurve.of(
        scores(SIGMOID, new double[] {0, 0, 0, 0, high, high}, 1, 0, 0, 0, 1, 0));
  }

  private static Recorder.Text text(Recorder drawn, String said, Canvas.Anchor anchor) {
    return drawn.texts.stream()
        .filter(text -> text.text().equals(said) && text.anchor() == anchor)
        .findFirst()
        .orElseThrow();
  }

  /** The places of disks in units of the axes, by the marks along them. */
  private static double[][] points(Recorder drawn, Color color) {
    double left = text(drawn, "0.0", Canvas.Anchor.MIDDLE).x();
    double right = text(drawn, "1.0", Canvas.Anchor.MIDDLE).x();
    double bottom = text(drawn, "0.0", Canvas.Anchor.END).y() - Look.TICK.belowMiddle();
    double top = text(drawn, "1.0", Canvas.Anchor.END).y() - Look.TICK.belowMiddle();
    return drawn.disks.stream()
        .filter(disk -> color.equals(disk.fill()))
        .map(
            disk ->
                new double[] {
                  (disk.x() - left) / (right - left), (bottom - disk.y()) / (bottom - top)
                })
        .toArray(double[][]::new);
  }

  @Test
  void aPointIsAnObservedShareAgainstAMeanProbability() {
    Recorder drawn = Recorder.of(ReliabilityPlot.of(Map.of("six", six())));
    double[][] points = points(drawn, FIRST);
    // Rounding of places in units of a picture of 900.
    assertArrayEquals(new double[] {0.5, 0.25}, points[0], 1e-9);
    assertArrayEquals(new double[] {0.95, 0.5}, points[1], 1e-9);
    assertTrue(drawn.words().contains("six (ECE 0.317)"), drawn.words().toString());
    assertTrue(drawn.words().contains("highest bar: 67% of the rows"), drawn.words().toString());
  }

  @Test
  void errorBarsReachTwoStandardErrorsAndNotBeyondShares() {
    Recorder drawn = Recorder.of(ReliabilityPlot.of(Map.of("six", six())));
    double height =
        text(drawn, "0.0", Canvas.Anchor.END).y() - text(drawn, "1.0", Canvas.Anchor.END).y();
    double[] lengths =
        drawn.lines(FIRST).stream()
            .filter(line -> line.x().length == 2 && line.x()[0] == line.x()[1])
            .mapToDouble(line -> Math.abs(line.y()[0] - line.y()[1]) / height)
            .toArray();
    // ¼ ± 2·¼ from 0 on; ½ ± 2·√(0.95·0.05/2).
    double[] expected = {0.75, 4 * Math.sqrt(0.95 * 0.05 / 2)};
    assertArrayEquals(expected, lengths, 1e-9);
  }

  /** In the strip below 0, in proportion to the rows, and side by side. */
  @Test
  void barsCountTheRows() {
    Map<String, ReliabilityCurve> curves = new LinkedHashMap<>();
    curves.put("one", six());
    curves.put("two", six().withBins(2));
    Recorder drawn = Recorder.of(ReliabilityPlot.of(curves));
    List<Recorder.Box> bars =
        drawn.boxes.stream()
            .filter(box -> box.fill() != null && box.fill().opacity() < 0.5)
            .toList();
    assertEquals(3, bars.size()); // of 0.5, of 0.95, and of both in one of two bins
    assertEquals(bars.get(0).height(), 2 * bars.get(1).height(), 1e-9);
    assertEquals(bars.get(2).height(), 3 * bars.get(1).height(), 1e-9);
    assertEquals(bars.get(2).width(), 5 * bars.get(1).width(), 1e-9);
    double zero = text(drawn, "0.0", Canvas.Anchor.END).y() - Look.TICK.belowMiddle();
    bars.forEach(bar -> assertTrue(bar.y() > zero, bar.toString()));
  }

  @Test
  void aVerticalRangeHasMarksOfItsOwn() {
    Plot plot = Plots.reliability(Map.of("six", six())).withVerticalRange(0.4, 0.6);
    assertTrue(plot.toSvg().contains(">0.45<"));
    assertThrows(IllegalArgumentException.class, () -> plot.withLogScale());
    assertEquals("curves must not be empty", Rejected.message(() -> Plots.reliability(Map.of())));
  }

  @Test
  void tenThousandBinsAreDrawn() {
    Random random = new Random(1);
    double[] z = random.doubles(20_000, -4, 4).toArray();
    double[] y = Arrays.stream(z).map(v -> v > random.nextGaussian() ? 1 : 0).toArray();
    ReliabilityCurve curve = ReliabilityCurve.of(scores(SIGMOID, z, y)).withBins(10_000);
    assertTrue(Plots.reliability(Map.of("many", curve)).toSvg().length() > 1000);
  }

  @Test
  void costsAreStepsAtThePredictions() {
    Output number = Output.of(Activation.identity()).withCut(3.5);
    CutCosts costs =
        MistakeCosts.of(1, 2).byCut(scores(number, new double[] {1, 2, 3, 4}, 0, 1, 0, 1));
    Recorder drawn = Recorder.of(new CostPlot(costs));
    Recorder.Line line = drawn.lines(FIRST).get(0);
    double one = text(drawn, "1.0", Canvas.Anchor.MIDDLE).x();
    double apart = text(drawn, "2.0", Canvas.Anchor.MIDDLE).x() - one;
    double[] changes = Arrays.stream(line.x()).map(x -> 1 + (x - one) / apart).distinct().toArray();
    assertArrayEquals(new double[] {1, 2, 3, 4}, Arrays.copyOfRange(changes, 1, 5), 1e-9);
    assertTrue(drawn.words().contains("usual cut 3.5: 0.500"), drawn.words().toString());
    assertTrue(drawn.words().contains("cheapest here 1.5: 0.250"), drawn.words().toString());
    assertTrue(drawn.words().stream().noneMatch(word -> word.startsWith("in theory ")));
  }

  @Test
  void costsOfProbabilitiesHaveTheCutInTheory() {
    CutCosts costs =
        MistakeCosts.of(1, 3).byCut(scores(SIGMOID, new double[] {-1, 0, 1, 2}, 0, 1, 0, 1));
    Recorder drawn = Recorder.of(new CostPlot(costs));
    assertTrue(drawn.words().contains("in theory 0.25: 0.500"), drawn.words().toString());
    assertTrue(drawn.words().contains("Mean cost: 1 a false positive, 3 a false negative"));
    Plots.costs(costs).withLogScale().withHorizontalRange(0, 0.2).toSvg();
  }

  @Test
  void hugePredictionsAndCostsOfNothingAreDrawn() {
    double[] z = {-Double.MAX_VALUE, -1, 1, Double.MAX_VALUE};
    CutCosts costs =
        MistakeCosts.of(1e300, 1e299)
            .byCut(scores(Output.of(Activation.identity()), z, 0, 0, 1, 1));
    assertTrue(Plots.costs(costs).toSvg().contains("Mean cost"));
  }
}
