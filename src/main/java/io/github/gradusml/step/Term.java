package io.github.gradusml.step;

import io.github.gradusml.internal.Checks;

/**
 * What one input of a unit adds to its net input.
 *
 * <pre>{@code
 * value = w·x
 * }</pre>
 *
 * <p>Numbers need not be finite: of huge weights no product is.
 *
 * <p>Article: section 1, Perceptron learning: the net input is a weighted sum.
 *
 * @param name the feature, or the hidden unit below, such as {@code a1[0]}
 * @param weight w, before the step
 * @param input x
 * @param value the product, rounded as the library rounds it
 */
public record Term(String name, double weight, double input, double value) {
  /**
   * Checks the name.
   *
   * @param name the feature, or the hidden unit below
   * @param weight w
   * @param input x
   * @param value the product
   */
  public Term {
    Checks.notNull("name", name);
  }
}
