package io.github.gradusml.rangetest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.Training;
import io.github.gradusml.training.TrainingListener;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The curve: which rates, which rows, which losses. */
class LearningRateRangeTestTest {
  /** Targets 0 and 2 of one place; the mean of all rows is lowest for the prediction 1. */
  private static final Dataset TWO_ROWS =
      Dataset.of(new double[][] {{1}, {1}}, new double[] {0, 2});

  private static final Perceptron START = Perceptron.of(new double[] {3}, 0, Activation.identity());

  private static final Trainer IN_ORDER =
      Trainer.minimizing(Loss.squaredError())
          .withUpdates(UpdateStrategy.stochastic().withoutShuffling());

  private static LearningRateRangeTest twentyRates(Trainer trainer) {
    return LearningRateRangeTest.exponential(trainer).withRange(1e-3, 1).withRates(20);
  }

  @Test
  void unlessSetOtherwiseRatesRiseByTheSameFactorFromOneHundredThousandthToOneHundred() {
    RangeTestResult result =
        LearningRateRangeTest.exponential(Trainer.minimizing(Loss.crossEntropy()))
            .withLineSearch(0)
            .run(Perceptron.zeros(1, Activation.sigmoid()), TWO_ROWS.withTargets(0, 1));
    double[] rates = result.each(RangePoint::learningRate);
    assertEquals(400, rates.length);
    for (int i = 0; i < 400; i++) {
      double expected = 1e-5 * Math.pow(1e7, i / 399.0);
      assertEquals(expected, rates[i], 1e-11 * expected); // rounded to 12 digits
    }
  }

  @Test
  void penaltiesOfSingleBlocksCountLikeThatOfAll() {
    Trainer ofAll = IN_ORDER.withRegularizer(Regularizer.l2(0.5));
    Trainer ofBlock = IN_ORDER.withRegularizer(Perceptron.WEIGHTS, Regularizer.l2(0.5));
    assertEquals(
        twentyRates(ofAll).run(START, TWO_ROWS).points(),
        twentyRates(ofBlock).run(START, TWO_ROWS).points());
  }

  @Test
  void theRangeAndTheNumberOfRatesCanBeSet() {
    double[] rates = twentyRates(IN_ORDER).run(START, TWO_ROWS).each(RangePoint::learningRate);
    assertEquals(20, rates.length);
    assertEquals(1e-3, rates[0]);
    assertEquals(1, rates[19]);
  }

  /**
   * With x = 1, weight and bias move alike, so that a prediction p goes to p − 2η·(p − y); the loss
   * is ½(p − y)².
   */
  @Test
  void eachRateIsTakenForOneBatchWhoseLossIsThatBeforeTheUpdate() {
    RangeTestResult result =
        twentyRates(IN_ORDER).withLossOfBatches().withSmoothing(0).run(START, TWO_ROWS);
    double p = 3;
    for (int i = 0; i < result.points().size(); i++) {
      RangePoint point = result.points().get(i);
      double error = p - (i % 2 == 0 ? 0 : 2);
      assertEquals(0.5 * error * error, point.loss(), 1e-12); // roundings of numbers up to 5
      p -= 2 * point.learningRate() * error;
    }
  }

  @Test
  void orTheLossOfAllRowsAfterTheUpdate() {
    RangeTestResult result = twentyRates(IN_ORDER).withLossOfAllRows().run(START, TWO_ROWS);
    double p = 3;
    for (int i = 0; i < result.points().size(); i++) {
      RangePoint point = result.points().get(i);
      p -= 2 * point.learningRate() * (p - (i % 2 == 0 ? 0 : 2));
      double mean = 0.25 * (p * p + (p - 2) * (p - 2));
      assertEquals(mean, point.loss(), 1e-12); // roundings of numbers up to 3
    }
  }

  @Test
  void lossesAreSmoothedByAnAverageThatBeginsUnbiased() {
    RangeTestResult result = twentyRates(IN_ORDER).withSmoothing(0.9).run(START, TWO_ROWS);
    MovingAverage average = new MovingAverage(0.9);
    for (RangePoint point : result.points()) {
      assertEquals(average.after(point.loss()), point.smoothedLoss());
    }
  }

  @Test
  void ofFewRowsAllAreMeasured() {
    LearningRateRangeTest test = twentyRates(IN_ORDER).withLineSearch(0);
    assertEquals(
        test.withLossOfAllRows().run(START, TWO_ROWS).points(), test.run(START, TWO_ROWS).points());
  }

  @Test
  void ofManyRowsBatchesAreMeasuredAndNoTrainingIsRehearsed() {
    double[][] x = new double[1001][999];
    Random random = new Random(1);
    double[] y = random.doubles(1001).toArray();
    for (double[] row : x) {
      row[0] = random.nextGaussian();
    }
    Dataset large = Dataset.of(x, y);
    Perceptron start = Perceptron.zeros(999, Activation.identity());
    LearningRateRangeTest test = twentyRates(IN_ORDER);
    RangeTestResult result = test.run(start, large);
    assertEquals(test.withLossOfBatches().run(start, large).points(), result.points());
    assertEquals(List.of(), result.lineSearch());
  }

  @Test
  void aBatchOfShuffledRowsIsAnotherOneWithAnotherSeed() {
    RangeTestSetup setup = RangeTestSetup.crossEntropy();
    Perceptron start = setup.start(0);
    assertNotEquals(
        setup.test(8, 1).withLineSearch(0).run(start, setup.data()).points(),
        setup.test(8, 2).withLineSearch(0).run(start, setup.data()).points());
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    RangeTestSetup setup = RangeTestSetup.crossEntropyWithPenalty();
    RangeTestResult one = setup.test(32, 7).withLineSearch(3).run(setup.start(0), setup.data());
    RangeTestResult other = setup.test(32, 7).withLineSearch(3).run(setup.start(0), setup.data());
    // Records compare their numbers bit by bit.
    assertEquals(one.points(), other.points());
    assertEquals(one.suggestion(), other.suggestion());
    assertEquals(one.lineSearch(), other.lineSearch());
  }

  @Test
  void theModelIsLeftAlone() {
    Perceptron model = Perceptron.random(10, Activation.identity(), 3);
    double[] before = model.parameters().clone();
    RangeTestSetup setup = RangeTestSetup.squaredError();
    setup.test(8, 0).withLineSearch(2).run(model, setup.data());
    assertArrayEquals(before, model.parameters());
  }

  @Test
  void theTrainersOwnScheduleMetricsAndListenersAreLeftAside() {
    TrainingListener fails =
        new TrainingListener() {
          @Override
          public void epochEnded(EpochRecord epoch, Training<?> training) {
            throw new AssertionError("heard of " + epoch);
          }
        };
    Trainer busy =
        IN_ORDER
            .withLearningRate(LearningRate.constant(1e9))
            .withTolerance(1e9)
            .withMetric(Metric.meanSquaredError())
            .withListener(fails);
    assertEquals(
        twentyRates(IN_ORDER).run(START, TWO_ROWS).points(),
        twentyRates(busy).run(START, TWO_ROWS).points());
  }

  @Test
  void theLargestStableRateIsTheTrainers() {
    RangeTestSetup setup = RangeTestSetup.squaredError();
    RangeTestResult result =
        setup.test(RangeTestSetup.FULL, 0).withLineSearch(0).run(setup.start(0), setup.data());
    // 2/λmax of [X 1]ᵀ[X 1]/442, as in the chapter.
    assertEquals(0.497, result.stability().orElseThrow().largestRate(), 5e-4);
    assertTrue(result.explanation().endsWith("\nThe largest stable rate is 0.497."));
  }

  @Test
  void aModelOfOnesOwnHasACurveButNoKnownLimit() {
    Dataset line = Dataset.of(new double[][] {{1}, {2}, {3}}, new double[] {2, 4, 7});
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError()).withUpdates(UpdateStrategy.batch()).withEpochs(10);
    RangeTestResult result =
        LearningRateRangeTest.exponential(trainer).withLineSearch(16).run(new OneSlope(0), line);
    assertTrue(result.stability().isEmpty());
    // The mean of x² is 14/3: one step of 3/14 would arrive, and from 3/7 on each leads away.
    assertEquals(3.0 / 14, result.rate(), 0.1);
    assertTrue(result.suggestion().orElseThrow().confirmed());
  }
}
