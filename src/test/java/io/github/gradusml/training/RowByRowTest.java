package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The short way through a single row is that of the loop but for the rounding of a step, and the
 * same to the last bit however a training is watched.
 */
class RowByRowTest {
  static List<Cases.Pair> pairs() {
    return Cases.pairs();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void theBitsAreTheSameHoweverItIsWatched(Cases.Pair pair) {
    Dataset data = Cases.rows(pair.loss(), 40, 7, 1);
    assertSame(pair, Regularizer.none(), UpdateStrategy.stochastic(), data);
    assertSame(pair, Regularizer.l2(0.01), UpdateStrategy.stochastic(), data);
    assertSame(pair, Regularizer.l2(0.01), UpdateStrategy.stochastic().withoutShuffling(), data);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void soTheyAreWithWeightsOfRows(Cases.Pair pair) {
    double[] weights = new Random(7).doubles(40, 0.5, 2).toArray();
    Dataset data = Cases.rows(pair.loss(), 40, 7, 1).withWeights(weights);
    assertSame(pair, Regularizer.l2(0.01), UpdateStrategy.stochastic(), data);
  }

  /** L2 by another name: a penalty of one's own goes the long way. */
  private record Alike(Regularizer l2) implements Regularizer {
    @Override
    public double value(double[] theta, int from, int to) {
      return l2.value(theta, from, to);
    }

    @Override
    public void addGradient(double[] theta, double[] gradient, int from, int to) {
      l2.addGradient(theta, gradient, from, to);
    }
  }

  /** A step rounds twice or three times: 120 of them are within 1e-13 on these rows. */
  @ParameterizedTest
  @MethodSource("pairs")
  void itIsTheLoopButForRounding(Cases.Pair pair) {
    Dataset data = Cases.rows(pair.loss(), 40, 7, 1);
    Trainer trainer =
        Trainer.minimizing(pair.loss()).withUpdates(UpdateStrategy.stochastic()).withEpochs(3);
    Regularizer l2 = Regularizer.l2(0.01);
    double[] theta = trainer.withRegularizer(l2).fit(pair.random(7), data).model().parameters();
    double[] loop =
        trainer.withRegularizer(new Alike(l2)).fit(pair.random(7), data).model().parameters();
    assertArrayEquals(loop, theta, 1e-13);
  }

  @Test
  void updateByUpdateItIsTheSameAndItsGradientThatOfTheLoop() {
    Dataset data = Cases.rows(Loss.squaredError(), 40, 7, 1);
    Perceptron start = Perceptron.random(7, Activation.identity(), 7);
    Trainer trainer =
        trainer(UpdateStrategy.stochastic()).withRegularizer(Regularizer.l2(0.1)).withEpochs(2);
    Training<Perceptron> steps = trainer.begin(start, data);
    while (steps.goesOn()) {
      double[] before = steps.parameters();
      steps.update();
      double[] gradient = steps.gradient();
      double[] after = steps.parameters();
      for (int j = 0; j < after.length; j++) {
        assertEquals(before[j] - 0.01 * gradient[j], after[j], 1e-15);
      }
    }
    assertArrayEquals(trainer.fit(start, data).model().parameters(), steps.parameters());
  }

  @Test
  void averagingLooksOnAfterEachUpdate() {
    Dataset data = Cases.rows(Loss.squaredError(), 40, 7, 1);
    Perceptron start = Perceptron.random(7, Activation.identity(), 7);
    Trainer trainer = trainer(UpdateStrategy.stochastic()).withEpochs(2);
    Training<Perceptron> steps = trainer.begin(start, data);
    double[] mean = new double[8];
    for (int k = 1; k <= 80; k++) {
      steps.update();
      double[] theta = steps.parameters();
      for (int j = 0; j < mean.length; j++) {
        mean[j] += (theta[j] - mean[j]) / k;
      }
    }
    TrainingResult<Perceptron> averaged = trainer.withAveragedWeights(1).fit(start, data);
    assertArrayEquals(mean, averaged.model().parameters());
  }

  @Test
  void itIsTakenForOneRowPlainDescentAndNoPenaltyOrL2() {
    Trainer trainer = trainer(UpdateStrategy.stochastic());
    assertTaken(true, trainer);
    assertTaken(true, trainer.withRegularizer(Regularizer.l2(0.1)));
    assertTaken(true, trainer.withHistory(HistoryDetail.NONE));
    assertTaken(true, trainer(UpdateStrategy.miniBatch(1).withoutShuffling()));
    assertTaken(true, trainer.withHistory(HistoryDetail.UPDATE));
    assertTaken(false, trainer.withRegularizer(Regularizer.l1(0.1)));
    assertTaken(false, trainer.withRegularizer(Regularizer.decoupled(0.1)));
    assertTaken(false, trainer.withOptimizer(Optimizer.momentum(0.5)));
    assertTaken(false, trainer.withOptimizer(Optimizer.gradientDescent().withClippedNorm(1)));
    assertTaken(false, trainer(UpdateStrategy.miniBatch(2)));
  }

  /** Half of −w²: it drives weights apart, and is no L2. */
  private record Repelling() implements Regularizer {
    @Override
    public double value(double[] theta, int from, int to) {
      return 0;
    }

    @Override
    public void addGradient(double[] theta, double[] gradient, int from, int to) {
      for (int j = from; j < to; j++) {
        gradient[j] -= theta[j];
      }
    }

    @Override
    public double curvature() {
      return -1;
    }
  }

  @Test
  void aPenaltyOfYourOwnGoesTheLongWayWhateverItsCurvature() {
    assertTaken(false, trainer(UpdateStrategy.stochastic()).withRegularizer(new Repelling()));
  }

  private static Trainer trainer(UpdateStrategy strategy) {
    return Trainer.minimizing(Loss.squaredError()).withUpdates(strategy);
  }

  private static void assertTaken(boolean expected, Trainer trainer) {
    Dataset data = Cases.rows(Loss.squaredError(), 10, 3, 1);
    Perceptron model = Perceptron.zeros(3, Activation.identity());
    boolean taken = RowByRow.fits(trainer.settings(), model, data);
    assertEquals(expected, taken, trainer.toString());
  }

  private static void assertSame(
      Cases.Pair pair, Regularizer penalty, UpdateStrategy strategy, Dataset data) {
    Trainer trainer =
        Trainer.minimizing(pair.loss())
            .withUpdates(strategy)
            .withRegularizer(penalty)
            .withEpochs(3);
    TrainingResult<Perceptron> recorded =
        trainer.withHistory(HistoryDetail.UPDATE).fit(pair.random(7), data);
    for (HistoryDetail detail : List.of(HistoryDetail.EPOCH, HistoryDetail.NONE)) {
      double[] theta = trainer.withHistory(detail).fit(pair.random(7), data).model().parameters();
      assertArrayEquals(recorded.model().parameters(), theta, detail.toString());
    }
    assertEquals(
        recorded.history().last().runningLoss(),
        trainer.fit(pair.random(7), data).history().last().runningLoss());
  }
}
