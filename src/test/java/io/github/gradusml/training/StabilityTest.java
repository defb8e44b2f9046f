package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.stability.Stability;
import io.github.gradusml.update.UpdateStrategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The largest stable rate: its formula, the bounds that are only sufficient, and where none is
 * known.
 */
class StabilityTest {
  /** One row x = 3: [X 1]ᵀ[X 1] is ((9, 3), (3, 1)), and its largest eigenvalue 10. */
  private static final Dataset ONE = Dataset.of(new double[][] {{3}}, new double[] {1});

  /** Rows x = 3 and x = 1, whose ‖(x, 1)‖² are 10 and 2. */
  private static final Dataset TWO = Dataset.of(new double[][] {{3}, {1}}, new double[] {1, 0});

  static Stream<Arguments> worked() {
    Trainer squares = Trainer.minimizing(Loss.squaredError());
    Trainer all = squares.withUpdates(UpdateStrategy.batch());
    Trainer row = squares.withUpdates(UpdateStrategy.stochastic());
    return Stream.of(
        arguments(all, ONE, 2.0 / 10, true),
        arguments(row, ONE, 2.0 / 10, true),
        arguments(all.withOptimizer(Optimizer.momentum(0.9)), ONE, 3.8 / 10, true),
        arguments(all.withOptimizer(Optimizer.nesterov(0.5)), ONE, 1.5 / 10, true),
        // ((9 + 16, 3), (3, 1)): the roots of λ² − 26λ + 16.
        arguments(all.withRegularizer(Regularizer.l2(16)), ONE, 2 / (13 + Math.sqrt(153)), true),
        arguments(
            all.withRegularizer(Regularizer.decoupled(16)), ONE, 2 / (13 + Math.sqrt(153)), true),
        arguments(all.withRegularizer(Regularizer.l1(16)), ONE, 2.0 / 10, false),
        // Half the sum of ((9, 3), (3, 1)) and ((1, 1), (1, 1)): ((5, 2), (2, 1)), λ² − 6λ + 1.
        arguments(all, TWO, 2 / (3 + Math.sqrt(8)), true),
        arguments(
            squares.withUpdates(UpdateStrategy.miniBatch(2)), TWO, 2 / (3 + Math.sqrt(8)), true),
        arguments(row, TWO, 2.0 / 10, false),
        arguments(row.withRegularizer(Regularizer.l2(16)), TWO, 2.0 / 26, false),
        arguments(row, TWO.withWeights(1, 3), 2.0 / 5, false),
        arguments(
            Trainer.minimizing(Loss.huber(1)).withUpdates(UpdateStrategy.batch()), ONE, 0.2, false),
        arguments(Trainer.minimizing(Loss.logCosh()), ONE, 0.2, false));
  }

  @ParameterizedTest
  @MethodSource("worked")
  void workedByHand(Trainer trainer, Dataset data, double rate, boolean exact) {
    Stability stability =
        trainer.stability(Perceptron.zeros(1, Activation.identity()), data).orElseThrow();
    // A 2 × 2 eigenvalue takes two steps of Lanczos, and a dozen roundings.
    assertEquals(rate, stability.largestRate(), 1e-14);
    assertEquals(exact, stability.exact());
  }

  @Test
  void ofASigmoidWithCrossEntropyACurvatureIsAtMostAQuarter() {
    Trainer trainer = Trainer.minimizing(Loss.crossEntropy());
    Stability stability =
        trainer.stability(Perceptron.zeros(1, Activation.sigmoid()), ONE).orElseThrow();
    assertEquals(2 / (0.25 * 10), stability.largestRate(), 1e-14);
    assertFalse(stability.exact());
  }

  /** Few rows of many features included: 8 × 300 would be a matrix of 301 × 301. */
  @Test
  void agreesWithTheEigenvaluesOfTheWholeMatrix() {
    for (int[] shape : new int[][] {{40, 1}, {40, 7}, {8, 300}}) {
      Dataset data = Cases.rows(Loss.squaredError(), shape[0], shape[1], 3);
      for (double alpha : new double[] {0, 0.5}) {
        Trainer trainer =
            Trainer.minimizing(Loss.squaredError())
                .withUpdates(UpdateStrategy.batch())
                .withRegularizer(Regularizer.l2(alpha));
        Perceptron start = Perceptron.zeros(shape[1], Activation.identity());
        double expected = 2 / largestEigenvalue(data, alpha);
        double actual = trainer.stability(start, data).orElseThrow().largestRate();
        // What Lanczos promises.
        assertEquals(expected, actual, 1e-10 * expected, data + ", " + alpha);
      }
    }
  }

  private static double largestEigenvalue(Dataset data, double alpha) {
    int d = data.features();
    RealMatrix x = MatrixUtils.createRealMatrix(data.rows(), d + 1);
    for (int i = 0; i < data.rows(); i++) {
      x.setRow(i, Arrays.copyOf(data.row(i), d + 1));
      x.setEntry(i, d, 1);
    }
    RealMatrix h = x.transpose().multiply(x).scalarMultiply(1.0 / data.rows());
    for (int j = 0; j < d; j++) {
      h.addToEntry(j, j, alpha);
    }
    return Arrays.stream(new EigenDecomposition(h).getRealEigenvalues()).max().orElseThrow();
  }

  static List<Cases.Pair> bounded() {
    return List.of(
        new Cases.Pair(Loss.crossEntropy(), Activation.sigmoid()),
        new Cases.Pair(Loss.huber(0.5), Activation.identity()),
        new Cases.Pair(Loss.logCosh(), Activation.identity()),
        new Cases.Pair(Loss.squaredHinge(), Activation.sign()));
  }

  @ParameterizedTest
  @MethodSource("bounded")
  void belowASufficientBoundEveryStepGoesDown(Cases.Pair pair) {
    for (int seed = 0; seed < 5; seed++) {
      Dataset data = Cases.rows(pair.loss(), 40, 4, seed);
      for (double alpha : new double[] {0, 0.1}) {
        Trainer trainer =
            Trainer.minimizing(pair.loss())
                .withUpdates(UpdateStrategy.batch())
                .withRegularizer(Regularizer.l2(alpha));
        TrainingResult<Perceptron> result = below(trainer, pair.zeros(4), data);
        double[] objectives = result.history().each(EpochRecord::objective);
        for (int k = 1; k < objectives.length; k++) {
          // Rounding, near the minimum.
          assertTrue(objectives[k] <= objectives[k - 1] + 1e-14, "epoch " + k);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("bounded")
  void belowTheBoundOfTheLongestRowNothingDiverges(Cases.Pair pair) {
    List<Cases.Pair> pairs = new ArrayList<>(List.of(pair));
    pairs.add(new Cases.Pair(Loss.squaredError(), Activation.identity()));
    for (Cases.Pair each : pairs) {
      for (int size : new int[] {1, 7}) {
        Dataset data = Cases.rows(each.loss(), 40, 4, size);
        Trainer trainer =
            Trainer.minimizing(each.loss()).withUpdates(UpdateStrategy.miniBatch(size));
        assertEquals(StopReason.EPOCHS_DONE, below(trainer, each.zeros(4), data).stopReason());
      }
    }
  }

  private static TrainingResult<Perceptron> below(Trainer trainer, Perceptron start, Dataset data) {
    double rate = 0.99 * trainer.stability(start, data).orElseThrow().largestRate();
    return trainer.withLearningRate(LearningRate.constant(rate)).fit(start, data);
  }

  static Stream<Arguments> unknown() {
    Trainer squares = Trainer.minimizing(Loss.squaredError()).withUpdates(UpdateStrategy.batch());
    Trainer row = squares.withUpdates(UpdateStrategy.stochastic());
    Optimizer momentum = Optimizer.momentum(0.9);
    return Stream.of(
        arguments(squares.withOptimizer(Optimizer.adam()), Activation.identity()),
        arguments(
            squares.withOptimizer(Optimizer.gradientDescent().withClippedNorm(1)),
            Activation.identity()),
        arguments(squares, Activation.tanh()),
        arguments(Trainer.minimizing(Loss.hinge()), Activation.sign()),
        arguments(Trainer.minimizing(Loss.absoluteError()), Activation.identity()),
        arguments(row.withOptimizer(momentum), Activation.identity()),
        arguments(
            squares.withOptimizer(momentum).withRegularizer(Regularizer.decoupled(0.1)),
            Activation.identity()),
        arguments(
            Trainer.minimizing(Loss.huber(1))
                .withUpdates(UpdateStrategy.batch())
                .withOptimizer(momentum),
            Activation.identity()));
  }

  @ParameterizedTest
  @MethodSource("unknown")
  void whereNoLimitIsKnownNoneIsGiven(Trainer trainer, Activation activation) {
    assertTrue(trainer.stability(Perceptron.zeros(1, activation), TWO).isEmpty());
  }

  @Test
  void featuresTooLargeToSquareHaveNoLimit() {
    Dataset huge = Dataset.of(new double[][] {{1e200}, {-1e200}}, new double[] {1, 0});
    for (UpdateStrategy strategy : List.of(UpdateStrategy.batch(), UpdateStrategy.stochastic())) {
      Trainer trainer = Trainer.minimizing(Loss.squaredError()).withUpdates(strategy);
      Perceptron start = Perceptron.zeros(1, Activation.identity());
      assertTrue(trainer.stability(start, huge).isEmpty());
      assertEquals(StopReason.DIVERGED, trainer.fit(start, huge).stopReason());
    }
  }

  @Test
  void featuresThatAreAllZeroLimitNoRate() {
    Perceptron line = Perceptron.zeros(1, Activation.identity()).withoutBias();
    Dataset zeros = Dataset.of(new double[][] {{0}, {0}}, new double[] {0, 1});
    Trainer trainer = Trainer.minimizing(Loss.squaredError()).withUpdates(UpdateStrategy.batch());
    assertTrue(trainer.stability(line, zeros).isEmpty());
  }
}
