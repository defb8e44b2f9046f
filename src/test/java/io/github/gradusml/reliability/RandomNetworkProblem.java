package io.github.gradusml.reliability;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Architecture;
import io.github.gradusml.network.Network;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A network, a loss that it can have, and rows of the kind that both take, left to chance. */
final class RandomNetworkProblem {
  private static final List<Activation> HIDDEN =
      List.of(
          Activation.tanh(),
          Activation.relu(),
          Activation.sigmoid(),
          Activation.leakyRelu(0.1),
          Activation.gelu());

  private final Random random;
  private final Loss loss;
  private final Network start;
  private final Dataset data;

  RandomNetworkProblem(Random random) {
    this.random = random;
    int classes = 2 + random.nextInt(4);
    int kind = random.nextInt(10);
    Output output = output(kind, classes);
    this.loss = loss(kind);
    int d = 1 + random.nextInt(10);
    Architecture architecture = Network.of(d, output);
    for (int layers = random.nextInt(3); layers > 0; layers--) {
      Activation activation = HIDDEN.get(random.nextInt(HIDDEN.size()));
      architecture = architecture.withHidden(1 + random.nextInt(16), activation);
    }
    this.start =
        architecture.hiddenLayers().isEmpty() && random.nextInt(4) > 0
            ? architecture.zeros()
            : architecture.random(random.nextLong());
    this.data = kind < 8 ? classes(d, output.classes()) : numbers(d);
  }

  private static Output output(int kind, int classes) {
    return switch (kind) {
      case 0, 1, 2, 3 -> Output.softmax(classes);
      case 4 -> Output.oneVersusRest(classes, Activation.identity());
      case 5 -> Output.oneVersusRest(classes, Activation.sigmoid());
      case 6 -> Output.oneVersusRest(classes, Activation.sign());
      case 7 -> Output.of(Activation.sigmoid());
      default -> Output.of(Activation.identity());
    };
  }

  private Loss loss(int kind) {
    return switch (kind) {
      case 3 -> Loss.crossEntropy(0.1);
      case 4, 8 -> Loss.squaredError();
      case 6 -> random.nextBoolean() ? Loss.hinge() : Loss.squaredHinge();
      case 9 -> random.nextBoolean() ? Loss.huber(1) : Loss.logCosh();
      default -> Loss.crossEntropy();
    };
  }

  Loss loss() {
    return loss;
  }

  Network start() {
    return start;
  }

  Dataset data() {
    return data;
  }

  private double logUniform(double low, double high) {
    return RandomProblem.logUniform(random, low, high);
  }

  private double[] sizes(int d) {
    boolean sameSize = random.nextInt(3) > 0;
    double[] sizes = new double[d];
    Arrays.setAll(sizes, j -> sameSize ? 1 : logUniform(0.1, 30));
    return sizes;
  }

  /** A cloud a class, near or far from the others; some targets are wrong. */
  private Dataset classes(int d, int k) {
    int n = 2 * k + (int) logUniform(1, 300);
    double apart = logUniform(0.1, 5);
    double wrong = random.nextInt(2) * random.nextDouble() / 2;
    double[] sizes = sizes(d);
    double[][] centers = new double[k][d];
    for (double[] center : centers) {
      Arrays.setAll(center, j -> apart * random.nextGaussian());
    }
    double[][] x = new double[n][d];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      int own = i < k ? i : random.nextInt(k);
      Arrays.setAll(x[i], j -> sizes[j] * (centers[own][j] + random.nextGaussian()));
      y[i] = i >= k && random.nextDouble() < wrong ? random.nextInt(k) : own;
    }
    return Dataset.of(x, y);
  }

  /** A line with a bend, with and without noise. */
  private Dataset numbers(int d) {
    int n = 4 + (int) logUniform(1, 300);
    double[] w = random.doubles(d, -1, 1).toArray();
    double noise = random.nextInt(3) == 0 ? 0 : logUniform(0.05, 5);
    double unit = random.nextInt(3) == 0 ? logUniform(1e-2, 1e2) : 1;
    double[] sizes = sizes(d);
    double[][] x = new double[n][d];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      double z = 0;
      for (int j = 0; j < d; j++) {
        double value = random.nextGaussian();
        z += w[j] * value;
        x[i][j] = sizes[j] * value;
      }
      y[i] = unit * (z + Math.sin(2 * z) + noise * random.nextGaussian());
    }
    return Dataset.of(x, y);
  }
}
