/**
 * Update rules: how a gradient becomes a step; between sections 2 and 4 of the article.
 *
 * <p>Read {@link io.github.gradusml.optimizer.Optimizer} first, then {@code GradientDescent} in the
 * source: it is one line.
 *
 * <pre>{@code
 * double[] theta = {1};
 * double[] gradient = {2};
 * Optimizer.gradientDescent().step(theta, gradient, 0.1, new double[0][], 1);
 * // theta is now {0.8}
 * }</pre>
 */
package io.github.gradusml.optimizer;
