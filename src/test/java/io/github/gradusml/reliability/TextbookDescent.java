package io.github.gradusml.reliability;

import io.github.gradusml.core.ComposedLoss;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Randomness;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;

/** Gradient descent on a perceptron as a textbook has it, with nobody who watches. */
record TextbookDescent(
    ComposedLoss composed,
    Dataset data,
    UpdateStrategy updates,
    Optimizer optimizer,
    Regularizer regularizer) {
  double objective(double[] theta) {
    int d = data.features();
    double sum = 0;
    for (int i = 0; i < data.rows(); i++) {
      sum += composed.value(netInput(theta, data.row(i)), data.target(i));
    }
    return sum / data.rows() + regularizer.value(theta, 0, d);
  }

  private static double netInput(double[] theta, double[] x) {
    double z = theta[x.length];
    for (int j = 0; j < x.length; j++) {
      z += theta[j] * x[j];
    }
    return z;
  }

  /** Descends; what overflows is NaN. */
  void descend(double[] theta, LearningRate schedule, int epochs, long seed) {
    int d = data.features();
    int n = data.rows();
    int size = updates.batchSize(n);
    double[][] state = new double[optimizer.stateVectors()][d + 1];
    int[] order = new int[n];
    long t = 0;
    for (int epoch = 1; epoch <= epochs; epoch++) {
      Arrays.setAll(order, i -> i);
      updates.arrange(order, Randomness.of(seed, epoch));
      for (int k = 0; k < updates.updatesPerEpoch(n); k++) {
        double rate = schedule.at(t, (double) t / updates.updatesPerEpoch(n));
        double[] gradient = new double[d + 1];
        int to = Math.min(n, (k + 1) * size);
        for (int i = k * size; i < to; i++) {
          double[] x = data.row(order[i]);
          double delta = composed.derivative(netInput(theta, x), data.target(order[i]));
          for (int j = 0; j < d; j++) {
            gradient[j] += delta * x[j] / (to - k * size);
          }
          gradient[d] += delta / (to - k * size);
        }
        regularizer.addGradient(theta, gradient, 0, d);
        regularizer.beforeStep(theta, 0, d, rate);
        optimizer.step(theta, gradient, rate, state, ++t);
        regularizer.proximalStep(theta, 0, d, rate);
        if (!Arrays.stream(theta).allMatch(v -> Math.abs(v) < 1e150)) {
          Arrays.fill(theta, Double.NaN);
          return;
        }
      }
    }
  }
}
