package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What the tests of the trainer share: rows to train on, and all that can be combined. */
final class Cases {
  private Cases() {}

  /** A loss behind an activation. */
  record Pair(Loss loss, Activation activation) {
    @Override
    public String toString() {
      return loss + " of " + activation;
    }

    Perceptron zeros(int features) {
      return Perceptron.zeros(features, activation);
    }

    Perceptron random(int features) {
      return Perceptron.random(features, activation, 5);
    }
  }

  /** A penalty and its strengths, for those who compute with it by themselves. */
  record Penalty(Regularizer regularizer, double l1, double l2, double decay) {}

  static List<Penalty> penalties() {
    return List.of(
        new Penalty(Regularizer.none(), 0, 0, 0),
        new Penalty(Regularizer.l1(0.02), 0.02, 0, 0),
        new Penalty(Regularizer.l2(0.1), 0, 0.1, 0),
        new Penalty(Regularizer.elasticNet(0.1, 0.25), 0.025, 0.075, 0),
        new Penalty(Regularizer.decoupled(0.1), 0, 0, 0.1));
  }

  static List<Loss> regressionLosses() {
    return List.of(
        Loss.squaredError(),
        Loss.absoluteError(),
        Loss.huber(0.5),
        Loss.logCosh(),
        Loss.epsilonInsensitive(0.1),
        Loss.squaredEpsilonInsensitive(0.1),
        Loss.quantile(0.8));
  }

  static List<Loss> marginLosses() {
    return List.of(Loss.hinge(), Loss.squaredHinge(), Loss.modifiedHuber(), Loss.perceptron());
  }

  /** One pair for every loss, with the activation that it is most often seen with. */
  static List<Pair> usualPairs() {
    List<Pair> pairs = new ArrayList<>();
    regressionLosses().forEach(loss -> pairs.add(new Pair(loss, Activation.identity())));
    fusedPairs(pairs);
    marginLosses().forEach(loss -> pairs.add(new Pair(loss, Activation.sign())));
    return pairs;
  }

  /** Every loss behind every activation that lets its gradient through. */
  static List<Pair> pairs() {
    List<Activation> smooth =
        List.of(
            Activation.identity(),
            Activation.sigmoid(),
            Activation.tanh(),
            Activation.relu(),
            Activation.leakyRelu(0.1),
            Activation.elu(1),
            Activation.softplus(),
            Activation.silu(),
            Activation.gelu());
    List<Pair> pairs = new ArrayList<>();
    for (Activation activation : smooth) {
      regressionLosses().forEach(loss -> pairs.add(new Pair(loss, activation)));
      marginLosses().forEach(loss -> pairs.add(new Pair(loss, activation)));
    }
    for (Activation threshold : List.of(Activation.step(), Activation.sign())) {
      marginLosses().forEach(loss -> pairs.add(new Pair(loss, threshold)));
    }
    fusedPairs(pairs);
    pairs.add(new Pair(Loss.poisson(), Activation.softplus()));
    return pairs;
  }

  /** The losses that have an activation of their own. */
  private static void fusedPairs(List<Pair> pairs) {
    pairs.add(new Pair(Loss.crossEntropy(), Activation.sigmoid()));
    pairs.add(new Pair(Loss.crossEntropy(0.1), Activation.sigmoid()));
    pairs.add(new Pair(Loss.poisson(), Activation.exponential()));
  }

  static List<UpdateStrategy> strategies() {
    return List.of(
        UpdateStrategy.batch(),
        UpdateStrategy.miniBatch(4),
        UpdateStrategy.miniBatch(4).withoutShuffling(),
        UpdateStrategy.miniBatch(4).withoutShortBatch(),
        UpdateStrategy.stochastic(),
        UpdateStrategy.stochastic().withoutShuffling());
  }

  /**
   * Normally distributed features; targets that depend on them, of the kind that the loss takes.
   */
  static Dataset rows(Loss loss, int n, int d, long seed) {
    Random random = new Random(seed);
    double[][] x = new double[n][d];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      double z = 0.3;
      for (int j = 0; j < d; j++) {
        x[i][j] = random.nextGaussian();
        z += x[i][j] * (j % 2 == 0 ? 1 : -0.5) / Math.sqrt(d);
      }
      z += 0.5 * random.nextGaussian();
      y[i] = loss.separatesClasses() ? (z > 0 ? 1 : loss.accepts(-1) ? -1 : 0) : z;
      if (!loss.accepts(y[i])) {
        y[i] = 0; // a count
      }
    }
    return Dataset.of(x, y);
  }

  static Dataset standardized(Dataset data) {
    return Standardizer.fit(data).apply(data);
  }

  /** Targets with mean 0 and standard deviation 1; by plain loops, so that the bits are known. */
  static Dataset withStandardizedTargets(Dataset data) {
    double[] y = data.targets();
    double sum = 0;
    for (double target : y) {
      sum += target;
    }
    double mean = sum / y.length;
    double squares = 0;
    for (double target : y) {
      squares += (target - mean) * (target - mean);
    }
    double deviation = Math.sqrt(squares / y.length);
    return data.withTargets(Arrays.stream(y).map(v -> (v - mean) / deviation).toArray());
  }

  /** One row with x = 1 and y = 0, so that the squared error of weight w and bias 0 is w²/2. */
  static Dataset oneRow() {
    return Dataset.of(new double[][] {{1}}, new double[] {0});
  }

  /** Sets the first weight to the given values, one after the other, whatever the gradient. */
  static Optimizer scripted(double... weights) {
    return (theta, gradient, eta, state, t) -> theta[0] = weights[(int) t - 1];
  }

  static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  static long[] bits(Model<?> model) {
    return bits(model.parameters());
  }

  /** Fails unless all numbers agree within {@code tolerance} of the larger of 1 and their size. */
  static void assertClose(double[] expected, double[] actual, double tolerance, String message) {
    assertEquals(expected.length, actual.length, message);
    for (int j = 0; j < expected.length; j++) {
      double unit = Math.max(1, Math.abs(expected[j]));
      int index = j;
      assertEquals(expected[j], actual[j], tolerance * unit, () -> message + " at " + index);
    }
  }
}
