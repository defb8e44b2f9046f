package io.github.gradusml.benchmarks;

import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/** The loop that anyone would write first: arrays of arrays, one sum at a time, Math.exp. */
final class Textbook implements Contender {
  private final Workload workload;
  private final double[][] x;
  private final double[] y;
  private final double alpha;
  private final int[] order;

  Textbook(Workload workload, Synthetic data, double alpha) {
    this.workload = workload;
    this.x = data.x();
    this.y = data.y();
    this.alpha = alpha;
    this.order = new int[workload.rows()];
  }

  @Override
  public double[] train() {
    int d = workload.columns();
    double[] theta = new double[d + 1];
    double[] gradient = new double[d + 1];
    for (int epoch = 1; epoch <= workload.epochs(); epoch++) {
      arrange(epoch);
      for (int from = 0; from < order.length; from += workload.batch()) {
        int to = Math.min(from + workload.batch(), order.length);
        Arrays.fill(gradient, 0);
        for (int k = from; k < to; k++) {
          addGradient(x[order[k]], y[order[k]], theta, gradient);
        }
        for (int j = 0; j < d; j++) {
          theta[j] -= Workload.ETA * (gradient[j] / (to - from) + alpha * theta[j]);
        }
        theta[d] -= Workload.ETA * (gradient[d] / (to - from));
      }
    }
    return theta;
  }

  private static void addGradient(double[] row, double target, double[] theta, double[] gradient) {
    int d = row.length;
    double z = theta[d];
    for (int j = 0; j < d; j++) {
      z += theta[j] * row[j];
    }
    double delta = 1 / (1 + Math.exp(-z)) - target;
    for (int j = 0; j < d; j++) {
      gradient[j] += delta * row[j];
    }
    gradient[d] += delta;
  }

  /**
   * The order that Gradus's Trainer uses with its seed of 0, so that the weights can be compared.
   */
  private void arrange(int epoch) {
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    if (workload.shuffled()) {
      RandomGenerator random = new Well19937c(new int[] {0, 0, epoch});
      UpdateStrategy.stochastic().arrange(order, random);
    }
  }
}
