package io.github.gradusml.reliability;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.ComposedLoss;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A loss, rows of the kind that it takes, and where to start, left to chance. */
final class RandomProblem {
  /** A loss behind the activation that it is used with. */
  private record Pair(Loss loss, Activation activation) {}

  private static final List<Pair> PAIRS =
      List.of(
          new Pair(Loss.squaredError(), Activation.identity()),
          new Pair(Loss.squaredError(), Activation.identity()),
          new Pair(Loss.squaredError(), Activation.tanh()),
          new Pair(Loss.absoluteError(), Activation.identity()),
          new Pair(Loss.huber(1), Activation.identity()),
          new Pair(Loss.logCosh(), Activation.identity()),
          new Pair(Loss.epsilonInsensitive(0.1), Activation.identity()),
          new Pair(Loss.quantile(0.8), Activation.identity()),
          new Pair(Loss.crossEntropy(), Activation.sigmoid()),
          new Pair(Loss.crossEntropy(), Activation.sigmoid()),
          new Pair(Loss.hinge(), Activation.sign()),
          new Pair(Loss.squaredHinge(), Activation.sign()),
          new Pair(Loss.modifiedHuber(), Activation.sign()),
          new Pair(Loss.squaredEpsilonInsensitive(0.1), Activation.identity()),
          new Pair(Loss.crossEntropy(0.1), Activation.sigmoid()),
          new Pair(Loss.poisson(), Activation.exponential()),
          new Pair(Loss.perceptron(), Activation.step()));

  private final Random random;
  private final Pair pair;
  private final Dataset data;
  private final Perceptron start;

  RandomProblem(Random random) {
    this.random = random;
    this.pair = PAIRS.get(random.nextInt(PAIRS.size()));
    this.data = rows(pair.loss());
    int d = data.features();
    this.start =
        random.nextInt(4) == 0
            ? Perceptron.random(d, pair.activation(), random.nextLong())
            : Perceptron.zeros(d, pair.activation());
  }

  Loss loss() {
    return pair.loss();
  }

  ComposedLoss composed() {
    return pair.loss().compose(pair.activation());
  }

  Dataset data() {
    return data;
  }

  Perceptron start() {
    return start;
  }

  static double logUniform(Random random, double low, double high) {
    return low * Math.pow(high / low, random.nextDouble());
  }

  private double logUniform(double low, double high) {
    return logUniform(random, low, high);
  }

  /** Features of one size or of several, correlated or not; targets with and without noise. */
  private Dataset rows(Loss loss) {
    int n = 4 + (int) logUniform(1, 300);
    int d = 1 + random.nextInt(12);
    double[] w = random.doubles(d, -1, 1).toArray();
    boolean sameSize = random.nextInt(3) > 0;
    double[] sizes = new double[d];
    Arrays.setAll(sizes, j -> sameSize ? 1 : logUniform(0.1, 30));
    double common = random.nextInt(2) * random.nextDouble();
    double noise = random.nextInt(4) == 0 ? 0 : logUniform(0.05, 20);
    double unit = random.nextInt(3) == 0 ? logUniform(1e-3, 1e3) : 1;
    double offset = random.nextInt(2) * random.nextGaussian() * 3;
    double[][] x = new double[n][d];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      double shared = common * random.nextGaussian();
      double z = offset;
      for (int j = 0; j < d; j++) {
        double value = shared + random.nextGaussian();
        z += w[j] * value;
        x[i][j] = sizes[j] * value;
      }
      z += noise * random.nextGaussian();
      y[i] = target(loss, z, offset, unit);
    }
    if (loss.separatesClasses()) {
      y[0] = 1;
      y[1] = loss.accepts(-1) ? -1 : 0;
    }
    return Dataset.of(x, y);
  }

  private static double target(Loss loss, double z, double offset, double unit) {
    if (loss.separatesClasses()) {
      return z > offset ? 1 : loss.accepts(-1) ? -1 : 0;
    }
    return loss.accepts(-1) ? unit * z : Math.rint(Math.abs(z)); // a count
  }
}
