package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The decision boundary of models of several outputs. */
class ManyClassesTest {
  /** z = (−x, x, y): class 2 above, the others below on the left and on the right. */
  private static final Network THREE =
      Network.of(2, Output.softmax(3))
          .zeros()
          .withParameters(new double[] {-1, 1, 0, 0, 0, 1, 0, 0, 0});

  private static final double[][] PLACES = {{-1, -1}, {1, -1}, {0, 1}, {-1, -0.5}, {0.5, 1}};
  private static final Dataset DATA = Dataset.of(PLACES, new double[] {0, 1, 2, 0, 2});
  private static final Dataset NAMED = DATA.withClassNames("left", "right", "top");

  private static final Axis X = new Axis("", Scale.LINEAR, -1, 1.3);
  private static final Axis Y = new Axis("", Scale.LINEAR, -1.1, 1.2);

  private static Color tint(int ofClass) {
    return Look.color(ofClass).tint(0.2);
  }

  private static Recorder drawn(Dataset data) {
    return Recorder.of(new DecisionBoundary(THREE, data));
  }

  @Test
  void eachPlaceHasTheColorOfTheClassThatIsFoundThere() {
    BufferedImage image = Plots.decisionBoundary(THREE, NAMED).image();
    // The axes reach from -1.2 to 1.2 and from -1.2 to 1.2, below the header and above the marks.
    assertEquals(tint(2), Pixels.color(image.getRGB(700, 260)));
    assertEquals(tint(0), Pixels.color(image.getRGB(300, 900)));
    assertEquals(tint(1), Pixels.color(image.getRGB(1100, 900)));
  }

  @Test
  void theBordersAreWhereTheTwoLargestNetInputsAreEqual() {
    double[][] borders = Borders.of(THREE, X, Y);
    double length = 0;
    for (int k = 0; k < borders[0].length; k += 3) {
      for (int end = k; end < k + 2; end++) {
        double[] z = THREE.netInputs(borders[0][end], borders[1][end]);
        Arrays.sort(z);
        // A line between two numbers is exact to rounding.
        assertEquals(z[2], z[1], 1e-12);
      }
      assertTrue(Double.isNaN(borders[1][k + 2]), "a gap after each piece");
      length += Math.hypot(borders[0][k] - borders[0][k + 1], borders[1][k] - borders[1][k + 1]);
    }
    // One down from (0, 0) to y = -1.1, one to (-1, 1), one to (1.2, 1.2); summed to rounding.
    assertEquals(1.1 + Math.sqrt(2) + 1.2 * Math.sqrt(2), length, 1e-9);
  }

  @Test
  void threeBordersMeetWhereAllNetInputsAreEqual() {
    double[][] borders = Borders.of(THREE, X, Y);
    long ends =
        IntStream.range(0, borders[0].length)
            .filter(k -> Math.hypot(borders[0][k], borders[1][k]) < 1e-12)
            .count();
    assertEquals(3, ends);
  }

  @Test
  void aModelThatFindsOneClassAloneHasNoBorder() {
    Network zeros = Network.of(2, Output.softmax(3)).zeros();
    Recorder drawn = Recorder.of(new DecisionBoundary(zeros, DATA));
    assertTrue(drawn.lines(Look.INK).isEmpty());
  }

  @Test
  void theLegendNamesAndCountsTheClasses() {
    List<String> words = drawn(NAMED).words();
    assertTrue(
        words.containsAll(List.of("left (2)", "right (1)", "top (2)", "boundaries")),
        words.toString());
  }

  @Test
  void classesWithoutNamesHaveTheirNumbers() {
    List<String> words = drawn(DATA).words();
    assertTrue(words.containsAll(List.of("class 0 (2)", "class 2 (2)")), words.toString());
  }

  @Test
  void aClassWithoutRowsHasNoEntry() {
    List<String> words = drawn(NAMED.select(0, 2)).words();
    assertTrue(words.stream().noneMatch(word -> word.startsWith("right")), words.toString());
  }

  @Test
  void rowsOfAnotherClassThanIsFoundAreRinged() {
    Dataset wrong = NAMED.withTargets(new double[] {0, 1, 2, 1, 0});
    Recorder drawn = drawn(wrong);
    assertTrue(drawn.words().contains("wrong (2)"), drawn.words().toString());
    // Two around rows, one in the legend.
    assertEquals(3, drawn.disks.stream().filter(disk -> disk.fill() == null).count());
  }

  @Test
  void manyWrongRowsAreCountedInTheCaption() {
    int[] rows = IntStream.range(0, 1500).map(i -> i % 3).toArray();
    Recorder drawn = drawn(NAMED.select(rows).withTargets(new double[1500]));
    assertTrue(
        drawn.words().contains("1000 of 1500 rows are taken for another class."),
        drawn.words().toString());
  }

  @Test
  void fiftyClassesAllLookDifferent() {
    Set<ClassStyle> styles = new HashSet<>();
    IntStream.range(0, 50).forEach(c -> styles.add(ClassStyle.of(c)));
    assertEquals(50, styles.size());
    Set<Color> colors = new HashSet<>();
    IntStream.range(0, 10).forEach(c -> colors.add(ClassStyle.of(c).color()));
    assertEquals(10, colors.size());
  }

  @Test
  void aSoftmaxOfTwoClassesHasThePlaceOfItsBoundaryInCommonWithASigmoid() {
    Network two =
        Network.of(2, Output.softmax(2)).zeros().withParameters(new double[] {0, 1, 0, 0, 0.25, 0});
    Perceptron one = Perceptron.of(new double[] {1, 0}, -0.25, Activation.sigmoid());
    Dataset data = Dataset.of(PLACES, new double[] {0, 1, 0, 0, 1});
    int[] soft = Pixels.all(Plots.decisionBoundary(two, data).image());
    int[] sigmoid = Pixels.all(Plots.decisionBoundary(one, data).image());
    Color left = Look.color(0).tint(0.12);
    // Only the legend, "boundary" and not "boundary z = 0", may hide other places.
    assertEquals(count(sigmoid, left), count(soft, left), 0.05 * count(sigmoid, left));
  }

  private static double count(int[] pixels, Color color) {
    return Arrays.stream(pixels).filter(pixel -> pixel == Pixels.rgb(color)).count();
  }

  @Test
  void oneVersusRestMakesTheSamePictureAsASoftmaxOfTheSameNetInputs() {
    Network rest =
        Network.of(2, Output.oneVersusRest(3, Activation.identity()))
            .zeros()
            .withParameters(THREE.parameters());
    assertArrayEquals(
        Pixels.all(Plots.decisionBoundary(THREE, NAMED).image()),
        Pixels.all(Plots.decisionBoundary(rest, NAMED).image()));
  }

  @Test
  void aTargetThatIsNoClassOfTheModelIsRefused() {
    assertEquals(
        "target of row 1 must be the number of one of the 3 classes of the model, from 0, but was"
            + " 3.0",
        Rejected.message(
            () -> Plots.decisionBoundary(THREE, DATA.withTargets(new double[] {0, 3, 1, 2, 2}))));
    assertEquals(
        "target of row 0 must be the number of one of the 3 classes of the model, from 0, but was"
            + " -1.0",
        Rejected.message(
            () -> Plots.decisionBoundary(THREE, DATA.withTargets(new double[] {-1, 1, 1, 1, 1}))));
  }

  @Test
  void marksAreAsLargeAsEachOther() {
    for (Mark mark : List.of(Mark.TRIANGLE, Mark.DIAMOND, Mark.POINTED_DOWN)) {
      Recorder recorder = new Recorder();
      mark.draw(recorder, 100, 100, 20, Look.INK);
      double[][] corners = recorder.areas.get(0);
      // A disk of that size has 314, a square nine tenths as wide 324.
      assertEquals(300, Math.abs(surface(corners[0], corners[1])), 20, mark.toString());
    }
  }

  private static double surface(double[] x, double[] y) {
    double sum = 0;
    for (int k = 0; k + 1 < x.length; k++) {
      sum += (x[k] * y[k + 1] - x[k + 1] * y[k]) / 2;
    }
    return sum;
  }
}
