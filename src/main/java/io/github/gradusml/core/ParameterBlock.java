package io.github.gradusml.core;

import io.github.gradusml.internal.Checks;

/**
 * A named run of the parameter vector θ, such as the weights or the bias.
 *
 * <p>Article: section 3, "Calculate weight size": the bias is left out of the penalty, because its
 * input is constant.
 *
 * @param name what the block holds, for instance {@code weights}
 * @param from the first index in θ
 * @param to the index after the last
 * @param penalized whether weight decay applies: true for weights, false for a bias
 */
public record ParameterBlock(String name, int from, int to, boolean penalized) {
  /**
   * Checks that the block has a name and at least one parameter.
   *
   * @param name what the block holds
   * @param from the first index in θ
   * @param to the index after the last
   * @param penalized whether weight decay applies
   */
  public ParameterBlock {
    Checks.notNull("name", name);
    Checks.atLeast("from", from, 0);
    Checks.atLeast("to", to, from + 1);
  }
}
