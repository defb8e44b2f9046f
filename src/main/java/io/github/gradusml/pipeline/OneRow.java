package io.github.gradusml.pipeline;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.internal.Scaling;
import io.github.gradusml.internal.TermSums;
import io.github.gradusml.internal.Vectors;
import java.util.Arrays;
import java.util.List;

/**
 * The shortest way from a raw row to the net input of a linear model: standardizes and weighs in
 * one pass, without an array for the row between, and with the same bits.
 */
final class OneRow {
  private final double[] w;
  private final double b;

  /** Null where rows are taken as they are. */
  private final Scaling scaling;

  private OneRow(double[] w, double b, Scaling scaling) {
    this.w = w;
    this.b = b;
    this.scaling = scaling;
  }

  /** Null where there is more to do: other preparations, layers, several net inputs. */
  static OneRow of(FittedPreparation preparation, Model<?> model) {
    List<FittedPreparation> steps =
        preparation.steps().stream()
            .filter(step -> !(step instanceof TargetStandardizer)) // no other is sure to keep rows
            .toList();
    boolean isLinear = model.output().outputs() == 1 && model.layers(1).addOnlyBias();
    if (!isLinear || steps.size() > 1) {
      return null;
    }
    double[] theta = model.parameters();
    int d = model.features();
    double[] w = Arrays.copyOf(theta, d);
    double b = theta.length > d ? theta[d] : 0;
    if (steps.isEmpty()) {
      return new OneRow(w, b, null);
    }
    return steps.get(0) instanceof Standardizer scaler
        ? new OneRow(w, b, new Scaling(scaler.means(), scaler.scales()))
        : null;
  }

  /** Whether zeros stay zeros, so that those of a sparse row may be left out. */
  boolean takesSparse() {
    return scaling == null || scaling.keepsZeros();
  }

  /** z of a sparse row, in time proportional to its numbers; modifies {@code values}. */
  double netInput(int[] indices, double[] values) {
    if (scaling != null) {
      scaling.apply(indices, values);
    }
    for (int at = 0; at < values.length; at++) {
      values[at] *= w[indices[at]];
    }
    return TermSums.of(indices, values, 1) + b;
  }

  /** z of a row; not finite where a feature is not, or may be. */
  double netInput(double[] x) {
    double sum = scaling == null ? Vectors.dot(w, 0, x, 0, w.length) : scaling.dot(w, x);
    return sum + b;
  }
}
