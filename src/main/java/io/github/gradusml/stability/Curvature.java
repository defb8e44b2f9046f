package io.github.gradusml.stability;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Lanczos;
import io.github.gradusml.internal.Vectors;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.rows.Workspace;

/**
 * The largest curvature of an objective, λmax of its Hessian, by products with the rows alone.
 *
 * <pre>{@code
 * H·v = c/n·[X 1]ᵀ·s·([X 1]·v) + α·P·v        s weights of rows, P the identity on weights, 0 on the bias
 * }</pre>
 */
final class Curvature {
  /** Rows that go through both products while they are in the cache. */
  private static final int RUN = 64;

  private final Rows rows;

  /** Null where every row counts 1. */
  private final double[] weights;

  private final boolean biased;

  private Curvature(Model<?> model, Dataset data) {
    this.rows = data.inputs();
    this.weights = data.isWeighted() ? data.relativeWeights() : null;
    this.biased = model.parameters().length > model.layers(1).inputs() * rows.columns();
  }

  /**
   * λmax(H), or its bound from the longest row where updates look at fewer; +∞ where none is known.
   */
  static double largest(Descent descent, Model<?> model, Dataset data) {
    double c = model.output().compose(descent.loss()).curvature();
    double alpha = descent.regularizer().curvature();
    if (!model.layers(1).addOnlyBias() || Double.isInfinite(c) || Double.isInfinite(alpha)) {
      return Double.POSITIVE_INFINITY;
    }
    Curvature curvature = new Curvature(model, data);
    return descent.looksAtAll(data.rows())
        ? curvature.largestEigenvalue(c, alpha)
        : c * curvature.largestSquaredRow() + alpha;
  }

  private double largestEigenvalue(double c, double alpha) {
    int d = rows.columns();
    return Lanczos.largestEigenvalue(
        biased ? d + 1 : d,
        v -> {
          double[] product = new double[v.length];
          addProducts(v, product);
          Vectors.scale(c / rows.size(), product, 0, product.length);
          Vectors.addScaled(alpha, v, 0, product, 0, d);
          return product;
        });
  }

  /** product ← product + [X 1]ᵀ·s·([X 1]·v). */
  private void addProducts(double[] v, double[] product) {
    int d = rows.columns();
    Workspace one = Workspace.of(1);
    double[] z = new double[RUN];
    for (int from = 0; from < rows.size(); from += RUN) {
      int to = Math.min(rows.size(), from + RUN);
      rows.multiply(from, to, v, one, z);
      for (int i = 0; i < to - from; i++) {
        double weight = weights == null ? 1 : weights[from + i];
        z[i] = weight == 0 ? 0 : weight * (biased ? z[i] + v[d] : z[i]);
        if (biased) {
          product[d] += z[i];
        }
      }
      rows.addTransposed(from, to, z, one, product);
    }
  }

  private double largestSquaredRow() {
    if (weights == null) {
      return (biased ? 1 : 0) + rows.largestSquaredLength();
    }
    double largest = 0;
    for (int i = 0; i < rows.size(); i++) {
      double squares = (biased ? 1 : 0) + rows.squaredLength(i);
      largest = weights[i] == 0 ? largest : Math.max(largest, weights[i] * squares);
    }
    return largest;
  }
}
