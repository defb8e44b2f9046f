package io.github.gradusml.core;

/**
 * The summed loss of some rows and its gradient, as functions of the parameters θ.
 *
 * <pre>{@code
 * loss(θ) = Σᵢ L(ŷᵢ, yᵢ)        ∇loss(θ) = Σᵢ ∂L(ŷᵢ, yᵢ)/∂θ        ŷᵢ = the model's prediction at θ
 * }</pre>
 *
 * <p>A row with a {@linkplain RowBlock#weights() weight} counts as often as that.
 *
 * <p>These are sums, not means: the caller divides by the number of rows. Rows are added to {@code
 * gradient} strictly in order, so that the result does not depend on how they were cut into blocks.
 *
 * <p>An object may keep buffers between calls: it is used by one thread at a time, which may be
 * another one next time.
 */
public interface LossGradient {
  /**
   * Returns Σ L over some rows.
   *
   * @param rows the block that holds the rows
   * @param from the first row
   * @param to the row after the last
   * @param theta the parameters; not modified
   * @return the sum of the losses
   */
  double loss(RowBlock rows, int from, int to, double[] theta);

  /**
   * Adds Σ ∂L/∂θ over some rows to {@code gradient}.
   *
   * @param rows the block that holds the rows
   * @param from the first row
   * @param to the row after the last
   * @param theta the parameters; not modified
   * @param gradient the sum so far; modified
   */
  void addGradient(RowBlock rows, int from, int to, double[] theta, double[] gradient);

  /**
   * Does both in one pass: adds Σ ∂L/∂θ to {@code gradient} and returns Σ L.
   *
   * @param rows the block that holds the rows
   * @param from the first row
   * @param to the row after the last
   * @param theta the parameters; not modified
   * @param gradient the sum so far; modified
   * @return the sum of the losses
   */
  default double addLossAndGradient(
      RowBlock rows, int from, int to, double[] theta, double[] gradient) {
    addGradient(rows, from, to, theta, gradient);
    return loss(rows, from, to, theta);
  }
}
