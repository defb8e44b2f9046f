package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.data.Dataset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The picture of a line between two classes, and of why there is none. */
class SeparabilityPlotTest {
  private static final double[][] SQUARE = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  private static final Dataset AND = gate(0, 0, 0, 1);
  private static final Dataset XOR = gate(0, 1, 1, 0);

  private static Dataset gate(double... targets) {
    return Dataset.of(SQUARE, targets).withFeatureNames("x1", "x2").withClassNames("no", "yes");
  }

  private static Recorder drawn(Dataset data) {
    return Recorder.of(new SeparabilityPlot(data));
  }

  private static List<Recorder.Line> dashed(Recorder drawn) {
    return drawn.lines.stream().filter(line -> line.stroke().dash() == Stroke.Dash.DASHED).toList();
  }

  /** Rings around rows, and one in the legend. */
  private static List<Recorder.Disk> rings(Recorder drawn) {
    return drawn.disks.stream()
        .filter(disk -> disk.fill() == null && disk.edge().color().equals(Look.INK))
        .toList();
  }

  @Test
  void theNearestRowsLieOnDashedLinesBesideTheBoundary() {
    Recorder drawn = drawn(AND);
    // Through (0, 1) and (1, 0) on the one side, and through (1, 1) on the other.
    assertEquals(2, dashed(drawn).size());
    assertEquals(3 + 1, rings(drawn).size());
    assertTrue(drawn.words().contains("on the margin (3)"), drawn.words().toString());
    assertTrue(drawn.words().contains("boundary z = 0"), drawn.words().toString());
    for (Recorder.Line edge : dashed(drawn)) {
      long touched = rings(drawn).stream().filter(ring -> distance(ring, edge) < 1e-3).count();
      assertTrue(touched >= 1, "a dashed line goes through a ringed row");
    }
  }

  /** How far the middle of a ring is from a line. */
  private static double distance(Recorder.Disk ring, Recorder.Line line) {
    double alongX = line.x()[1] - line.x()[0];
    double alongY = line.y()[1] - line.y()[0];
    double across = alongX * (ring.y() - line.y()[0]) - alongY * (ring.x() - line.x()[0]);
    return Math.abs(across) / Math.hypot(alongX, alongY);
  }

  @Test
  void theCaptionSaysHowWideTheMarginIs() {
    String caption = "On the dashed lines |z| is the margin, 0.243, the largest there is.";
    assertTrue(drawn(AND).words().contains(caption), drawn(AND).words().toString());
  }

  @Test
  void withoutALineThePlaceAmongBothClassesIsWhereTheirLinesCross() {
    Recorder drawn = drawn(XOR);
    assertTrue(dashed(drawn).isEmpty(), "there is no margin");
    assertTrue(drawn.words().contains("the proof (4)"), drawn.words().toString());
    assertEquals(4 + 1, rings(drawn).size());
    // There and back between opposite corners, in the color of each class.
    List<Recorder.Line> between =
        drawn.lines.stream().filter(line -> line.x().length == 3 && isOfClass(line)).toList();
    assertEquals(2, between.size());
    double[] middle = {middle(between.get(0).x()), middle(between.get(0).y())};
    assertArrayEquals(
        middle, new double[] {middle(between.get(1).x()), middle(between.get(1).y())}, 1e-9);
    assertTrue(
        drawn.areas.stream().anyMatch(area -> isAround(area, middle)),
        "a diamond lies where they cross");
  }

  private static boolean isOfClass(Recorder.Line line) {
    return line.stroke().equals(Look.line(Look.color(0)))
        || line.stroke().equals(Look.line(Look.color(1)));
  }

  private static double middle(double[] ends) {
    return (ends[0] + ends[1]) / 2;
  }

  private static boolean isAround(double[][] area, double[] place) {
    double x = Arrays.stream(area[0], 0, 4).average().orElseThrow();
    double y = Arrays.stream(area[1], 0, 4).average().orElseThrow();
    return Math.hypot(x - place[0], y - place[1]) < 1e-9;
  }

  @Test
  void theSameRowInBothClassesIsItsOwnProof() {
    Dataset twice = Dataset.of(new double[][] {{1, 2}, {1, 2}, {3, 0}}, new double[] {-1, 1, 1});
    Recorder drawn = drawn(twice);
    assertTrue(drawn.words().contains("the proof (2)"), drawn.words().toString());
  }

  /** 5e-324 and 0 differ, but no margin between them can be computed. */
  @Test
  void whereNothingIsProvenTheRowsAloneAreDrawn() {
    double[][] tiny = {{Double.MIN_VALUE, 0}, {0, 0}};
    Recorder drawn = drawn(Dataset.of(tiny, new double[] {0, 1}));
    String caption = "Neither a line was found nor a proof that there is none.";
    assertTrue(drawn.words().contains(caption), drawn.words().toString());
    assertTrue(rings(drawn).isEmpty(), "no row is a proof");
  }

  @Test
  void rowsOfWeightZeroDoNotCount() {
    Recorder drawn = drawn(XOR.withWeights(1, 1, 1, 0));
    assertTrue(drawn.words().contains("boundary z = 0"), drawn.words().toString());
    assertTrue(drawn.words().contains("no (1)"), drawn.words().toString());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-9, 1e9, 1e300})
  void featuresOfAnyScaleAreDrawn(double scale) {
    double[][] scaled = new double[4][2];
    for (int i = 0; i < 4; i++) {
      scaled[i] = new double[] {scale * SQUARE[i][0], scale * SQUARE[i][1]};
    }
    Recorder drawn = drawn(Dataset.of(scaled, XOR.targets()));
    assertTrue(
        drawn.lines.stream()
            .flatMapToDouble(line -> Arrays.stream(line.x()))
            .allMatch(Double::isFinite),
        "all lines end somewhere");
  }

  @Test
  void itIsTitledByWhatIsProven() {
    assertEquals("Plot(A line separates the classes)", Plots.separability(AND).toString());
    assertEquals("Plot(No line separates the classes)", Plots.separability(XOR).toString());
  }

  @Test
  void moreFeaturesThanTwoAreRefused() {
    Dataset three = Dataset.of(new double[][] {{1, 2, 3}, {3, 2, 1}}, new double[] {0, 1});
    String message = Rejected.message(() -> Plots.separability(three));
    assertTrue(message.startsWith("data must have 2 features"), message);
  }

  @Test
  void rowsOfOneClassAreRefused() {
    String message = Rejected.message(() -> Plots.separability(gate(1, 1, 1, 1)));
    assertTrue(message.startsWith("data must have targets of two kinds"), message);
  }

  @Test
  void nullIsRefusedByName() {
    NullPointerException e =
        assertThrows(NullPointerException.class, () -> Plots.separability(null));
    assertEquals("data must not be null", e.getMessage());
  }
}
