/**
 * Penalties on large weights: section 3 of the article, Weight decay.
 *
 * <p>Read {@link io.github.gradusml.regularization.Regularizer} first: it has the formulas of L1,
 * L2 and the elastic net.
 *
 * <pre>{@code
 * Regularizer both = Regularizer.elasticNet(1e-3, 0.5);
 * double penalty = both.value(new double[] {2, -1}, 0, 2); // 0.001·(0.5·3 + 0.25·5) = 0.00275
 * }</pre>
 */
package io.github.gradusml.regularization;
