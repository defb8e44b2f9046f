package io.github.gradusml.data;

import io.github.gradusml.core.Model;

/**
 * A number that says how well a model does on some rows.
 *
 * <p>The methods of {@link Metrics} are metrics, for instance {@code Metrics::accuracy}; a lambda
 * is one of your own.
 */
@FunctionalInterface
public interface Metric {
  /**
   * Measures a model.
   *
   * @param model the model
   * @param data the rows
   * @return the number
   */
  double of(Model<?> model, Dataset data);
}
