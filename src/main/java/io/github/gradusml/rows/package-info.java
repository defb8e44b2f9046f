/**
 * How features lie in memory, and the few products that training needs of them.
 *
 * <p>Read {@link io.github.gradusml.rows.Rows}: its two products, by W₁ and by Δ, are all that a
 * gradient asks of the data. Behind it lie {@code DenseRows}, {@code SparseRows}, {@code TextRows}
 * (texts that are no numbers yet) and, in {@code internal}, the hot loops of {@code Products}, each
 * with one defined order of summation. A user meets rows where many are predicted at a time:
 *
 * <pre>{@code
 * int[] classes = model.classify(data.inputs());
 * }</pre>
 *
 * <p>{@link io.github.gradusml.rows.Start} is what makes a model once it is known how many columns
 * there are.
 *
 * <p>Sparse rows are made by a {@link io.github.gradusml.rows.SparseRowsBuilder}. Trained on one by
 * one they go through {@code SparseSteps}, in batches as {@link
 * io.github.gradusml.rows.TouchedColumns}; weights whose columns no row has are {@link
 * io.github.gradusml.rows.RestingWeights}.
 *
 * <p>The gradient of a whole training batch is {@code multiply}, the slopes of the loss, and {@code
 * setTransposed}; a fast path computes what its plain definition computes, bit for bit.
 */
package io.github.gradusml.rows;
