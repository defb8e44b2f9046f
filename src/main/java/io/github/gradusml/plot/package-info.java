/**
 * Pictures, as PNG or SVG: the figures of the article.
 *
 * <p>Read {@link io.github.gradusml.plot.Plots} first: each of its methods is a picture. A {@link
 * io.github.gradusml.plot.Plot} is saved to a file or shown in a window.
 *
 * <pre>{@code
 * Plots.loss(result.history()).save(Path.of("target/pictures/loss.png"));
 * }</pre>
 *
 * <p>Inside, a picture is one class, such as {@code LinePlot}: it puts lines, points and layers on
 * a {@code Chart}, which lays out axes, grid and legend, and draws on a {@code Canvas} of pixels or
 * of SVG.
 */
package io.github.gradusml.plot;
