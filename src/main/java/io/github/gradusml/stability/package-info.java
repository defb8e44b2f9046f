/**
 * Which learning rates are stable, and what shows that one was not: section 4 of the article,
 * Effect of learning rate.
 *
 * <p>Read {@link io.github.gradusml.stability.Stability}, the largest stable rate; then {@link
 * io.github.gradusml.stability.Symptoms}, {@link io.github.gradusml.stability.Divergence} and
 * {@link io.github.gradusml.stability.Oscillation}, what goes wrong above it; then {@link
 * io.github.gradusml.stability.FeatureScales} and {@link io.github.gradusml.stability.Advice}, why
 * and what to do. {@link io.github.gradusml.stability.Descent} holds the settings that count. A
 * trainer computes the limit of its own:
 *
 * <pre>{@code
 * Optional<Stability> limit = trainer.stability(model, data);
 * }</pre>
 */
package io.github.gradusml.stability;
