/**
 * What the other packages stand on: the few hot loops, mathematical functions with the same bits on
 * every JVM, argument checks, and files that are never half written. Not exported, and so free to
 * change.
 *
 * <p>Read them in this order:
 *
 * <ol>
 *   <li>{@link io.github.gradusml.internal.DenseKernels}: dot products, net inputs and gradients of
 *       many rows, each with one defined order of summation;
 *   <li>{@code EuclideanNorm}: the length of a gradient, even of one that is about to diverge;
 *   <li>{@link io.github.gradusml.internal.ReproducibleMath}: the exponential, the sigmoid and
 *       their relatives;
 *   <li>{@link io.github.gradusml.internal.Lanczos}: the largest eigenvalue, which bounds the
 *       learning rate;
 *   <li>{@link io.github.gradusml.internal.Workers}: tasks on several threads;
 *   <li>{@link io.github.gradusml.internal.Checks}, {@link io.github.gradusml.internal.SafeFile}
 *       and {@link io.github.gradusml.internal.CsvTable}, which have nothing to do with numbers.
 * </ol>
 *
 * <p>Two promises hold for the arithmetic. The same input gives the same bits on every JVM: only
 * operations that IEEE 754 defines to the last bit, in one written order, without fused
 * multiply-add. And a fast path computes what its plain definition computes, bit for bit: the tests
 * hold the two side by side. The gradient of a logistic regression over a block of rows is
 *
 * <pre>{@code
 * DenseKernels.scores(x, start, columns, rows, w, 0, bias, z, 0);
 * for (int i = 0; i < rows; i++) {
 *   z[i] = ReproducibleMath.sigmoid(z[i]) - y[i];
 * }
 * DenseKernels.addRows(x, start, columns, rows, z, 0, gradient, 0);
 * }</pre>
 */
package io.github.gradusml.internal;
