package io.github.gradusml.step;

/**
 * What a step lowers, measured on its own rows.
 *
 * <pre>{@code
 * J = 1/m · Σ sᵢ·L(ŷᵢ, yᵢ) + R(w)
 * }</pre>
 *
 * <p>Article: section 3, Weight decay. Symbols: J objective, m rows, s weight of a row, L loss, R
 * penalty.
 *
 * @param meanLoss the mean loss of the rows of the step; NaN or ∞ where it overflows
 * @param penalty R(w), of all weights
 */
public record StepObjective(double meanLoss, double penalty) {
  /**
   * Returns the sum of both.
   *
   * @return J
   */
  public double objective() {
    return meanLoss + penalty;
  }
}
