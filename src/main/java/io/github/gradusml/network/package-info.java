/**
 * Networks: layers of perceptrons, and softmax regression, which is a network without hidden
 * layers; section 3 of the article, which advises a larger network with weight decay.
 *
 * <p>Read {@link io.github.gradusml.network.Network} first, then {@link
 * io.github.gradusml.network.Architecture}, what it is made of, and {@link
 * io.github.gradusml.network.Initialization}, where its weights begin. {@code BackPropagation} is
 * the chain rule, on one screen.
 *
 * <pre>{@code
 * Network softmax = Network.of(4, Output.softmax(3)).zeros();
 * Network deep = Network.of(4, Output.softmax(3)).withHidden(16, Activation.tanh()).random(42);
 * }</pre>
 */
package io.github.gradusml.network;
