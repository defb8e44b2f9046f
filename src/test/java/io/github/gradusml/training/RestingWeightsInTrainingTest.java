package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.update.UpdateStrategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Weights that rest are touched by no update, and none is the worse for it. */
class RestingWeightsInTrainingTest {
  private static final int FEATURES = 64;

  /** Plain descent that notes how many parameters each update has at hand. */
  private record Counting(List<Integer> sizes) implements Optimizer {
    @Override
    public void step(double[] theta, double[] gradient, double eta, double[][] state, long t) {
      sizes.add(theta.length);
      Optimizer.gradientDescent().step(theta, gradient, eta, state, t);
    }

    @Override
    public boolean rests() {
      return true;
    }

    @Override
    public boolean allowsShrinking() {
      return true;
    }
  }

  static List<Regularizer> penalties() {
    return List.of(
        Regularizer.none(),
        Regularizer.l2(0.01),
        Regularizer.l1(0.001),
        Regularizer.l1Cumulative(0.001),
        Regularizer.elasticNet(0.01, 0.5),
        Regularizer.decoupled(0.01));
  }

  @ParameterizedTest
  @MethodSource("penalties")
  void anUpdateTouchesAsManyWeightsOfAMillionColumnsAsOfTenThousand(Regularizer penalty) {
    List<Integer> few = touched(penalty, 10_000);
    assertEquals(few, touched(penalty, 1_000_000));
    assertTrue(few.stream().allMatch(size -> size <= 65), few.toString()); // 5 rows of 10, a bias
  }

  /** The same columns are used, among more or fewer that are not. */
  private static List<Integer> touched(Regularizer penalty, int columns) {
    Dataset narrow = SparseCases.rows(Loss.crossEntropy(), 40, 10_000, 10, 1);
    Rows rows = narrow.inputs();
    var wide = Rows.sparse(columns);
    for (int i = 0; i < rows.size(); i++) {
      wide.add(rows.indices(i), rows.values(i));
    }
    List<Integer> sizes = new ArrayList<>();
    Trainer.minimizing(Loss.crossEntropy())
        .withUpdates(UpdateStrategy.miniBatch(5))
        .withRegularizer(penalty)
        .withOptimizer(new Counting(sizes))
        .withEpochs(2)
        .withHistory(HistoryDetail.FINAL)
        .withoutLog()
        .fit(
            Perceptron.zeros(columns, Activation.sigmoid()),
            Dataset.of(wide.build(), narrow.targets()));
    return sizes;
  }

  static Stream<Arguments> waysAndPenalties() {
    return Stream.of(UpdateStrategy.stochastic(), UpdateStrategy.miniBatch(3))
        .flatMap(way -> penalties().stream().map(penalty -> Arguments.of(way, penalty)));
  }

  private static Trainer trainer(UpdateStrategy way, Regularizer penalty) {
    return trainer(Loss.crossEntropy(), way, penalty);
  }

  private static Trainer trainer(Loss loss, UpdateStrategy way, Regularizer penalty) {
    return Trainer.minimizing(loss)
        .withUpdates(way)
        .withRegularizer(penalty)
        .withLearningRate(LearningRate.inverseTime(0.5, 0.01))
        .withEpochs(3)
        .withHistory(HistoryDetail.NONE)
        .withoutLog();
  }

  private static final Dataset ROWS = SparseCases.rows(Loss.crossEntropy(), 30, FEATURES, 3, 5);
  private static final Perceptron START = Perceptron.random(FEATURES, Activation.sigmoid(), 3);

  @ParameterizedTest
  @MethodSource("waysAndPenalties")
  void watchingChangesNoBit(UpdateStrategy way, Regularizer penalty) {
    Trainer trainer = trainer(way, penalty);
    long[] expected = Cases.bits(trainer.fit(START, ROWS).model());
    for (HistoryDetail detail : HistoryDetail.values()) {
      assertArrayEquals(
          expected, Cases.bits(trainer.withHistory(detail).fit(START, ROWS).model()), "" + detail);
    }
    Training<Perceptron> stepped = trainer.begin(START, ROWS);
    while (stepped.goesOn()) {
      stepped.update();
      stepped.gradient();
      stepped.model();
      stepped.result();
    }
    assertArrayEquals(expected, Cases.bits(stepped.model()));
  }

  @ParameterizedTest
  @MethodSource("waysAndPenalties")
  void gradientsAndNormsAreThoseOfAllWeights(UpdateStrategy way, Regularizer penalty) {
    Trainer trainer = trainer(way, penalty).withHistory(HistoryDetail.UPDATE);
    Training<Perceptron> sparse = trainer.begin(START, ROWS);
    Training<Perceptron> dense = trainer.begin(START, SparseCases.dense(ROWS));
    while (dense.goesOn()) {
      dense.update();
      sparse.update();
      assertArrayEquals(dense.rows(), sparse.rows());
      assertArrayEquals(dense.gradient(), sparse.gradient(), 1e-14);
      assertArrayEquals(dense.parameters(), sparse.parameters(), 1e-14);
    }
    assertArrayEquals(
        dense.result().history().updates().stream().mapToDouble(u -> u.gradientNorm()).toArray(),
        sparse.result().history().updates().stream().mapToDouble(u -> u.gradientNorm()).toArray(),
        1e-13);
  }

  @ParameterizedTest
  @MethodSource("waysAndPenalties")
  void aTrainingResumedAfterAnyEpochEndsWithTheSameBits(UpdateStrategy way, Regularizer penalty) {
    Trainer trainer = trainer(way, penalty);
    long[] expected = Cases.bits(trainer.fit(START, ROWS).model());
    for (int done = 1; done < 3; done++) {
      TrainingResult<Perceptron> part = trainer.withEpochs(done).fit(START, ROWS);
      TrainingResult<Perceptron> rest = trainer.withEpochs(3 - done).resume(part, ROWS);
      assertArrayEquals(expected, Cases.bits(rest.model()), "after epoch " + done);
    }
  }

  static Stream<Arguments> lossesWithAKinkAndPenalties() {
    List<Regularizer> exact =
        List.of(Regularizer.none(), Regularizer.l1(1.0 / 64), Regularizer.l1Cumulative(0.125));
    return Stream.of(Loss.perceptron(), Loss.hinge(), Loss.absoluteError())
        .flatMap(loss -> exact.stream().map(penalty -> Arguments.of(loss, penalty)));
  }

  /** Products and sums of such numbers are exact: order and grouping make no difference. */
  @ParameterizedTest
  @MethodSource("lossesWithAKinkAndPenalties")
  void smallWholeNumbersGiveTheSameBits(Loss loss, Regularizer penalty) {
    Dataset sparse = SparseCases.rows(loss, 24, FEATURES, 3, 5, random -> random.nextInt(7) - 3.0);
    double[] whole = Arrays.stream(sparse.targets()).map(Math::rint).toArray();
    Dataset data = sparse.withTargets(whole);
    Activation activation = loss.separatesClasses() ? Activation.sign() : Activation.identity();
    Perceptron zeros = Perceptron.zeros(FEATURES, activation);
    for (UpdateStrategy way : List.of(UpdateStrategy.stochastic(), UpdateStrategy.miniBatch(4))) {
      Trainer trainer =
          trainer(loss, way.withoutShuffling(), penalty)
              .withLearningRate(LearningRate.constant(0.25));
      assertArrayEquals(
          Cases.bits(trainer.fit(zeros, SparseCases.dense(data)).model()),
          Cases.bits(trainer.fit(zeros, data).model()),
          trainer.toString());
    }
  }

  @Test
  void aRowOfWeightZeroAddsExactlyNothingWhateverItHolds() {
    Dataset rows =
        Dataset.of(
            Rows.sparse(FEATURES)
                .add(new int[] {1, 5}, new double[] {1, 2})
                .add(new int[] {1, 7}, new double[] {1e308, -1e308})
                .build(),
            new double[] {1, 0});
    for (UpdateStrategy way : List.of(UpdateStrategy.stochastic(), UpdateStrategy.miniBatch(2))) {
      Trainer trainer = trainer(way.withoutShuffling(), Regularizer.l2(0.5));
      Training<Perceptron> training = trainer.begin(START, rows.withWeights(1, 0));
      Training<Perceptron> expected =
          trainer.begin(START, SparseCases.dense(rows).withWeights(1, 0));
      while (training.goesOn()) {
        training.update();
        expected.update();
        assertArrayEquals(expected.parameters(), training.parameters(), 1e-15);
      }
      assertEquals(way.updatesPerEpoch(2) * 3L, training.updates());
      assertFalse(training.result().divergence().isPresent());
    }
  }

  @ParameterizedTest
  @MethodSource("waysAndPenalties")
  void aDecayThatLeavesNothingOrTurnsTheSignIsTheSame(UpdateStrategy way, Regularizer ignored) {
    for (double alpha : new double[] {1, 1.5, 1 - 1e-9, 0.999, 3.9}) {
      for (Regularizer penalty :
          List.of(
              Regularizer.l2(alpha),
              Regularizer.decoupled(alpha),
              Regularizer.elasticNet(2 * alpha, 0.5))) {
        Trainer trainer = trainer(way, penalty).withLearningRate(LearningRate.constant(1));
        Training<Perceptron> sparse = trainer.begin(START, ROWS);
        Training<Perceptron> dense = trainer.begin(START, SparseCases.dense(ROWS));
        for (int k = 0; k < 20; k++) {
          dense.update();
          sparse.update();
          double apart = SparseCases.difference(dense.parameters(), sparse.parameters());
          assertTrue(apart <= 1e-12, penalty + ": " + apart);
          assertTrue(
              SparseCases.difference(dense.gradient(), sparse.gradient()) <= 1e-12,
              penalty.toString());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("waysAndPenalties")
  void aTrainingThatExplodesSaysSo(UpdateStrategy way, Regularizer penalty) {
    Dataset numbers = SparseCases.rows(Loss.squaredError(), 30, FEATURES, 3, 5);
    Trainer trainer =
        trainer(Loss.squaredError(), way, penalty).withLearningRate(LearningRate.constant(9));
    Training<Perceptron> training =
        trainer.withEpochs(300).begin(Perceptron.zeros(FEATURES, Activation.identity()), numbers);
    while (training.goesOn()) {
      training.epoch();
    }
    assertEquals(StopReason.DIVERGED, training.result().stopReason());
  }
}
