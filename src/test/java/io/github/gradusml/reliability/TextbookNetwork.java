package io.github.gradusml.reliability;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.LossOnNetInputs;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Randomness;
import io.github.gradusml.network.Architecture;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;

/** Back-propagation and descent as a textbook has them, row by row, with nobody who watches. */
record TextbookNetwork(
    Architecture architecture,
    LossOnNetInputs loss,
    Dataset data,
    UpdateStrategy updates,
    Optimizer optimizer,
    Regularizer regularizer) {
  double objective(double[] theta) {
    double sum = 0;
    for (int i = 0; i < data.rows(); i++) {
      double[][] z = netInputs(theta, data.row(i));
      sum += loss.value(z[z.length - 1], 0, data.target(i));
    }
    double penalty = 0;
    for (int layer = 1, at = 0; layer <= architecture.layers(); at = end(layer++, at)) {
      penalty += regularizer.value(theta, at, biases(layer, at));
    }
    return sum / data.rows() + penalty;
  }

  /** Where the biases of a layer begin whose weights begin at a place. */
  private int biases(int layer, int at) {
    return at + architecture.units(layer - 1) * architecture.units(layer);
  }

  private int end(int layer, int at) {
    return biases(layer, at) + architecture.units(layer);
  }

  private double[][] netInputs(double[] theta, double[] x) {
    double[][] z = new double[architecture.layers()][];
    double[] a = x;
    for (int layer = 1, at = 0; layer <= z.length; at = end(layer++, at)) {
      int k = architecture.units(layer);
      int b = biases(layer, at);
      z[layer - 1] = Arrays.copyOfRange(theta, b, b + k);
      for (int j = 0; j < a.length; j++) {
        for (int u = 0; u < k; u++) {
          z[layer - 1][u] += theta[at + j * k + u] * a[j];
        }
      }
      a = outputs(layer, z);
    }
    return z;
  }

  /** Of a hidden layer; of the last one, its net inputs. */
  private double[] outputs(int layer, double[][] z) {
    return layer == z.length
        ? z[layer - 1]
        : Arrays.stream(z[layer - 1]).map(activation(layer)::value).toArray();
  }

  private Activation activation(int layer) {
    return architecture.hiddenLayers().get(layer - 1).activation();
  }

  private void addGradient(double[] theta, int row, int of, double[] gradient) {
    double[] x = data.row(row);
    double[][] z = netInputs(theta, x);
    int top = z.length;
    double[] delta = new double[z[top - 1].length];
    loss.slope(z[top - 1], 0, data.target(row), delta);
    int end = theta.length;
    for (int layer = top; layer >= 1; layer--) {
      int k = delta.length;
      double[] a = layer == 1 ? x : outputs(layer - 1, z);
      double[] below = new double[a.length];
      int at = end - (a.length + 1) * k;
      for (int u = 0; u < k; u++) {
        gradient[end - k + u] += delta[u] / of;
        for (int j = 0; j < a.length; j++) {
          gradient[at + j * k + u] += delta[u] * a[j] / of;
          below[j] += theta[at + j * k + u] * delta[u];
        }
      }
      for (int j = 0; layer > 1 && j < below.length; j++) {
        below[j] *= activation(layer - 1).derivative(z[layer - 2][j]);
      }
      delta = below;
      end = at;
    }
  }

  /** Descends; what overflows is NaN. */
  void descend(double[] theta, LearningRate schedule, int epochs, long seed) {
    int n = data.rows();
    int size = updates.batchSize(n);
    double[][] state = new double[optimizer.stateVectors()][theta.length];
    int[] order = new int[n];
    long t = 0;
    for (int epoch = 1; epoch <= epochs; epoch++) {
      Arrays.setAll(order, i -> i);
      updates.arrange(order, Randomness.of(seed, epoch));
      for (int k = 0; k < updates.updatesPerEpoch(n); k++) {
        double rate = schedule.at(t, (double) t / updates.updatesPerEpoch(n));
        int to = Math.min(n, (k + 1) * size);
        double[] gradient = new double[theta.length];
        for (int i = k * size; i < to; i++) {
          addGradient(theta, order[i], to - k * size, gradient);
        }
        for (int layer = 1, at = 0; layer <= architecture.layers(); at = end(layer++, at)) {
          regularizer.addGradient(theta, gradient, at, biases(layer, at));
          regularizer.beforeStep(theta, at, biases(layer, at), rate);
        }
        optimizer.step(theta, gradient, rate, state, ++t);
        for (int layer = 1, at = 0; layer <= architecture.layers(); at = end(layer++, at)) {
          regularizer.proximalStep(theta, at, biases(layer, at), rate);
        }
        if (!Arrays.stream(theta).allMatch(v -> Math.abs(v) < 1e150)) {
          Arrays.fill(theta, Double.NaN);
          return;
        }
      }
    }
  }
}
