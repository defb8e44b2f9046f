package io.github.gradusml.step;

import io.github.gradusml.internal.Checks;
import java.util.List;

/**
 * One unit in one step: what a row makes of it on the way forwards, and what comes back.
 *
 * <pre>{@code
 * z = Σⱼ wⱼ·xⱼ + b        a = φ(z)        δ = ∂L/∂z
 * }</pre>
 *
 * <p>A perceptron is one unit, and so is each class of a softmax and each unit of a hidden layer.
 * Of the layers of a model that is somebody's own only the first products are known: its units have
 * neither a bias nor an output.
 *
 * <p>Article: section 1, Perceptron learning. Symbols: w weights, x inputs, b bias, z net input, φ
 * activation, a output, δ slope of the loss.
 *
 * @param name such as {@code z}, {@code z[2]} for class 2, or {@code z1[0]} for the first unit of
 *     the first of several layers
 * @param terms one an input, in the order of the weights
 * @param sum of the terms, in the order in which the library adds: of a single unit in a layer four
 *     interleaved sums, term j in sum j mod 4, then (s₀ + s₁) + (s₂ + s₃); of several term after
 *     term
 * @param bias b; 0 where there is none
 * @param netInput z, the sum and the bias
 * @param output a, or the prediction where the unit is one of the output; NaN where it is not known
 * @param activationSlope φ′(z); NaN where the unit has no activation of its own, as with a softmax
 * @param delta δ, times the weight of the row, as the gradient is made of it
 */
public record ExplainedUnit(
    String name,
    List<Term> terms,
    double sum,
    double bias,
    double netInput,
    double output,
    double activationSlope,
    double delta) {
  /**
   * Checks the names.
   *
   * @param name such as {@code z}
   * @param terms one an input; copied
   * @param sum of the terms
   * @param bias b
   * @param netInput z
   * @param output a
   * @param activationSlope φ′(z)
   * @param delta δ
   */
  public ExplainedUnit {
    Checks.notBlank("name", name);
    terms = Checks.noneNull("terms", terms);
  }

  /** What the unit is called by when it is an input of the next layer, or a slope. */
  String named(String symbol) {
    return symbol + name.substring(1);
  }
}
