package io.github.gradusml.training;

import io.github.gradusml.core.Layers;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.LossOnNetInputs;
import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Products;
import io.github.gradusml.rows.Workspace;
import java.util.Arrays;

/**
 * The summed loss of some rows and its gradient, as functions of θ: the one place where rows, their
 * targets and weights, and a model's layers and output meet.
 *
 * <pre>{@code
 * Z₁ = X·W₁  →  Z = layers(Z₁)  →  Σ sᵢ·L(zᵢ, yᵢ)
 * G₁ = Xᵀ·Δ₁  ←  Δ₁, G = layers back  ←  δᵢ = sᵢ·∂L(zᵢ, yᵢ)/∂zᵢ
 * }</pre>
 *
 * <p>sᵢ is the weight of a row, usually 1; a row of weight 0 is left out, also where its loss is
 * infinite. These are sums, not means: the caller divides. Rows go through in runs that stay in the
 * cache between the two products, and are added strictly in order, so that the result does not
 * depend on how they were cut into runs.
 *
 * <p>An object keeps its buffers, and is used by one thread at a time.
 */
final class LossGradient {
  private final LossOnNetInputs loss;
  private final Layers layers;
  private final RowsAtHand rows;
  private final Workspace workspace;

  /** How many rows go through together. */
  private final int run;

  private final double[] z1;
  private final double[] z;
  private final double[] delta;
  private final double[] delta1;

  LossGradient(Model<?> model, Loss loss, RowsAtHand rows) {
    this.loss = model.output().compose(loss);
    Layers one = model.layers(1);
    int units = one.inputs();
    this.workspace = Workspace.of(units);
    this.run =
        Math.min(
            Products.rowsTogether(rows.size(), Math.max(units, one.outputs())),
            workspace.rowsTogether(model.features()));
    this.layers = model.layers(run);
    this.rows = rows;
    // Layers that only add a bias may do so in place.
    boolean inPlace = layers.addOnlyBias();
    this.z1 = new double[run * units];
    this.z = inPlace ? z1 : new double[run * layers.outputs()];
    this.delta = new double[run * layers.outputs()];
    this.delta1 = inPlace ? delta : new double[run * units];
  }

  /** That of all rows, in the order that they have. */
  static LossGradient over(Model<?> model, Loss loss, Dataset data) {
    return new LossGradient(
        model, loss, new OrderedRows(data, OrderedRows.relativeWeights(data), null, data.rows()));
  }

  /** Notes that the order of the rows has changed. */
  void reset() {
    rows.reset();
  }

  /** Returns Σ s·L over rows from … to−1. */
  double loss(int from, int to, double[] theta) {
    double sum = 0;
    int start = from;
    while (start < to) {
      int n = netInputs(start, to, theta);
      sum = addLosses(start, n, sum);
      start += n;
    }
    return sum;
  }

  /**
   * Sets {@code gradient} to ∇Σ s·L over rows from … to−1.
   *
   * @param limit rows from there on need not be fetched with these
   * @param withLoss whether the loss is wanted too
   * @return Σ s·L, or NaN unless it is
   */
  double gradient(
      int from, int to, int limit, double[] theta, double[] gradient, boolean withLoss) {
    rows.fetch(from, limit); // how many columns are at hand is known from then on
    Arrays.fill(gradient, above(), gradient.length, 0);
    double sum = withLoss ? 0 : Double.NaN;
    int start = from;
    while (start < to) {
      rows.fetch(start, limit);
      int n = netInputs(start, to, theta);
      if (withLoss) {
        sum = addLossesAndSlopes(start, n, sum);
      } else {
        slopes(start, n);
      }
      weigh(start, n);
      layers.backward(delta, n, theta, above(), delta1, gradient);
      int first = start + rows.shift();
      if (start == from) {
        rows.rows().setTransposed(first, first + n, delta1, workspace, gradient);
      } else {
        rows.rows().addTransposed(first, first + n, delta1, workspace, gradient);
      }
      start += n;
    }
    return sum;
  }

  /** Where in θ the parameters above the weights of the rows at hand begin. */
  private int above() {
    return rows.rows().columns() * layers.inputs();
  }

  /** Computes z of a run of rows; returns how many they are. */
  private int netInputs(int start, int to, double[] theta) {
    int n = Math.min(run, rows.fetch(start, to) - start);
    int first = start + rows.shift();
    rows.rows().multiply(first, first + n, theta, workspace, z1);
    leaveOut(start, n);
    layers.forward(z1, n, theta, above(), z);
    return n;
  }

  /**
   * Makes zeros of what rows of weight 0 bring: what they make of a hidden layer meets δ = 0, and
   * 0·∞ would not be 0.
   */
  private void leaveOut(int start, int n) {
    double[] weights = rows.weights();
    if (weights == null) {
      return;
    }
    int at = start - rows.first();
    int units = layers.inputs();
    for (int i = 0; i < n; i++) {
      if (weights[at + i] == 0) {
        Arrays.fill(z1, i * units, (i + 1) * units, 0);
      }
    }
  }

  private double addLosses(int start, int n, double before) {
    int at = start - rows.first();
    double[] y = rows.y();
    double[] weights = rows.weights();
    double sum = before;
    for (int i = 0; i < n; i++) {
      double weight = weights == null ? 1 : weights[at + i];
      if (weight != 0) {
        sum += weight * loss.value(z, i, y[at + i]);
      }
    }
    return sum;
  }

  private double addLossesAndSlopes(int start, int n, double before) {
    int at = start - rows.first();
    double[] y = rows.y();
    double[] weights = rows.weights();
    double sum = before;
    for (int i = 0; i < n; i++) {
      double weight = weights == null ? 1 : weights[at + i];
      double value = loss.valueAndSlope(z, i, y[at + i], delta);
      if (weight != 0) {
        sum += weight * value;
      }
    }
    return sum;
  }

  private void slopes(int start, int n) {
    int at = start - rows.first();
    double[] y = rows.y();
    for (int i = 0; i < n; i++) {
      loss.slope(z, i, y[at + i], delta);
    }
  }

  /** δᵢ ← sᵢ·δᵢ. */
  private void weigh(int start, int n) {
    double[] weights = rows.weights();
    if (weights == null) {
      return;
    }
    int at = start - rows.first();
    int k = layers.outputs();
    for (int i = 0; i < n * k; i++) {
      double weight = weights[at + i / k];
      delta[i] = weight == 0 ? 0 : weight * delta[i];
    }
  }
}
