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
 * The short way through a single row gives the bits of the long one, which is taken where every
 * update is recorded.
 */
class RowByRowTest {
  static List<Cases.Pair> pairs() {
    return Cases.pairs();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void theBitsAreThoseOfTheLoop(Cases.Pair pair) {
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

  @Test
  void itIsTakenForOneRowPlainDescentAndNoPenaltyOrL2() {
    Trainer trainer = trainer(UpdateStrategy.stochastic());
    assertTaken(true, trainer);
    assertTaken(true, trainer.withRegularizer(Regularizer.l2(0.1)));
    assertTaken(true, trainer.withHistory(HistoryDetail.NONE));
    assertTaken(true, trainer(UpdateStrategy.miniBatch(1).withoutShuffling()));
    assertTaken(false, trainer.withHistory(HistoryDetail.UPDATE));
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
    OrderedRows rows = new OrderedRows(data, null, new int[10], 1);
    RowByRow taken = RowByRow.of(trainer.settings(), model, rows);
    assertEquals(expected, taken != null, trainer.toString());
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
