package io.github.gradusml.network;

import io.github.gradusml.core.LossOnNetInputs;
import io.github.gradusml.data.Dataset;

/** A network by its definition, one number after the other. */
final class Literal {
  private final Architecture architecture;
  private final double[] theta;

  Literal(Architecture architecture, double[] theta) {
    this.architecture = architecture;
    this.theta = theta;
  }

  /** zₗ = Wₗᵀ·aₗ₋₁ + bₗ of a layer, from 1. */
  double[] netInputs(int layer, double[] x) {
    double[] a = layer == 1 ? x : outputs(layer - 1, x);
    int k = architecture.units(layer);
    int from = 0;
    for (int below = 1; below < layer; below++) {
      from += architecture.units(below - 1) * architecture.units(below) + architecture.units(below);
    }
    double[] z = new double[k];
    for (int u = 0; u < k; u++) {
      for (int j = 0; j < a.length; j++) {
        z[u] += a[j] * theta[from + j * k + u];
      }
      z[u] += theta[from + a.length * k + u];
    }
    return z;
  }

  /** aₗ = φₗ(zₗ) of a hidden layer. */
  double[] outputs(int layer, double[] x) {
    double[] a = netInputs(layer, x);
    for (int u = 0; u < a.length; u++) {
      a[u] = architecture.hiddenLayers().get(layer - 1).activation().value(a[u]);
    }
    return a;
  }

  /** Σ s·L / Σ s. */
  double meanLoss(LossOnNetInputs loss, Dataset data) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < data.rows(); i++) {
      double[] z = netInputs(architecture.layers(), data.row(i));
      sum += data.weight(i) * loss.value(z, 0, data.target(i));
      weights += data.weight(i);
    }
    return sum / weights;
  }
}
