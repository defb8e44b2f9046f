/**
 * Which learning rates are stable, what shows that one was not, and whether there is a line to be
 * found: section 4 of the article, Effect of learning rate, and section 1, Perceptron learning.
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
 *
 * <p>{@link io.github.gradusml.stability.Separability} says whether there is a line to be found at
 * all, and proves it. Behind it, {@code SeparabilitySearch} asks {@code MinimumNorm}, which is
 * Wolfe's method on a {@code Corral} of rows, in the units of a {@code Frame}; {@code ExactMargin}
 * and {@code Certificate} check what comes out.
 *
 * <pre>{@code
 * Separability said = Separability.of(data);
 * String why = said.explanation(); // "no line separates the classes: …"
 * }</pre>
 */
package io.github.gradusml.stability;
