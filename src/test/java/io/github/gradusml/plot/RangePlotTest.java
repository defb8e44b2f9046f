package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rangetest.AccuracyRangeResult;
import io.github.gradusml.rangetest.LearningRateRangeTest;
import io.github.gradusml.rangetest.RangeTestResult;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** Pictures of range tests, as seen by their colors. */
class RangePlotTest {
  private static final Dataset LINE =
      Dataset.of(new double[][] {{-2}, {0}, {1}, {3}}, new double[] {-1, 1, 0, 4});

  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.squaredError()).withUpdates(UpdateStrategy.batch()).withEpochs(8);

  private static final Perceptron START =
      Perceptron.of(new double[] {-3}, 0, Activation.identity());

  private static final RangeTestResult RESULT =
      LearningRateRangeTest.exponential(TRAINER).withLineSearch(0).run(START, LINE);

  private static final Color CURVE = Look.color(0);
  private static final Color MINIMUM = Look.color(1);
  private static final Color VALLEY = Look.color(3);
  private static final Color STEEPEST = Look.color(4);

  /** A disk is 26 pixels across; the curve's rim and another disk may hide a part. */
  private static final int PIXELS_OF_A_DISK = 250;

  private static int count(Color color, RangeTestResult result) {
    return Pixels.count(Plots.rangeTest(result).image(), color);
  }

  @Test
  void theCurveIsDrawn() {
    assertTrue(count(CURVE, RESULT) > 3000); // three pixels thick, and more than 1000 long
  }

  @Test
  void eachRateThatWasFoundIsMarkedOnTheCurveAndInTheLegend() {
    for (Color color : new Color[] {MINIMUM, VALLEY, STEEPEST}) {
      int pixels = count(color, RESULT);
      assertTrue(pixels > 2 * PIXELS_OF_A_DISK, pixels + " pixels of " + color);
    }
  }

  @Test
  void theLargestStableRateIsADashedLineFromTopToBottom() {
    BufferedImage image = Plots.rangeTest(RESULT).image();
    int rows = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      int inColumn = 0;
      for (int y = 0; y < image.getHeight(); y++) {
        inColumn += image.getRGB(x, y) == Pixels.rgb(Look.AXIS) ? 1 : 0;
      }
      // The axis on the left is solid, 950 pixels long; half of a dashed line is not.
      rows += inColumn > 350 && inColumn < 700 ? 1 : 0;
    }
    assertTrue(rows >= 2, rows + " columns");
  }

  @Test
  void aFlatCurveHasNoMarks() {
    Dataset constant = Dataset.of(new double[][] {{1}, {1}}, new double[] {0, 0});
    Perceptron zeros = Perceptron.zeros(1, Activation.identity());
    RangeTestResult flat = LearningRateRangeTest.exponential(TRAINER).run(zeros, constant);
    assertTrue(flat.suggestion().isEmpty());
    assertEquals(0, count(MINIMUM, flat));
    assertEquals(0, count(VALLEY, flat));
  }

  @Test
  void whatALineSearchFoundToBeBetterHasAMarkOfItsOwn() {
    RangeTestResult searched =
        LearningRateRangeTest.exponential(TRAINER.withEpochs(2))
            .withLineSearch(16)
            .run(START, LINE);
    assertEquals("line search", searched.suggestion().orElseThrow().name());
    assertTrue(count(Look.color(2), searched) > PIXELS_OF_A_DISK);
    assertEquals(0, count(Look.color(2), RESULT));
  }

  @Test
  void theAccuracyOverTheRateIsDrawnToo() {
    Dataset classes = LINE.withTargets(new double[] {0, 1, 0, 1});
    Perceptron wrong = Perceptron.of(new double[] {-1}, -3, Activation.sigmoid());
    AccuracyRangeResult result =
        LearningRateRangeTest.linear(Trainer.minimizing(Loss.crossEntropy()).withSeed(1))
            .run(wrong, classes);
    Plot plot = Plots.rangeTest(result);
    assertEquals("Plot(Learning-rate range test)", plot.toString());
    assertTrue(Pixels.count(plot.image(), CURVE) > 3000);
  }

  @Test
  void aTitleAndALogarithmicScaleCanBeSet() {
    Plot plot = Plots.rangeTest(RESULT).withTitle("My test").withLogScale();
    assertEquals("Plot(My test)", plot.toString());
    assertTrue(Pixels.count(plot.image(), CURVE) > 3000);
  }

  @Test
  void withoutAPointThereIsNothingToDraw() {
    Perceptron huge = Perceptron.of(new double[] {1e200}, 0, Activation.identity());
    RangeTestResult exploded = LearningRateRangeTest.exponential(TRAINER).run(huge, LINE);
    assertEquals(0, exploded.points().size());
    assertEquals(
        "result must have at least one point to be drawn, but has none: the first loss was not"
            + " finite",
        Rejected.message(() -> Plots.rangeTest(exploded)));
  }

  @Test
  void aResultIsNeeded() {
    assertThrows(NullPointerException.class, () -> Plots.rangeTest((RangeTestResult) null));
    assertThrows(NullPointerException.class, () -> Plots.rangeTest((AccuracyRangeResult) null));
  }
}
