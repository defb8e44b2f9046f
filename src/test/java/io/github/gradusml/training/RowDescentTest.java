package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The short way through a single row gives the bits of the long one, which is taken where every
 * update is recorded.
 */
class RowDescentTest {
  static List<Cases.Pair> pairs() {
    return Cases.pairs();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void theBitsAreThoseOfTheLoop(Cases.Pair pair) {
    Dataset data = Cases.rows(pair.loss(), 40, 7, 1);
    assertSame(pair, Regularizer.none(), UpdateStrategy.stochastic(), data);
    assertSame(pair, Regularizer.l2(0.01), UpdateStrategy.stochastic(), data);
    assertSame(pair, Regularizer.l2(0.01), UpdateStrategy.stochastic().inOrder(), data);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void soTheyAreWithWeightsOfRows(Cases.Pair pair) {
    double[] weights = new Random(7).doubles(40, 0.5, 2).toArray();
    Dataset data = Cases.rows(pair.loss(), 40, 7, 1).withWeights(weights);
    assertSame(pair, Regularizer.l2(0.01), UpdateStrategy.stochastic(), data);
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
