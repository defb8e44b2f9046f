/**
 * The few hot loops, mathematical functions with the same bits on every JVM, argument checks and files
 * that are never half written: what the other packages stand on. Not exported.
 *
 * <p>Read {@link io.github.gradusml.internal.DenseKernels} first, then {@link
 * io.github.gradusml.internal.ReproducibleMath}.
 */
package io.github.gradusml.internal;
