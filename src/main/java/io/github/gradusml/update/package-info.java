/**
 * Batch, mini-batch and stochastic updates: section 2 of the article, Ways to update weights.
 *
 * <p>Read {@link io.github.gradusml.update.UpdateStrategy} first. A strategy says which rows an
 * update looks at; how the step is made of their gradient is the {@code optimizer}'s matter, and
 * how long it is, the {@code rate}'s.
 *
 * <pre>{@code
 * UpdateStrategy strategy = UpdateStrategy.miniBatch(32);
 * int updates = strategy.updatesPerEpoch(569); // 18: 17 batches of 32 and one of 25
 * }</pre>
 */
package io.github.gradusml.update;
