package io.github.gradusml.pipeline;

import io.github.gradusml.core.Model;
import io.github.gradusml.internal.TermSums;
import java.util.Arrays;

/**
 * The terms of which a net input of a linear model is the sum, added up as the model does it.
 *
 * @param weights w, one a prepared feature
 * @param values wⱼ·xⱼ′
 * @param sum of the values, in the order of the model
 * @param bias b; 0 where the model has none
 * @param netInput the sum and the bias
 */
record NetInputTerms(double[] weights, double[] values, double sum, double bias, double netInput) {
  static boolean exist(Model<?> model) {
    return model.layers(1).addOnlyBias();
  }

  /** Those of net input u for a prepared row. */
  static NetInputTerms of(Model<?> model, double[] x, int u) {
    int d = model.features();
    int k = model.output().outputs();
    double[] theta = model.parameters();
    double[] w = new double[d];
    double[] values = new double[d];
    for (int j = 0; j < d; j++) {
      w[j] = theta[j * k + u];
      values[j] = w[j] * x[j];
    }
    double bias = theta.length > d * k ? theta[d * k + u] : 0;
    double sum = TermSums.of(values, k);
    return new NetInputTerms(w, values, sum, bias, sum + bias);
  }

  /** Of −z, to the last bit: rounding knows no sign. */
  NetInputTerms negated() {
    return new NetInputTerms(negated(weights), negated(values), 0 - sum, 0 - bias, 0 - netInput);
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
    return new NetInputTerms(
        w, differences, sum - other.sum, bias - other.bias, netInput - other.netInput);
  }
}
