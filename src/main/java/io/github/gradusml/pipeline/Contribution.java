package io.github.gradusml.pipeline;

import io.github.gradusml.internal.Checks;

/**
 * What one feature of a row adds to a net input: see {@link Explanation}.
 *
 * <pre>{@code
 * value = wⱼ·xⱼ′
 * }</pre>
 *
 * <p>Numbers need not be finite: of a model with huge weights no contribution is.
 *
 * @param name the name of the feature, prepared
 * @param raw x, as it was given, in the feature's own unit; NaN where the preparation made a
 *     feature of another name
 * @param prepared x′, as the model sees it
 * @param weight w, for prepared features
 * @param value the contribution
 */
public record Contribution(String name, double raw, double prepared, double weight, double value) {
  /**
   * Checks the name.
   *
   * @param name the name of the feature
   * @param raw x, or NaN
   * @param prepared x′
   * @param weight w
   * @param value the contribution
   */
  public Contribution {
    Checks.notNull("name", name);
  }
}
