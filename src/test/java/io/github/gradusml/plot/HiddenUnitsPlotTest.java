package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines of hidden units in a plane. */
class HiddenUnitsPlotTest {
  private static final Axis X = new Axis("", Scale.LINEAR, -1, 2);
  private static final Axis Y = new Axis("", Scale.LINEAR, -3, 1);
  private static final double[][] SQUARE = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  private static final Dataset DATA = Dataset.of(SQUARE, new double[] {0, 1, 1, 0});

  /** Units x − ½, ½ − y and x + 5, of which the third is never 0 among the rows. */
  private static final Network THREE_UNITS =
      Network.of(2, Output.of(Activation.sigmoid()))
          .withHidden(3, Activation.tanh())
          .random(1)
          .withParameters(new double[] {1, 0, 1, 0, -1, 0, -0.5, 0.5, 5, 1, 1, 1, 0});

  private static Recorder drawn(Network network) {
    return Recorder.of(new HiddenUnitsPlot(network, DATA));
  }

  private static List<Recorder.Line> dashed(Recorder drawn) {
    return drawn.lines.stream().filter(line -> line.stroke().dash() == Stroke.Dash.DASHED).toList();
  }

  @Test
  void aLineEndsOnTheEdgesAndHasItsPositiveSideOnTheLeft() {
    Random random = new Random(3);
    int crossing = 0;
    for (int k = 0; k < 500; k++) {
      double[] w = {random.nextGaussian(), random.nextGaussian()};
      Perceptron unit = Perceptron.of(w, 2 * random.nextGaussian(), Activation.tanh());
      Optional<UnitLine> found = UnitLine.of(unit, X, Y);
      if (found.isPresent()) {
        UnitLine line = found.get();
        // Places between two numbers, to rounding.
        assertEquals(0, unit.netInput(line.fromX(), line.fromY()), 1e-12);
        assertEquals(0, unit.netInput(line.toX(), line.toY()), 1e-12);
        assertTrue(isOnTheEdge(line.fromX(), line.fromY()), line.toString());
        assertTrue(isOnTheEdge(line.toX(), line.toY()), line.toString());
        double leftX = line.fromX() - (line.toY() - line.fromY());
        double leftY = line.fromY() + (line.toX() - line.fromX());
        assertTrue(unit.netInput(leftX, leftY) > 0, line.toString());
        crossing++;
      } else {
        boolean sign = unit.netInput(-1, -3) > 0;
        assertEquals(sign, unit.netInput(2, 1) > 0);
        assertEquals(sign, unit.netInput(-1, 1) > 0);
        assertEquals(sign, unit.netInput(2, -3) > 0);
      }
    }
    assertTrue(crossing > 100 && crossing < 450, crossing + " lines");
  }

  private static boolean isOnTheEdge(double x, double y) {
    return Math.abs(x + 1) < 1e-12
        || Math.abs(x - 2) < 1e-12
        || Math.abs(y + 3) < 1e-12
        || Math.abs(y - 1) < 1e-12;
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "0, 0, 1", "0, 0, -1"})
  void aUnitWithoutWeightsHasNoLine(double w0, double w1, double bias) {
    Perceptron unit = Perceptron.of(new double[] {w0, w1}, bias, Activation.relu());
    assertEquals(Optional.empty(), UnitLine.of(unit, X, Y));
  }

  @ParameterizedTest
  @CsvSource({"1e308, 1e308, 0", "4.9e-324, 0, 0", "1e-300, -1e-300, 0", "1e308, -1e308, -1e308"})
  void aUnitOfAnySizeHasItsLine(double w0, double w1, double bias) {
    Perceptron unit = Perceptron.of(new double[] {w0, w1}, bias, Activation.relu());
    UnitLine line = UnitLine.of(unit, X, Y).orElseThrow();
    assertTrue(isOnTheEdge(line.fromX(), line.fromY()), line.toString());
    assertTrue(isOnTheEdge(line.toX(), line.toY()), line.toString());
  }

  @Test
  void aPlaneAsWideAsTheDoublesHasLinesToo() {
    Axis wide = new Axis("", Scale.LINEAR, -Double.MAX_VALUE, Double.MAX_VALUE);
    Perceptron unit = Perceptron.of(new double[] {1, 1}, 0, Activation.relu());
    UnitLine line = UnitLine.of(unit, wide, wide).orElseThrow();
    assertEquals(-line.fromX(), line.fromY());
    assertEquals(-line.toX(), line.toY());
  }

  @Test
  void eachUnitThatCrossesThePictureIsADashedLineWithItsNumber() {
    Recorder drawn = drawn(THREE_UNITS);
    // Two units, and one in the legend.
    assertEquals(3, dashed(drawn).size());
    assertTrue(drawn.words().containsAll(List.of("0", "1", "z = 0 of a hidden unit")));
    Recorder.Line upright = dashed(drawn).get(0);
    assertEquals(upright.x()[0], upright.x()[1], 1e-9);
    Recorder.Line level = dashed(drawn).get(1);
    assertEquals(level.y()[0], level.y()[1], 1e-9);
  }

  @Test
  void theArrowPointsToWhereZIsPositive() {
    Recorder drawn = drawn(THREE_UNITS);
    Recorder.Line upright = dashed(drawn).get(0);
    Recorder.Line level = dashed(drawn).get(1);
    Recorder.Text ofFirst = numbered(drawn, "0");
    Recorder.Text ofSecond = numbered(drawn, "1");
    assertTrue(ofFirst.x() > upright.x()[0] + 15, "x - 1/2 is positive on the right");
    assertTrue(ofSecond.y() > level.y()[0] + 15, "1/2 - y is positive below");
  }

  /** The number at an arrow, and not one along an axis. */
  private static Recorder.Text numbered(Recorder drawn, String number) {
    return drawn.texts.stream()
        .filter(text -> text.text().equals(number) && text.font().color().rgb() == 0x4A4A4A)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void unitsWithoutALineAreCounted() {
    assertTrue(
        drawn(THREE_UNITS)
            .words()
            .contains(
                "Each dashed line is that of a unit; its arrow points to where z > 0. 1 of 3 units"
                    + " has none here: z keeps its sign."),
        drawn(THREE_UNITS).words().toString());
  }

  @Test
  void whereNoUnitHasALineTheCaptionSaysSo() {
    Network none =
        Network.of(2, Output.softmax(2))
            .withHidden(1, Activation.relu())
            .random(1)
            .withParameters(new double[] {0, 0, 1, 1, -1, 0, 0});
    Recorder drawn = drawn(none);
    assertTrue(
        drawn
            .words()
            .contains("None of 1 unit has a line here: z keeps its sign all over the picture."),
        drawn.words().toString());
    assertTrue(dashed(drawn).isEmpty());
  }

  @Test
  void aZoomedPictureHasTheLinesThatCrossIt() {
    Recorder drawn =
        Recorder.of(
            new HiddenUnitsPlot(THREE_UNITS, DATA).seen(View.PLAIN.withUp(0.6, 1)), 900, 600);
    // One unit, and one in the legend.
    assertEquals(2, dashed(drawn).size());
  }

  @Test
  void ofMoreThanTwentyFourUnitsTheNumbersAreLeftOut() {
    Network many = Network.of(2, Output.softmax(2)).withHidden(30, Activation.tanh()).random(1);
    Recorder drawn = drawn(many);
    assertTrue(dashed(drawn).size() > 20, dashed(drawn).size() + " lines");
    assertTrue(
        drawn.texts.stream()
            .noneMatch(t -> t.font().color().rgb() == 0x4A4A4A && !t.text().isEmpty()));
  }

  @Test
  void arrowsKeepAwayFromEachOther() {
    Recorder drawn = new Recorder();
    Axis unit = new Axis("", Scale.LINEAR, 0, 1);
    Arrows arrows = new Arrows(drawn, new Frame(unit, unit, 0, 0, 400, 400));
    arrows.add(0, 200, 400, 200, "0");
    arrows.add(0, 205, 400, 205, "1");
    double apart = Math.abs(drawn.text("0").x() - drawn.text("1").x());
    assertTrue(apart > 300, apart + " units apart");
  }

  @Test
  void itIsTitledAndShowsTheBoundaryToo() {
    assertEquals("Plot(Hidden units)", Plots.hiddenUnits(THREE_UNITS, DATA).toString());
    assertTrue(drawn(THREE_UNITS).words().contains("target 0 (2)"));
  }

  @Test
  void aNetworkWithoutAHiddenLayerIsRefusedWithAWayOut() {
    assertEquals(
        "network must have a hidden layer for its units to be drawn, but has none;"
            + " Network.of(…).withHidden(units, activation) adds one, and Plots.decisionBoundary"
            + " draws one without",
        Rejected.message(() -> Plots.hiddenUnits(Network.of(2, Output.softmax(2)).zeros(), DATA)));
  }

  @Test
  void aNetworkOfMoreFeaturesIsRefused() {
    Network three = Network.of(3, Output.softmax(2)).withHidden(2, Activation.tanh()).random(1);
    assertEquals(
        "model must have 2 features to be drawn in a plane, but has 3; Dataset.selectFeatures picks"
            + " two, and a model can be trained on these",
        Rejected.message(() -> Plots.hiddenUnits(three, DATA)));
  }

  @Test
  void nullIsRefusedByName() {
    NullPointerException e =
        assertThrows(NullPointerException.class, () -> Plots.hiddenUnits(null, DATA));
    assertEquals("network must not be null", e.getMessage());
    e = assertThrows(NullPointerException.class, () -> Plots.hiddenUnits(THREE_UNITS, null));
    assertEquals("data must not be null", e.getMessage());
  }
}
