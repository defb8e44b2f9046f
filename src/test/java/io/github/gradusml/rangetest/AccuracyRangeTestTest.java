package io.github.gradusml.rangetest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Smith's own range test: a linear rate, and the accuracy. */
class AccuracyRangeTestTest {
  private static final RangeTestSetup CANCER = RangeTestSetup.crossEntropyWithPenalty();
  private static final Perceptron START = Perceptron.random(30, Activation.sigmoid(), 3);

  private static AccuracyRangeTest test(int batch) {
    return LearningRateRangeTest.linear(CANCER.trainer(batch, 0));
  }

  @Test
  void ratesRiseByTheSameAmountFromUpdateToUpdate() {
    // 569 rows in batches of 32 are 18 updates, and 8 epochs 144; at 20 points they are 7 each.
    List<AccuracyPoint> points =
        test(32).withRange(0.1, 1).withRates(20).run(START, CANCER.data()).points();
    assertEquals(20, points.size());
    for (int i = 0; i < 20; i++) {
      int update = 7 * (i + 1) - 1;
      double expected = 0.1 + 0.9 * update / 139;
      assertEquals(expected, points.get(i).learningRate(), 1e-11); // rounded to 12 digits
    }
  }

  @Test
  void unlessSetOtherwiseOneHundredRatesRiseFromZeroToOne() {
    List<AccuracyPoint> points = test(RangeTestSetup.FULL).run(START, CANCER.data()).points();
    assertEquals(100, points.size());
    assertEquals(0, points.get(0).learningRate());
    assertEquals(1, points.get(99).learningRate());
  }

  @Test
  void moreEpochsMakeMoreUpdatesAPoint() {
    AccuracyRangeTest few = test(32).withRates(20).withEpochs(1);
    AccuracyRangeTest many = test(32).withRates(20).withEpochs(8);
    // From 0 to 1 in 20 updates, or in 140.
    assertEquals(0, few.run(START, CANCER.data()).points().get(0).learningRate());
    assertEquals(6.0 / 139, many.run(START, CANCER.data()).points().get(0).learningRate(), 1e-11);
  }

  @Test
  void accuracyIsMeasuredOnAllRowsAfterEachPoint() {
    // A first rate of 0 leaves the model as it is.
    AccuracyPoint first = test(RangeTestSetup.FULL).run(START, CANCER.data()).points().get(0);
    assertEquals(Metric.accuracy().of(START, CANCER.data()), first.accuracy());
  }

  @Test
  void onBreastCancerAccuracyRisesAndTurnsRagged() {
    AccuracyRangeResult result = test(8).withRange(0, 20).run(START, CANCER.data());
    double base = result.base().orElseThrow().rate();
    double maximum = result.maximum().orElseThrow().rate();
    assertTrue(0 < base && base < maximum && maximum < 20, result.explanation());
  }

  @Test
  void theModelIsLeftAloneAndTheSameSeedGivesTheSameBits() {
    double[] before = START.parameters().clone();
    List<AccuracyPoint> points = test(8).run(START, CANCER.data()).points();
    assertArrayEquals(before, START.parameters());
    assertEquals(points, test(8).run(START, CANCER.data()).points());
  }

  @Test
  void targetsOfMinusOneAndOneWillDo() {
    Trainer hinge = Trainer.minimizing(Loss.hinge()).withUpdates(UpdateStrategy.miniBatch(16));
    Perceptron start = Perceptron.random(30, Activation.sign(), 3);
    AccuracyRangeResult result =
        LearningRateRangeTest.linear(hinge).run(start, CANCER.data().withTargets(-1, 1));
    assertTrue(result.base().isPresent(), result.explanation());
    assertTrue(result.stability().isEmpty());
  }

  @Test
  void weightsThatExplodeEndItAndThatIsSaid() {
    // No line separates them, so that there is always a gradient, and two of three is the best.
    Dataset rows = Dataset.of(new double[][] {{1}, {1}, {2}}, new double[] {1, -1, 1});
    Trainer trainer = Trainer.minimizing(Loss.squaredHinge()).withUpdates(UpdateStrategy.batch());
    Perceptron start = Perceptron.of(new double[] {1}, 0, Activation.sign());
    AccuracyRangeResult result =
        LearningRateRangeTest.linear(trainer).withRange(0, 1e7).run(start, rows);
    assertTrue(result.points().size() < 100, result.points().size() + " points");
    assertTrue(result.explanation().contains("and then the weights exploded"));
  }
}
