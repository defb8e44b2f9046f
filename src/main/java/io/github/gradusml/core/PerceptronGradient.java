package io.github.gradusml.core;

import io.github.gradusml.internal.DenseKernels;

/**
 * The gradient of a perceptron's loss.
 *
 * <pre>{@code
 * zᵢ = w·xᵢ + b        δᵢ = sᵢ·∂L(φ(zᵢ), yᵢ)/∂zᵢ        ∂/∂w = Σ δᵢ·xᵢ        ∂/∂b = Σ δᵢ
 * }</pre>
 *
 * <p>sᵢ is the weight of a row, usually 1. Rows go through in runs that stay in the cache between
 * the two passes over them: net inputs first, then the sums.
 */
final class PerceptronGradient implements LossGradient {
  /** Rows in a run: 64 rows of 784 features are 400 kB, the size of a second-level cache. */
  private static final int RUN = 64;

  private final int d;
  private final ComposedLoss loss;
  private final double[] z = new double[RUN];
  private final double[] delta = new double[RUN];

  PerceptronGradient(int features, ComposedLoss loss) {
    this.d = features;
    this.loss = loss;
  }

  @Override
  public double loss(RowBlock rows, int from, int to, double[] theta) {
    double sum = 0;
    for (int start = from; start < to; start += RUN) {
      int n = Math.min(RUN, to - start);
      netInputs(rows, start, n, theta);
      sum = addLosses(rows, start, n, sum);
    }
    return sum;
  }

  @Override
  public void addGradient(RowBlock rows, int from, int to, double[] theta, double[] gradient) {
    for (int start = from; start < to; start += RUN) {
      int n = Math.min(RUN, to - start);
      netInputs(rows, start, n, theta);
      addSlopes(rows, start, n, gradient);
    }
  }

  @Override
  public double addLossAndGradient(
      RowBlock rows, int from, int to, double[] theta, double[] gradient) {
    double sum = 0;
    for (int start = from; start < to; start += RUN) {
      int n = Math.min(RUN, to - start);
      netInputs(rows, start, n, theta);
      sum = addLosses(rows, start, n, sum);
      addSlopes(rows, start, n, gradient);
    }
    return sum;
  }

  private void netInputs(RowBlock rows, int start, int n, double[] theta) {
    DenseKernels.scores(rows.x(), start * d, d, n, theta, 0, theta[d], z, 0);
  }

  private double addLosses(RowBlock rows, int start, int n, double sum) {
    double[] weights = rows.weights();
    for (int i = 0; i < n; i++) {
      double value = loss.value(z[i], rows.y()[start + i]);
      sum += weights == null ? value : weights[start + i] * value;
    }
    return sum;
  }

  private void addSlopes(RowBlock rows, int start, int n, double[] gradient) {
    double biasSlope = gradient[d];
    for (int i = 0; i < n; i++) {
      delta[i] = loss.derivative(z[i], rows.y()[start + i]);
    }
    if (rows.weights() != null) {
      for (int i = 0; i < n; i++) {
        delta[i] *= rows.weights()[start + i];
      }
    }
    for (int i = 0; i < n; i++) {
      biasSlope += delta[i];
    }
    gradient[d] = biasSlope;
    DenseKernels.addRows(rows.x(), start * d, d, n, delta, 0, gradient, 0);
  }
}
