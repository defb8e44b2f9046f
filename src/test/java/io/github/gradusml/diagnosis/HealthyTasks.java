package io.github.gradusml.diagnosis;

import static io.github.gradusml.diagnosis.HealthyRows.dot;
import static io.github.gradusml.diagnosis.HealthyRows.probability;
import static io.github.gradusml.diagnosis.HealthyRows.size;
import static io.github.gradusml.diagnosis.HealthyRows.weights;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Tasks for a perceptron and for a softmax, with noise in what is to be learned. */
final class HealthyTasks {
  private HealthyTasks() {}

  /** A loss for numbers, and how much it curves. */
  private record Numeric(Loss loss, double steepest, double flattest) {}

  private static final List<Numeric> NUMERIC =
      List.of(
          new Numeric(Loss.squaredError(), 1, 1),
          new Numeric(Loss.squaredError(), 1, 1),
          new Numeric(Loss.huber(1), 1, 0.9),
          new Numeric(Loss.logCosh(), 1, 0.8),
          new Numeric(Loss.absoluteError(), 0, 1),
          new Numeric(Loss.quantile(0.7), 0, 0.8),
          new Numeric(Loss.epsilonInsensitive(0.1), 0, 1));

  /** A loss for two classes, and how much it curves where they overlap. */
  private record OfClasses(Loss loss, Activation activation, double steepest, double flattest) {}

  private static final List<OfClasses> OF_CLASSES =
      List.of(
          new OfClasses(Loss.crossEntropy(), Activation.sigmoid(), 0.25, 0.15),
          new OfClasses(Loss.crossEntropy(), Activation.sigmoid(), 0.25, 0.15),
          new OfClasses(Loss.crossEntropy(0.05), Activation.sigmoid(), 0.25, 0.15),
          new OfClasses(Loss.squaredError(), Activation.identity(), 1, 1),
          new OfClasses(Loss.squaredHinge(), Activation.sign(), 2, 1),
          new OfClasses(Loss.modifiedHuber(), Activation.sign(), 2, 0.8),
          new OfClasses(Loss.hinge(), Activation.sign(), 0, 0.2));

  private static int columns(Random random) {
    return 2 + random.nextInt(11);
  }

  private static Perceptron start(Random random, int d, Activation activation) {
    return random.nextBoolean()
        ? Perceptron.zeros(d, activation)
        : Perceptron.random(d, activation, random.nextLong());
  }

  static HealthyTask numbers(Random random) {
    Numeric of = NUMERIC.get(random.nextInt(NUMERIC.size()));
    int d = columns(random);
    int zeros = d / 3;
    double[] w = weights(random, d, zeros, 1);
    double sigma = 0.4 + 0.4 * random.nextDouble();
    double mean = random.nextGaussian();
    HealthyRows.Pair rows =
        HealthyRows.of(
            random, size(random, d + 1), d, x -> mean + dot(w, x) + sigma * random.nextGaussian());
    return new HealthyTask(
        of.loss(),
        start(random, d, Activation.identity()),
        rows.train(),
        rows.validation(),
        of.steepest(),
        of.flattest(),
        zeros == 0 ? 0 : sigma);
  }

  static HealthyTask counts(Random random) {
    int d = 2 + random.nextInt(4);
    double[] w = weights(random, d, 0, 0.6);
    HealthyRows.Pair rows =
        HealthyRows.of(
            random, size(random, 2 * d), d, x -> count(random, Math.exp(0.5 + dot(w, x))));
    Perceptron start = Perceptron.zeros(d, Activation.exponential());
    return new HealthyTask(Loss.poisson(), start, rows.train(), rows.validation(), 20, 1.5, 0);
  }

  /** Poisson's, by multiplying what is left of 1 until it is below e^−mean. */
  private static int count(Random random, double mean) {
    int count = 0;
    for (double left = random.nextDouble(); left > Math.exp(-mean); count++) {
      left *= random.nextDouble();
    }
    return count;
  }

  /** Classes by a coin whose chances depend on a line: they overlap. */
  static HealthyTask twoClasses(Random random) {
    OfClasses of = OF_CLASSES.get(random.nextInt(OF_CLASSES.size()));
    int d = columns(random);
    int zeros = d / 3;
    double[] w = weights(random, d, zeros, 2);
    boolean areSigns = of.activation().equals(Activation.sign()) || of.loss().isQuadratic();
    HealthyRows.Pair rows =
        HealthyRows.of(
            random,
            size(random, 2 * (d + 1)),
            d,
            x -> random.nextDouble() < probability(dot(w, x)) ? 1 : areSigns ? -1 : 0);
    return new HealthyTask(
        of.loss(),
        start(random, d, of.activation()),
        rows.train(),
        rows.validation(),
        of.steepest(),
        of.flattest(),
        zeros == 0 ? 0 : 0.4 * Math.sqrt(of.steepest() * 4));
  }

  /** For the perceptron criterion: no row lies near the line. */
  static HealthyTask separable(Random random) {
    int d = columns(random);
    double[] w = weights(random, d, 0, 1);
    HealthyRows.Pair all =
        HealthyRows.of(random, size(random, 3 * (d + 1)), d, x -> Math.signum(dot(w, x)));
    HealthyRows.Pair rows = new HealthyRows.Pair(apart(all.train(), w), apart(all.validation(), w));
    Perceptron start = Perceptron.zeros(d, Activation.sign());
    return new HealthyTask(Loss.perceptron(), start, rows.train(), rows.validation(), 0, 1, 0);
  }

  private static Dataset apart(Dataset rows, double[] w) {
    return rows.select(
        IntStream.range(0, rows.rows())
            .filter(i -> rows.target(i) * dot(w, rows.row(i)) > 0.25)
            .toArray());
  }

  /** Classes that overlap, as a softmax of k lines deals them out. */
  static HealthyTask manyClasses(Random random) {
    int k = 3 + random.nextInt(3);
    int d = 2 + random.nextInt(5);
    double[][] w = new double[k][];
    for (int c = 0; c < k; c++) {
      w[c] = weights(random, d, 0, 2);
    }
    HealthyRows.Pair rows =
        HealthyRows.of(random, size(random, k * (d + 1)), d, x -> likely(random, w, x));
    return new HealthyTask(
        Loss.crossEntropy(),
        Network.of(d, Output.softmax(k)).zeros(),
        rows.train(),
        rows.validation(),
        0.5,
        0.12,
        0);
  }

  /** The largest of the net inputs with Gumbel's noise has the probabilities of a softmax. */
  private static int likely(Random random, double[][] w, double[] x) {
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < w.length; c++) {
      double z = dot(w[c], x) - Math.log(-Math.log(random.nextDouble()));
      if (z > highest) {
        highest = z;
        best = c;
      }
    }
    return best;
  }
}
