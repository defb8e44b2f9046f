package io.github.gradusml.network;

import io.github.gradusml.core.Activation;

/** The units of a hidden layer at work: their net inputs, outputs and slopes for some rows. */
final class HiddenUnits {
  final int units;

  /** Net inputs, row after row. */
  final double[] z;

  /** Outputs, a = φ(z). */
  final double[] a;

  /** Slopes of the loss with respect to z. */
  final double[] delta;

  private final Activation activation;

  HiddenUnits(HiddenLayer layer, int rows) {
    this.units = layer.units();
    this.activation = layer.activation();
    this.z = new double[rows * units];
    this.a = new double[z.length];
    this.delta = new double[z.length];
  }

  /** a ← φ(z). */
  void activate(int rows) {
    for (int i = 0; i < rows * units; i++) {
      a[i] = activation.value(z[i]);
    }
  }

  /** δ ← δ ∘ φ′(z). */
  void multiplyByDerivatives(double[] slopes, int rows) {
    for (int i = 0; i < rows * units; i++) {
      slopes[i] *= activation.derivative(z[i]);
    }
  }
}
