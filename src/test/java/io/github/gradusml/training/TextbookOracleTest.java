package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.update.UpdateStrategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The trainer takes the very steps that a textbook's loops take: every loss, strategy, penalty. */
class TextbookOracleTest {
  private static final int ROWS = 23;
  private static final int FEATURES = 3;
  private static final int EPOCHS = 4;
  private static final double ETA = 0.05;

  /**
   * Both compute the same sums in another order. An update rounds some ten times, by 1e-16 each,
   * and there are at most 92 updates, which do not amplify at this rate: 1e-13, and ten times that.
   */
  private static final double ROUNDING = 1e-12;

  static List<Cases.Pair> pairs() {
    return Cases.pairs();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void batch(Cases.Pair pair) {
    assertSameTrajectories(pair, UpdateStrategy.batch());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void miniBatchInOrderWithTheShortLastBatchKept(Cases.Pair pair) {
    assertSameTrajectories(pair, UpdateStrategy.miniBatch(5).withoutShuffling());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void miniBatchShuffledWithTheShortLastBatchDropped(Cases.Pair pair) {
    assertSameTrajectories(pair, UpdateStrategy.miniBatch(5).withoutShortBatch());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void miniBatchShuffled(Cases.Pair pair) {
    assertSameTrajectories(pair, UpdateStrategy.miniBatch(8));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void stochasticInOrder(Cases.Pair pair) {
    assertSameTrajectories(pair, UpdateStrategy.stochastic().withoutShuffling());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void stochasticShuffled(Cases.Pair pair) {
    assertSameTrajectories(pair, UpdateStrategy.stochastic());
  }

  /** More rows than a shuffled batch is fetched in at once, for narrow rows and for wide ones. */
  @Test
  void manyRows() {
    Cases.Pair pair = new Cases.Pair(Loss.squaredError(), Activation.identity());
    for (int size : new int[] {1, 7, 100, 129, 300}) {
      assertSameTrajectory(
          Cases.rows(pair.loss(), 300, 3, 1), pair, Cases.penalties().get(2), miniBatch(size));
    }
    assertSameTrajectory(
        Cases.rows(pair.loss(), 90, 1500, 2), pair, Cases.penalties().get(2), miniBatch(80));
  }

  /** Runs that lie one behind the other in memory are read in place: here, all but two rows. */
  @Test
  void almostInOrder() {
    Cases.Pair pair = new Cases.Pair(Loss.squaredError(), Activation.identity());
    UpdateStrategy swapping =
        new UpdateStrategy() {
          @Override
          public int batchSize(int rows) {
            return 50;
          }

          @Override
          public void arrange(int[] order, RandomGenerator random) {
            int row = random.nextInt(128);
            int other = random.nextInt(128);
            order[row] = other;
            order[other] = row;
          }
        };
    assertSameTrajectory(
        Cases.rows(pair.loss(), 400, 2, 3), pair, Cases.penalties().get(0), swapping);
  }

  @Test
  void aShuffledEpochSeesEveryRowOnceAndTheNextInAnotherOrder() {
    Recorded strategy = new Recorded(UpdateStrategy.miniBatch(8), new ArrayList<>());
    Trainer.minimizing(Loss.squaredError())
        .withUpdates(strategy)
        .withEpochs(2)
        .fit(
            Perceptron.zeros(1, Activation.identity()),
            Cases.rows(Loss.squaredError(), ROWS, 1, 4));
    int[] all = IntStream.range(0, ROWS).toArray();
    strategy.orders.forEach(
        order -> assertArrayEquals(all, Arrays.stream(order).sorted().toArray()));
    assertFalse(Arrays.equals(strategy.orders.get(0), strategy.orders.get(1)));
  }

  private static UpdateStrategy miniBatch(int size) {
    return UpdateStrategy.miniBatch(size);
  }

  private static void assertSameTrajectories(Cases.Pair pair, UpdateStrategy strategy) {
    Dataset data = Cases.rows(pair.loss(), ROWS, FEATURES, 7);
    for (Cases.Penalty penalty : Cases.penalties()) {
      assertSameTrajectory(data, pair, penalty, strategy);
    }
  }

  private static void assertSameTrajectory(
      Dataset data, Cases.Pair pair, Cases.Penalty penalty, UpdateStrategy strategy) {
    Recorded recorded = new Recorded(strategy, new ArrayList<>());
    List<double[]> actual = new ArrayList<>();
    // A random start, because zeros lie exactly on the kinks of the ReLU and of the margin losses.
    Perceptron start = pair.random(data.features());
    double eta = ETA / Math.max(1, data.features() / 10);
    Perceptron trained =
        Trainer.minimizing(pair.loss())
            .withUpdates(recorded)
            .withRegularizer(penalty.regularizer())
            .withLearningRate(LearningRate.constant(eta))
            .withOptimizer(new Watched(actual))
            .withEpochs(EPOCHS)
            .withoutLog() // at the end it would try other rates, with the same optimizer
            .fit(start, data)
            .model();
    actual.add(trained.parameters());
    List<double[]> expected =
        TextbookOracle.trajectory(
            data,
            pair,
            penalty,
            eta,
            start.parameters(),
            recorded.orders,
            strategy.batchSize(data.rows()),
            strategy.dropsShortBatch());
    assertEquals(expected.size(), actual.size(), "steps and the end");
    for (int t = 0; t < expected.size(); t++) {
      String where = penalty.regularizer() + ", before step " + t;
      Cases.assertClose(expected.get(t), actual.get(t), ROUNDING, where);
    }
  }

  /** Gradient descent that writes down the parameters that each step starts from. */
  private record Watched(List<double[]> trajectory) implements Optimizer {
    @Override
    public void step(double[] theta, double[] gradient, double eta, double[][] state, long t) {
      trajectory.add(theta.clone());
      Optimizer.gradientDescent().step(theta, gradient, eta, state, t);
    }

    @Override
    public boolean allowsShrinking() {
      return true;
    }
  }

  /** Another strategy that writes down the order of every epoch. */
  private record Recorded(UpdateStrategy strategy, List<int[]> orders) implements UpdateStrategy {
    @Override
    public int batchSize(int rows) {
      return strategy.batchSize(rows);
    }

    @Override
    public boolean dropsShortBatch() {
      return strategy.dropsShortBatch();
    }

    @Override
    public void arrange(int[] order, RandomGenerator random) {
      strategy.arrange(order, random);
      orders.add(order.clone());
    }
  }
}
