package io.github.gradusml.core;

/**
 * An output that the library does not have: the softmax, with its cross-entropy.
 *
 * <pre>{@code
 * pᵤ = e^(zᵤ) / Σ e^(zᵥ)        L = ln Σ e^(zᵥ) − z_y        δᵤ = pᵤ − [u = y]
 * }</pre>
 *
 * @param outputs k, one a class
 */
record SoftmaxOutput(int outputs) implements Output {
  @Override
  public void predict(double[] z, int row, double[] prediction) {
    double logOfSum = logOfSum(z, row);
    for (int u = row * outputs; u < row * outputs + outputs; u++) {
      prediction[u] = StrictMath.exp(z[u] - logOfSum);
    }
  }

  /** ln Σ e^(zᵥ), of which the largest is taken out so that nothing overflows. */
  private double logOfSum(double[] z, int row) {
    double largest = z[row * outputs + classify(z, row)];
    double sum = 0;
    for (int u = row * outputs; u < row * outputs + outputs; u++) {
      sum += StrictMath.exp(z[u] - largest);
    }
    return largest + StrictMath.log(sum);
  }

  /** Whatever the loss: the cross-entropy of the library takes no class above 1. */
  @Override
  public LossOnNetInputs compose(Loss loss) {
    return new LossOnNetInputs() {
      @Override
      public double value(double[] z, int row, double y) {
        return logOfSum(z, row) - z[row * outputs + (int) y];
      }

      @Override
      public void slope(double[] z, int row, double y, double[] delta) {
        predict(z, row, delta);
        delta[row * outputs + (int) y] -= 1;
      }

      /** That of diag(p) − p·pᵀ at p = (½, ½, 0 …). */
      @Override
      public double curvature() {
        return 0.5;
      }
    };
  }
}
