/**
 * The perceptron, activation functions and loss functions: section 1 of <a
 * href="https://medium.com/analytics-vidhya/artificial-neural-networks-an-intuitive-approach-part-2-7c60737cf332">the
 * article</a>, Perceptron learning.
 *
 * <p>Read {@link io.github.gradusml.core.Perceptron} first, then {@link
 * io.github.gradusml.core.Activation} and {@link io.github.gradusml.core.Loss}, each with its
 * formulas, then {@link io.github.gradusml.core.ComposedLoss}, which joins the two. {@link
 * io.github.gradusml.core.Model} is for those who want to train a model of their own: what lies
 * above its first products are its {@link io.github.gradusml.core.Layers}, and its {@link
 * io.github.gradusml.core.Output} turns net inputs into predictions and classes, of which there may
 * be more than two.
 *
 * <pre>{@code
 * Perceptron and = Perceptron.of(new double[] {1, 1}, -1.5, Activation.step());
 * double yes = and.predict(1, 1); // 1
 * double no = and.predict(1, 0); // 0
 * }</pre>
 */
package io.github.gradusml.core;
