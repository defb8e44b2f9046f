package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Rows of normal columns with targets that depend on them, and a training of any loss, model,
 * strategy and optimizer: healthy, until something is done to its columns, targets or updates.
 */
final class RandomTask {
  final Random random;
  final double[][] x;
  final double[] y;

  /** 0 where targets are numbers. */
  final int classes;

  UpdateStrategy updates;

  private RandomTask(Random random, double[][] x, int classes, double noise) {
    this.random = random;
    this.x = x;
    this.classes = classes;
    this.updates =
        List.of(
                UpdateStrategy.batch(),
                UpdateStrategy.stochastic(),
                UpdateStrategy.miniBatch(4 + random.nextInt(30)))
            .get(random.nextInt(3));
    double[][] w = new double[Math.max(1, classes)][];
    Arrays.setAll(w, u -> random.doubles(x[0].length, -1, 1).toArray());
    this.y = Arrays.stream(x).mapToDouble(row -> target(row, w, noise)).toArray();
  }

  /** Of numbers, two classes or several. */
  static RandomTask of(Random random) {
    return ofClasses(random, List.of(0, 0, 2, 2, 3, 4).get(random.nextInt(6)));
  }

  static RandomTask ofClasses(Random random, int classes) {
    int n = random.nextInt(20) == 0 ? 3000 : 80 + random.nextInt(600);
    return new RandomTask(random, normal(random, n, 3 + random.nextInt(8)), classes, 0.5);
  }

  private static double[][] normal(Random random, int n, int d) {
    double[][] x = new double[n][d];
    for (double[] row : x) {
      Arrays.setAll(row, j -> random.nextGaussian());
    }
    return x;
  }

  /** A sum, or which of k sums is largest. */
  private double target(double[] row, double[][] w, double noise) {
    double[] z =
        Arrays.stream(w)
            .mapToDouble(of -> IntStream.range(0, of.length).mapToDouble(j -> of[j] * row[j]).sum())
            .map(sum -> sum + noise * random.nextGaussian())
            .toArray();
    return classes == 0
        ? z[0]
        : IntStream.range(0, z.length).reduce(0, (a, b) -> z[b] > z[a] ? b : a);
  }

  int rows() {
    return y.length;
  }

  double[] column(int j) {
    return Arrays.stream(x).mapToDouble(row -> row[j]).toArray();
  }

  /** Puts a column somewhere among the others. */
  int insert(double[] column) {
    int at = random.nextInt(x[0].length + 1);
    for (int i = 0; i < x.length; i++) {
      double[] wider = new double[x[i].length + 1];
      System.arraycopy(x[i], 0, wider, 0, at);
      wider[at] = column[i];
      System.arraycopy(x[i], at, wider, at + 1, x[i].length - at);
      x[i] = wider;
    }
    return at;
  }

  /** Rows in the order of their targets. */
  void sort() {
    Integer[] order = IntStream.range(0, y.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (i, k) -> Double.compare(y[i], y[k]));
    double[][] oldX = x.clone();
    double[] oldY = y.clone();
    for (int i = 0; i < order.length; i++) {
      x[i] = oldX[order[i]];
      y[i] = oldY[order[i]];
    }
  }

  Patient patient() {
    int d = x[0].length;
    boolean isNetwork = random.nextInt(4) == 0;
    if (classes > 2) {
      Output output = Output.softmax(classes);
      return patient(Loss.crossEntropy(), isNetwork ? network(output) : linear(output), y);
    }
    if (classes == 0) {
      Loss loss = one(Loss.squaredError(), Loss.huber(1), Loss.logCosh(), Loss.absoluteError());
      Activation identity = Activation.identity();
      return patient(
          loss, isNetwork ? network(Output.of(identity)) : Perceptron.zeros(d, identity), y);
    }
    if (random.nextInt(3) == 0) {
      double[] signs = Arrays.stream(y).map(target -> 2 * target - 1).toArray();
      Loss loss = one(Loss.hinge(), Loss.squaredHinge(), Loss.squaredError());
      return patient(loss, Perceptron.zeros(d, Activation.identity()), signs);
    }
    Activation sigmoid = Activation.sigmoid();
    return patient(
        Loss.crossEntropy(),
        isNetwork ? network(Output.of(sigmoid)) : Perceptron.zeros(d, sigmoid),
        y);
  }

  private Loss one(Loss... losses) {
    return losses[random.nextInt(losses.length)];
  }

  private Model<?> network(Output output) {
    return Network.of(x[0].length, output)
        .withHidden(4 + random.nextInt(5), Activation.tanh())
        .random(random.nextLong());
  }

  private Model<?> linear(Output output) {
    return Network.of(x[0].length, output).zeros();
  }

  private Patient patient(Loss loss, Model<?> start, double[] targets) {
    Optimizer optimizer =
        List.of(Optimizer.gradientDescent(), Optimizer.momentum(0.9), Optimizer.adam())
            .get(random.nextInt(3));
    Trainer trainer =
        Trainer.minimizing(loss)
            .withUpdates(updates)
            .withOptimizer(optimizer)
            .withLearningRate(LearningRate.constant(0.01))
            .withSeed(random.nextInt(100))
            .withEpochs(10 + random.nextInt(60));
    return Patient.of(trainer, start, Dataset.of(x, targets));
  }
}
