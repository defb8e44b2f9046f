package io.github.gradusml.training;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.data.Dataset;
import java.util.ArrayList;
import java.util.List;

/** Gradient descent as a textbook writes it, one number after the other. */
final class TextbookOracle {
  private TextbookOracle() {}

  /** The parameters (weights, then bias) that each step starts from, and those at the end. */
  static List<double[]> trajectory(
      Dataset data,
      Cases.Pair pair,
      Cases.Penalty penalty,
      double eta,
      double[] start,
      List<int[]> orders,
      int size,
      boolean dropsShort) {
    List<double[]> trajectory = new ArrayList<>();
    int n = data.rows();
    int d = data.features();
    double[] w = start.clone();
    for (int[] order : orders) {
      for (int from = 0; from < n; from += size) {
        int m = Math.min(size, n - from);
        if (dropsShort && m < size) {
          continue;
        }
        double[] gradient = new double[d + 1];
        for (int k = from; k < from + m; k++) {
          double[] x = data.row(order[k]);
          double z = w[d];
          for (int j = 0; j < d; j++) {
            z += w[j] * x[j];
          }
          double delta = slope(pair.loss(), pair.activation(), z, data.target(order[k]));
          for (int j = 0; j < d; j++) {
            gradient[j] += delta * x[j] / m;
          }
          gradient[d] += delta / m;
        }
        for (int j = 0; j < d; j++) {
          gradient[j] += penalty.l2() * w[j];
        }
        for (int j = 0; j < d; j++) {
          w[j] *= 1 - eta * penalty.decay();
        }
        trajectory.add(w.clone());
        for (int j = 0; j <= d; j++) {
          w[j] -= eta * gradient[j];
        }
        for (int j = 0; j < d; j++) {
          w[j] = Math.signum(w[j]) * Math.max(Math.abs(w[j]) - eta * penalty.l1(), 0);
        }
      }
    }
    trajectory.add(w);
    return trajectory;
  }

  /** The chain rule, literally; a threshold is left out, as the losses of the margin have it. */
  private static double slope(Loss loss, Activation phi, double z, double y) {
    return phi.isThreshold()
        ? loss.derivative(z, y)
        : loss.derivative(phi.value(z), y) * phi.derivative(z);
  }
}
