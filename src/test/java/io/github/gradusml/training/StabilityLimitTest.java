package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For the squared error over all rows the limit is where convergence ends and divergence begins.
 */
class StabilityLimitTest {
  /**
   * At 0.99 of the limit the slowest swing of plain descent shrinks by 0.98 an epoch, 3e-9 in all;
   * at 1.01 it grows by 1.02. Directions of little curvature are the ones that need so many.
   */
  private static final int EPOCHS = 1000;

  record Case(Trainer trainer, Dataset data) {
    TrainingResult<Perceptron> trainAt(double share) {
      Perceptron start = Perceptron.zeros(data.features(), Activation.identity());
      double rate = share * trainer.stability(start, data).orElseThrow().largestRate();
      return trainer.withLearningRate(LearningRate.constant(rate)).fit(start, data);
    }

    @Override
    public String toString() {
      return data.rows() + " × " + data.features() + ", " + trainer;
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    int seed = 0;
    for (int[] shape : new int[][] {{30, 1}, {50, 5}, {200, 3}, {12, 40}}) {
      for (Optimizer optimizer :
          List.of(Optimizer.gradientDescent(), Optimizer.momentum(0.9), Optimizer.nesterov(0.9))) {
        for (double alpha : new double[] {0, 0.1, 3}) {
          Trainer trainer =
              squaredError().withOptimizer(optimizer).withRegularizer(Regularizer.l2(alpha));
          cases.add(new Case(trainer, random(shape[0], shape[1], ++seed)));
        }
      }
      for (double decay : new double[] {0.1, 3}) {
        Trainer trainer = squaredError().withRegularizer(Regularizer.decoupled(decay));
        cases.add(new Case(trainer, random(shape[0], shape[1], ++seed)));
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void justBelowDescentConverges(Case problem) {
    TrainingResult<Perceptron> result = problem.trainAt(0.99);
    assertEquals(StopReason.EPOCHS_DONE, result.stopReason());
    assertTrue(result.oscillation().isEmpty());
    if (problem.trainer().regularizer().decays()) {
      return; // Its fixed point is not where ∇J is 0; see decoupledDecayComesToRest.
    }
    double[] norms = result.history().each(EpochRecord::gradientNorm);
    assertTrue(norms[EPOCHS - 1] < 1e-3 * norms[0], norms[0] + " → " + norms[EPOCHS - 1]);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void justAboveDescentDivergesAndSaysSo(Case problem) {
    TrainingResult<Perceptron> result = problem.trainAt(1.01);
    assertEquals(StopReason.DIVERGED, result.stopReason());
    Stability limit = result.divergence().orElseThrow().stability().orElseThrow();
    assertTrue(limit.exact());
    // The rate is 1.01 times the limit, rounded twice.
    assertEquals(
        1.01, result.divergence().orElseThrow().learningRate() / limit.largestRate(), 1e-12);
  }

  @Test
  void decoupledDecayComesToRest() {
    Case problem =
        new Case(squaredError().withRegularizer(Regularizer.decoupled(0.5)), random(50, 5, 77));
    double[] losses = problem.trainAt(0.99).history().losses();
    assertEquals(losses[EPOCHS - 2], losses[EPOCHS - 1], 1e-6 * losses[0]);
  }

  /**
   * α so large that weights stay 0: what swings is the bias alone, and it may take longer steps.
   */
  @Test
  void withL1TheLimitIsOnlySufficient() {
    Dataset data = random(50, 5, 78);
    Trainer trainer = squaredError().withRegularizer(Regularizer.l1(1e3));
    Perceptron start = Perceptron.zeros(5, Activation.identity());
    Stability limit = trainer.stability(start, data).orElseThrow();
    assertTrue(!limit.exact());
    Case problem = new Case(trainer, data);
    assertEquals(StopReason.EPOCHS_DONE, problem.trainAt(1.01).stopReason());
    assertEquals(StopReason.EPOCHS_DONE, problem.trainAt(0.99).stopReason());
  }

  @Test
  void aRowThatCountsTwiceIsTwoRows() {
    Dataset data = random(20, 3, 79);
    double[] weights = new double[20];
    Arrays.fill(weights, 1);
    weights[7] = 3;
    int[] repeated = new int[22];
    Arrays.setAll(repeated, i -> i < 20 ? i : 7);
    Perceptron start = Perceptron.zeros(3, Activation.identity());
    double weighted = rate(squaredError(), start, data.withWeights(weights));
    double listed = rate(squaredError(), start, data.select(repeated));
    // Both are found to about 1e-10, from sums in another order.
    assertEquals(listed, weighted, 1e-9 * listed);
  }

  private static double rate(Trainer trainer, Perceptron start, Dataset data) {
    return trainer.stability(start, data).orElseThrow().largestRate();
  }

  private static Trainer squaredError() {
    return Trainer.minimizing(Loss.squaredError())
        .withUpdates(UpdateStrategy.batch())
        .withEpochs(EPOCHS);
  }

  /** Features around different means, with different spreads; noise in the target. */
  private static Dataset random(int n, int d, int seed) {
    Random random = new Random(seed);
    double[] mean = random.doubles(d, -0.5, 0.5).toArray();
    double[] spread = random.doubles(d, 0.5, 2).toArray();
    double[][] x = new double[n][d];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = 10 * random.nextGaussian();
      for (int j = 0; j < d; j++) {
        x[i][j] = mean[j] + spread[j] * random.nextGaussian();
        y[i] += x[i][j];
      }
    }
    return Dataset.of(x, y);
  }
}
