package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How sure a model is of the class of each row. */
class ProbabilitiesPlotTest {
  private static final Color RIGHT = Look.color(0);
  private static final Color WRONG = Look.color(1);

  /** Inputs are the net inputs of three classes. */
  private static final Network THREE =
      Network.of(3, Output.softmax(3))
          .zeros()
          .withParameters(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0});

  private static final Dataset OF_THREE =
      Dataset.of(
              new double[][] {{3, 0, 0}, {0, 3, 0}, {3, 0, 0}, {2, 1, 0}},
              new double[] {0, 1, 1, 0})
          .withClassNames("ant", "bee", "cat");

  private static Recorder drawn(Model<?> model, Dataset data) {
    return Recorder.of(new ProbabilitiesPlot(model, data));
  }

  /** The right rows: disks, the last of which is in the legend. */
  private static List<Recorder.Disk> right(Recorder drawn) {
    List<Recorder.Disk> all =
        drawn.disks.stream().filter(disk -> RIGHT.equals(disk.fill())).toList();
    return all.subList(0, all.size() - 1);
  }

  /** The wrong rows: squares, the last of which is in the legend. */
  private static List<Recorder.Box> wrong(Recorder drawn) {
    List<Recorder.Box> all = drawn.boxes.stream().filter(b -> WRONG.equals(b.fill())).toList();
    return all.subList(0, all.size() - 1);
  }

  /** A model of one output, with probabilities. */
  private static Perceptron sigmoid(double weight) {
    return Perceptron.of(new double[] {weight}, 0, Activation.sigmoid());
  }

  /** ln(p / (1 − p)), so that the sigmoid gives p. */
  private static double[][] inputs(double... p) {
    return Arrays.stream(p)
        .mapToObj(q -> new double[] {Math.log(q / (1 - q))})
        .toArray(double[][]::new);
  }

  /** Where a probability lies across the picture, from the marks of the axis. */
  private static double place(Recorder drawn, double p) {
    double zero = drawn.text("0.0").x();
    return zero + p * (drawn.text("1.0").x() - zero);
  }

  @Test
  void aRowLiesAtTheProbabilityOfItsTrueClass() {
    Dataset data = Dataset.of(inputs(0.9, 0.3, 0.6), new double[] {1, 0, 0});
    Recorder drawn = drawn(sigmoid(1), data);
    // 0.9 of class 1 and 0.7 of class 0, to half a mark.
    List<Recorder.Disk> right = right(drawn);
    assertEquals(place(drawn, 0.7), right.get(0).x(), 4);
    assertEquals(place(drawn, 0.9), right.get(1).x(), 4);
    // 0.4 of class 0, which is taken for class 1.
    Recorder.Box wrong = wrong(drawn).get(0);
    assertEquals(place(drawn, 0.4), wrong.x() + wrong.width() / 2, 4);
  }

  @Test
  void theFirstClassIsOnTop() {
    Dataset data = Dataset.of(inputs(0.9, 0.3), new double[] {1, 0}).withClassNames("no", "yes");
    Recorder drawn = drawn(sigmoid(1), data);
    assertTrue(drawn.text("100% of no").y() < drawn.text("100% of yes").y());
    assertTrue(right(drawn).get(0).y() < right(drawn).get(1).y());
  }

  @Test
  void theShareThatIsRightStandsBesideEachClass() {
    List<String> words = drawn(THREE, OF_THREE).words();
    assertTrue(
        words.containsAll(List.of("100% of ant", "50% of bee", "no rows of cat")),
        words.toString());
    assertTrue(words.containsAll(List.of("right (3)", "wrong (1)", "a guess: 1/3")));
  }

  @Test
  void sharesCountRowsByTheirWeightsAndLeaveOutThoseOfWeightZero() {
    List<String> words = drawn(THREE, OF_THREE.withWeights(0, 3, 1, 1)).words();
    assertTrue(words.contains("75% of bee"), words.toString());
    assertTrue(words.contains("right (2)"), words.toString());
  }

  @Test
  void targetsOfMinusOneAndOneAreTwoClassesToo() {
    Dataset data = Dataset.of(inputs(0.9, 0.3), new double[] {1, -1});
    assertTrue(drawn(sigmoid(1), data).words().contains("100% of target -1"));
  }

  @Test
  void whereNothingIsWrongTheLegendHasNoEntryForIt() {
    Recorder drawn = drawn(sigmoid(1), Dataset.of(inputs(0.9), new double[] {1}));
    assertTrue(drawn.words().stream().noneMatch(word -> word.startsWith("wrong")));
  }

  @Test
  void rowsAtOnePlaceArePiledUpWithTheWrongOnesAtTheBottom() {
    // With the cut at 0.7, rows at 0.6 are wrong if of class 1; those of class 0 are right.
    Dataset data = Dataset.of(inputs(0.6, 0.6, 0.6, 0.4), new double[] {1, 1, 1, 0});
    Recorder drawn = drawn(sigmoid(1).withCut(0.7), data);
    List<Recorder.Box> wrong = wrong(drawn);
    assertEquals(3, wrong.size());
    assertEquals(wrong.get(0).x(), wrong.get(1).x());
    assertEquals(8, wrong.get(0).y() - wrong.get(1).y(), 1e-9);
    assertEquals(8, wrong.get(1).y() - wrong.get(2).y(), 1e-9);
  }

  @Test
  void aPileThatHasNoRoomIsAsHighAsTheLogarithmOfItsRows() {
    double[] p = new double[10_001];
    Arrays.fill(p, 0.9);
    for (int i = 0; i < 100; i++) {
      p[i] = 0.7;
    }
    p[100] = 0.2;
    double[] y = new double[p.length];
    Arrays.fill(y, 1);
    Recorder drawn = drawn(sigmoid(1), Dataset.of(inputs(p), y));
    double highest = span(drawn, 0.9);
    double hundred = span(drawn, 0.7);
    // A mark reaches 4 beyond either end of the span.
    assertEquals(Math.log(101) / Math.log(9901), (hundred + 8) / (highest + 8), 0.01);
    assertEquals(1, wrong(drawn).size(), "one among ten thousand is seen");
    assertTrue(right(drawn).size() < 1000, right(drawn).size() + " marks");
  }

  /** From the lowest to the highest mark at a probability. */
  private static double span(Recorder drawn, double p) {
    double[] y =
        right(drawn).stream()
            .filter(disk -> Math.abs(disk.x() - place(drawn, p)) < 6)
            .mapToDouble(Recorder.Disk::y)
            .sorted()
            .toArray();
    return y[y.length - 1] - y[0];
  }

  @Test
  void aMixedPileShowsSomeOfEachHoweverFewTheyAre() {
    Piles piles = new Piles(new Frame(null, null, 0, 0, 100, 100), 0, 100);
    for (int i = 0; i < 5000; i++) {
      piles.add(50, i != 7);
    }
    Recorder drawn = new Recorder();
    piles.draw(drawn, RIGHT, WRONG);
    assertEquals(1, drawn.boxes.size());
    assertTrue(drawn.disks.size() > 5, drawn.disks.size() + " right");
    double lowest = drawn.disks.stream().mapToDouble(Recorder.Disk::y).max().orElse(0);
    assertTrue(drawn.boxes.get(0).y() > lowest - 8, "the wrong one is at the bottom");
  }

  @Test
  void theGuessIsADottedLine() {
    Recorder drawn = drawn(THREE, OF_THREE);
    Recorder.Line guess =
        drawn.lines.stream()
            .filter(line -> line.stroke().dash() == Stroke.Dash.DOTTED)
            .findFirst()
            .orElseThrow();
    assertEquals(place(drawn, 1 / 3.0), guess.x()[0], 1e-6);
  }

  @Test
  void aPieceOfTheHorizontalAxisShowsTheRowsThere() {
    Drawing piece = new ProbabilitiesPlot(THREE, OF_THREE).seen(View.PLAIN.withAcross(0.8, 1));
    // e³/(e³ + 2) = 0.909 twice; the others are at 0.665 and 0.045.
    assertEquals(2, right(Recorder.of(piece, 900, 600)).size());
  }

  @Test
  void whatCannotBeDrawnIsRefused() {
    Plot plot = Plots.probabilities(THREE, OF_THREE);
    assertEquals("Plot(Probability of the true class)", plot.toString());
    assertEquals(
        "probabilities by class have no logarithmic scale", Rejected.message(plot::withLogScale));
    assertEquals(
        "probabilities by class show all classes; only their horizontal axis has a range",
        Rejected.message(() -> plot.withVerticalRange(0, 1)));
    assertEquals(
        "data must have 3 features, as the model has, but has 1",
        Rejected.message(
            () -> Plots.probabilities(THREE, Dataset.of(new double[1][1], new double[] {1}))));
    assertEquals(
        "target of row 0 must be the number of one of the 3 classes of the model, from 0, but was"
            + " 0.5",
        Rejected.message(
            () -> Plots.probabilities(THREE, Dataset.of(new double[1][3], new double[] {0.5}))));
  }

  @Test
  void aModelWithoutProbabilitiesIsRefusedWithAWayOut() {
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () ->
                Plots.probabilities(
                    Perceptron.zeros(1, Activation.tanh()),
                    Dataset.of(new double[1][1], new double[] {1})));
    assertTrue(e.getMessage().contains("take Activation.sigmoid()"), e.getMessage());
  }

  @Test
  void nullIsRefusedByName() {
    NullPointerException e =
        assertThrows(NullPointerException.class, () -> Plots.probabilities(null, OF_THREE));
    assertEquals("model must not be null", e.getMessage());
    e = assertThrows(NullPointerException.class, () -> Plots.probabilities(THREE, null));
    assertEquals("data must not be null", e.getMessage());
  }
}
