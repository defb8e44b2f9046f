package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class DecisionBoundaryTest {
  private static final double[][] SQUARE = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  private static final Dataset RIGHT = Dataset.of(SQUARE, new double[] {0, 0, 1, 1});

  /** z = x − ½: left of the middle is class 0, right of it class 1. */
  private static final Perceptron MIDDLE =
      Perceptron.of(new double[] {1, 0}, -0.5, Activation.step());

  private static final Color NEGATIVE = Look.tint(Look.color(0), 0.12);
  private static final Color POSITIVE = Look.tint(Look.color(1), 0.12);

  @Test
  void eachSideHasTheColorOfItsClass() {
    BufferedImage image = Plots.decisionBoundary(MIDDLE, RIGHT).image();
    int[] row = image.getRGB(0, 500, 1800, 1, null, 0, 1800);
    int negative = 0;
    int positive = 0;
    for (int pixel : row) {
      negative += pixel == NEGATIVE.getRGB() ? 1 : 0;
      positive += pixel == POSITIVE.getRGB() ? 1 : 0;
      assertTrue(pixel != NEGATIVE.getRGB() || positive == 0, "class 0 lies left of class 1");
    }
    assertTrue(negative > 400, "pixels of class 0: " + negative);
    // The line may hide two pixels of one side and three of the other.
    assertEquals(negative, positive, 4);
  }

  /** The pixels of the plane left of the line, the line's first and last, and those right of it. */
  private static int[] aroundTheLine(int[] row) {
    int before = 0;
    while (row[before] != NEGATIVE.getRGB()) {
      before++;
    }
    int line = before;
    while (row[line] == NEGATIVE.getRGB()) {
      line++;
    }
    int after = row.length - 1;
    while (row[after] != POSITIVE.getRGB()) {
      after--;
    }
    return new int[] {before, line, after};
  }

  @Test
  void theLineIsDrawnWhereTheNetInputIsZero() {
    int[] row = pixels(MIDDLE);
    int[] around = aroundTheLine(row);
    assertEquals(Look.INK.getRGB(), row[(around[0] + around[2]) / 2]);
  }

  @Test
  void theLineIsDrawnWhereTheModelCutsWhereverThatIs() {
    Perceptron number = Perceptron.of(new double[] {1, 0}, 0, Activation.identity());
    int[] half = pixels(number.withCut(0.5));
    int[] around = aroundTheLine(half);
    assertEquals(Look.INK.getRGB(), half[(around[0] + around[2]) / 2]);
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
    BufferedImage image = Plots.decisionBoundary(zeros, RIGHT).image();
    assertEquals(0, Pixels.count(image, NEGATIVE));
    assertTrue(Pixels.count(image, POSITIVE) > 100_000);
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
  void moreThanTwoClassesAreRefusedWithAWayOut() {
    Dataset classes = Dataset.of(SQUARE, new double[] {0, 1, 2, 2});
    assertEquals(
        "targets must be 0 or 1, or -1 or 1, to be drawn beside a boundary, but are [0.0, 1.0,"
            + " 2.0]; Dataset.withTargets, selectClasses and oneVersusRest convert them",
        Rejected.message(() -> Plots.decisionBoundary(MIDDLE, classes)));
  }

  @Test
  void aPlaneHasNoLogarithmicScale() {
    assertEquals(
        "a decision boundary has no logarithmic scale",
        Rejected.message(() -> Plots.decisionBoundary(MIDDLE, RIGHT).withLogScale()));
  }
}
