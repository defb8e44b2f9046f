/**
 * What the other packages stand on: sums in one defined order, mathematical functions with the same
 * bits on every JVM, argument checks, and files that are never half written. Not exported, and so
 * free to change.
 *
 * <p>Read them in this order:
 *
 * <ol>
 *   <li>{@link io.github.gradusml.internal.Vectors}: dot products and multiples of stretches of
 *       numbers, and {@code EuclideanNorm}, the length of a gradient, even of one that is about to
 *       diverge;
 *   <li>{@link io.github.gradusml.internal.Products}: the three products of a layer, by {@code
 *       OneUnit} or as sums of {@code Stripes};
 *   <li>{@link io.github.gradusml.internal.ReproducibleMath}: the exponential, the sigmoid and
 *       their relatives;
 *   <li>{@link io.github.gradusml.internal.Randomness}: seeds and shuffling;
 *   <li>{@link io.github.gradusml.internal.DistinctNumbers} and {@link
 *       io.github.gradusml.internal.Ordering}: classes and ranks, without an object a number;
 *   <li>{@link io.github.gradusml.internal.Lanczos}: the largest eigenvalue, which bounds the
 *       learning rate;
 *   <li>{@link io.github.gradusml.internal.Workers} and {@link
 *       io.github.gradusml.internal.ThreadPool}: tasks on one thread or several;
 *   <li>{@link io.github.gradusml.internal.Checks}, {@link io.github.gradusml.internal.Range},
 *       {@link io.github.gradusml.internal.Texts}, {@link io.github.gradusml.internal.Progress},
 *       {@link io.github.gradusml.internal.SafeFile} and {@link
 *       io.github.gradusml.internal.CsvTable}, which have nothing to do with numbers in bulk.
 * </ol>
 *
 * <p>Two promises hold for the arithmetic. The same input gives the same bits on every JVM: only
 * operations that IEEE 754 defines to the last bit, in one written order, without fused
 * multiply-add. And a fast path computes what its plain definition computes, bit for bit: the tests
 * hold the two side by side. A sigmoid of a net input is
 *
 * <pre>{@code
 * double probability = ReproducibleMath.sigmoid(Vectors.dot(w, 0, x, 0, w.length));
 * }</pre>
 */
package io.github.gradusml.internal;
