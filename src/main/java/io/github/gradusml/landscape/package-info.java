/**
 * The objective as a landscape: paths of descent on it, its surface over two parameters, and slices
 * through it for any model. Article: section 2, Ways to update weights.
 *
 * <p>Read {@link io.github.gradusml.landscape.PathRecorder} first: it listens to a training and
 * gives its {@link io.github.gradusml.landscape.DescentPath}. {@link
 * io.github.gradusml.landscape.LossSurface} is the ground that the path goes over, where there are
 * two parameters, and {@link io.github.gradusml.landscape.LossSlice} a walk straight through it,
 * where there are more. {@code Plane} says which two parameters are meant, {@code SurfaceGrid}
 * computes the heights and {@code Lowest} searches for the minimum.
 *
 * <pre>{@code
 * Objective objective = Objective.of(trainer, start, data);
 * PathRecorder recorder = PathRecorder.from(objective, start);
 * trainer.withHistory(HistoryDetail.UPDATE).withListener(recorder).fit(start, data);
 * LossSurface surface = LossSurface.of(objective, recorder.path());
 * }</pre>
 */
package io.github.gradusml.landscape;
