package io.github.gradusml.landscape;

/**
 * A place on a {@link LossSurface}.
 *
 * <p>Article: section 2, Ways to update weights.
 *
 * @param x the parameter that lies across
 * @param y the parameter that goes up
 * @param height the objective there
 */
public record SurfacePoint(double x, double y, double height) {}
