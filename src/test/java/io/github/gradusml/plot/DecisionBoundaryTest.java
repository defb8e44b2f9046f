package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Allocated;
import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecisionBoundaryTest {
  private static final double[][] SQUARE = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  private static final Dataset RIGHT = Dataset.of(SQUARE, new double[] {0, 0, 1, 1});

  /** z = x − ½: left of the middle is class 0, right of it class 1. */
  private static final Perceptron MIDDLE =
      Perceptron.of(new double[] {1, 0}, -0.5, Activation.step());

  private static final Color NEGATIVE = Look.color(0).tint(0.12);
  private static final Color POSITIVE = Look.color(1).tint(0.12);

  @Test
  void eachSideHasTheColorOfItsClass() {
    BufferedImage image = Plots.decisionBoundary(MIDDLE, RIGHT).image();
    int[] row = image.getRGB(0, 500, 1800, 1, null, 0, 1800);
    int negative = 0;
    int positive = 0;
    for (int pixel : row) {
      negative += pixel == Pixels.rgb(NEGATIVE) ? 1 : 0;
      positive += pixel == Pixels.rgb(POSITIVE) ? 1 : 0;
      assertTrue(pixel != Pixels.rgb(NEGATIVE) || positive == 0, "class 0 lies left of class 1");
    }
    assertTrue(negative > 400, "pixels of class 0: " + negative);
    // The line may hide two pixels of one side and three of the other.
    assertEquals(negative, positive, 4);
  }

  /** The pixels of the plane left of the line, the line's first and last, and those right of it. */
  private static int[] aroundTheLine(int[] row) {
    int before = 0;
    while (row[before] != Pixels.rgb(NEGATIVE)) {
      before++;
    }
    int line = before;
    while (row[line] == Pixels.rgb(NEGATIVE)) {
      line++;
    }
    int after = row.length - 1;
    while (row[after] != Pixels.rgb(POSITIVE)) {
      after--;
    }
    return new int[] {before, line, after};
  }

  @Test
  void theLineIsDrawnWhereTheNetInputIsZero() {
    int[] row = pixels(MIDDLE);
    int[] around = aroundTheLine(row);
    assertEquals(Pixels.rgb(Look.INK), row[(around[0] + around[2]) / 2]);
  }

  @Test
  void theLineIsDrawnWhereTheModelCutsWhereverThatIs() {
    Perceptron number = Perceptron.of(new double[] {1, 0}, 0, Activation.identity());
    int[] half = pixels(number.withCut(0.5));
    int[] around = aroundTheLine(half);
    assertEquals(Pixels.rgb(Look.INK), half[(around[0] + around[2]) / 2]);
    int[] more = pixels(number.withCut(0.8));
    int[] further = aroundTheLine(more);
    // From -0.1 to 1.1 the plane is 1.2 wide, and 0.8 three quarters of the way; the line is
    // some pixels thick, and there are a thousand.
    double share = (further[1] - further[0]) / (double) (further[2] - further[0]);
    assertEquals(0.75, share, 0.01);
  }

  private static int[] pixels(Perceptron model) {
    return Plots.decisionBoundary(model, RIGHT).image().getRGB(0, 500, 1800, 1, null, 0, 1800);
  }

  @Test
  void pointsHaveTheColorsOfTheirClasses() {
    BufferedImage image = Plots.decisionBoundary(MIDDLE, RIGHT).image();
    // Two disks 28 pixels across in the picture, one in the legend; squares are a bit smaller.
    assertTrue(Pixels.count(image, Look.color(0)) > 1200);
    assertTrue(Pixels.count(image, Look.color(1)) > 1200);
  }

  @Test
  void targetsOfMinusOneAndOneMakeTheSamePicture() {
    Dataset named = RIGHT.withClassNames("left", "right");
    int[] zeroOne = Pixels.all(Plots.decisionBoundary(MIDDLE, named).image());
    int[] signs = Pixels.all(Plots.decisionBoundary(MIDDLE, named.withTargets(-1, 1)).image());
    org.junit.jupiter.api.Assertions.assertArrayEquals(zeroOne, signs);
  }

  @Test
  void aModelThatHasNotLearnedYetHasNoLine() {
    Perceptron zeros = Perceptron.zeros(2, Activation.step());
    Recorder drawn = Recorder.of(new DecisionBoundary(zeros, RIGHT));
    assertTrue(drawn.boxes.stream().noneMatch(box -> NEGATIVE.equals(box.fill())));
    assertTrue(drawn.boxes.stream().anyMatch(box -> POSITIVE.equals(box.fill())));
    assertTrue(drawn.lines(Look.INK).isEmpty());
  }

  @Test
  void aModelOfMoreFeaturesIsRefusedWithAWayOut() {
    Perceptron three = Perceptron.zeros(3, Activation.step());
    assertEquals(
        "model must have 2 features to be drawn in a plane, but has 3; Dataset.selectFeatures picks"
            + " two, and a model can be trained on these",
        Rejected.message(() -> Plots.decisionBoundary(three, RIGHT)));
  }

  @Test
  void dataOfAnotherWidthAreRefused() {
    Dataset one = Dataset.of(new double[][] {{0}, {1}}, new double[] {0, 1});
    assertEquals(
        "data must have 2 features to be drawn in a plane, but has 1; Dataset.selectFeatures picks"
            + " two, and a model can be trained on these",
        Rejected.message(() -> Plots.decisionBoundary(MIDDLE, one)));
  }

  @Test
  void moreThanTwoClassesAreRefusedOfAModelOfOneOutputWithAWayOut() {
    Dataset classes = Dataset.of(SQUARE, new double[] {0, 1, 2, 2});
    assertEquals(
        "targets must be 0 or 1, or -1 or 1, to be drawn with a model of one output, but are [0.0,"
            + " 1.0, 2.0]; Output.softmax tells more classes apart, and Dataset.withTargets,"
            + " selectClasses and oneVersusRest convert them",
        Rejected.message(() -> Plots.decisionBoundary(MIDDLE, classes)));
  }

  @Test
  void aPlaneHasNoLogarithmicScale() {
    assertEquals(
        "a decision boundary has no logarithmic scale",
        Rejected.message(() -> Plots.decisionBoundary(MIDDLE, RIGHT).withLogScale()));
  }

  @Test
  void aRowOnTheWrongSideLiesOnTopOfARightOne() {
    Dataset hidden =
        Dataset.of(new double[][] {{1, 1}, {1, 1}, {1, 1}, {0, 0}}, new double[] {1, 0, 1, 0});
    Recorder drawn = Recorder.of(new DecisionBoundary(MIDDLE, hidden));
    Recorder.Disk ring = drawn.disks.stream().filter(disk -> disk.fill() == null).findFirst().get();
    // The mark drawn last at the ring's place is the disk of class 0, and not a square of class 1.
    Recorder.Disk wrong = drawn.disks.get(drawn.disks.indexOf(ring) - 1);
    assertEquals(Look.color(0), wrong.fill());
    assertEquals(ring.x(), wrong.x());
    assertEquals(ring.y(), wrong.y());
    assertTrue(drawn.words().contains("on the wrong side (1)"), drawn.words().toString());
  }

  @Test
  void aRowOfWeightZeroIsLeftOut() {
    Recorder drawn = Recorder.of(new DecisionBoundary(MIDDLE, RIGHT.withWeights(1, 0, 2, 0.5)));
    assertTrue(drawn.words().contains("target 0 (1)"), drawn.words().toString());
    assertTrue(drawn.words().contains("target 1 (2)"), drawn.words().toString());
  }

  /** Rows all over the unit square; the boundary in the middle is right for most of them. */
  private static Dataset many(int n) {
    Random random = new Random(5);
    double[][] x = new double[n][2];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i][0] = random.nextDouble();
      x[i][1] = random.nextDouble();
      y[i] = x[i][0] + 0.1 * random.nextGaussian() > 0.5 ? 1 : 0;
    }
    return Dataset.of(x, y);
  }

  @Test
  void ofRowsAtOnePlaceOneIsDrawnAndAllAreCounted() {
    Dataset many = many(200_000);
    Recorder drawn = Recorder.of(new DecisionBoundary(MIDDLE, many));
    // Half a mark is 2.5 wide: of 820 × 460 there are some 60,000 places, few of them for rings.
    int marks = drawn.disks.size() + drawn.boxes.size();
    assertTrue(marks < 100_000, marks + " marks");
    int ones = many.targetCounts().get(1.0);
    assertTrue(drawn.words().contains("target 1 (" + ones + ")"), drawn.words().toString());
  }

  @Test
  void aRowTakesFewBytes() {
    Dataset some = many(100_000);
    Dataset twice = many(200_000);
    long bytes =
        Allocated.by(() -> Plots.decisionBoundary(MIDDLE, twice))
            - Allocated.by(() -> Plots.decisionBoundary(MIDDLE, some));
    assertTrue(bytes < 100 * 100_000, bytes / 100_000 + " bytes a row");
  }
}
