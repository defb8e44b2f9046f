package io.github.gradusml.pipeline;

import io.github.gradusml.core.Model;
import io.github.gradusml.internal.TermSums;
import io.github.gradusml.rows.Rows;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The terms of which a net input of a linear model is the sum, added up as the model does it: one a
 * prepared feature, or, of a sparse row, one for each that is not 0.
 *
 * @param columns j, ascending
 * @param prepared xⱼ′
 * @param weights wⱼ
 * @param values wⱼ·xⱼ′
 * @param sum of the values, in the order of the model
 * @param bias b; 0 where the model has none
 * @param netInput the sum and the bias
 */
record NetInputTerms(
    int[] columns,
    double[] prepared,
    double[] weights,
    double[] values,
    double sum,
    double bias,
    double netInput) {
  static boolean exist(Model<?> model) {
    return model.layers(1).addOnlyBias();
  }

  /** Those of net input u for a prepared row. */
  static NetInputTerms of(Model<?> model, Rows row, int u) {
    int d = model.features();
    int k = model.output().outputs();
    double[] theta = model.parameters();
    int[] columns = row.isSparse() ? row.indices(0) : IntStream.range(0, d).toArray();
    double[] x = row.isSparse() ? row.values(0) : row.row(0);
    double[] w = new double[x.length];
    double[] values = new double[x.length];
    for (int at = 0; at < x.length; at++) {
      w[at] = theta[columns[at] * k + u];
      values[at] = w[at] * x[at];
    }
    double bias = theta.length > d * k ? theta[d * k + u] : 0;
    double sum = TermSums.of(columns, values, k);
    return new NetInputTerms(columns, x, w, values, sum, bias, sum + bias);
  }

  /** Of −z, to the last bit: rounding knows no sign. */
  NetInputTerms negated() {
    return with(negated(weights), negated(values), 0 - sum, 0 - bias, 0 - netInput);
  }

  private static double[] negated(double[] values) {
    return Arrays.stream(values).map(value -> 0 - value).toArray(); // 0, not -0, of 0
  }

  /** Of the difference of two net inputs; terms and sums are differences, each rounded. */
  NetInputTerms minus(NetInputTerms other) {
    double[] w = weights.clone();
    double[] differences = values.clone();
    for (int j = 0; j < w.length; j++) {
      w[j] -= other.weights[j];
      differences[j] -= other.values[j];
    }
    return with(w, differences, sum - other.sum, bias - other.bias, netInput - other.netInput);
  }

  private NetInputTerms with(double[] w, double[] terms, double sum, double bias, double z) {
    return new NetInputTerms(columns, prepared, w, terms, sum, bias, z);
  }
}
