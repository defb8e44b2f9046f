/**
 * Pictures, drawn by the optional XChart: the figures of the article.
 *
 * <p>Read {@link io.github.gradusml.plot.Plots} first: each of its methods is a picture. A {@link
 * io.github.gradusml.plot.Plot} is saved to a file or shown in a window.
 *
 * <pre>{@code
 * Plots.loss(result.history()).save(Path.of("target/pictures/loss.png"));
 * }</pre>
 */
package io.github.gradusml.plot;
