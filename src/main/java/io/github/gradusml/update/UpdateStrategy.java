package io.github.gradusml.update;

import io.github.gradusml.internal.Checks;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Which rows an update looks at: all of them, some, or one.
 *
 * <pre>{@code
 * strategy        rows per update m    updates per epoch, n rows
 * batch           n                    1
 * mini-batch      m                    n/m, rounded up
 * stochastic      1                    n
 * }</pre>
 *
 * <p>An epoch sees every row once. A strategy first arranges the rows, then cuts them into batches
 * of one size; a short last batch is kept, and averages over its own rows.
 *
 * <p>To add one of your own, implement {@link #batchSize} and, for another order, {@link #arrange}.
 *
 * <p>Article: section 2, Ways to update weights.
 */
public interface UpdateStrategy {
  /**
   * Returns the number of rows of an update.
   *
   * @param rows n, the number of rows of the data; at least 1
   * @return m, from 1 to n
   */
  int batchSize(int rows);

  /**
   * Puts the rows into the order of an epoch.
   *
   * @param order the row numbers 0 … n−1, ascending; modified
   * @param random the epoch's generator: it depends on the trainer's seed and the epoch alone
   */
  default void arrange(int[] order, RandomGenerator random) {}

  /**
   * Tells whether the rows of every epoch are in the order of the data. Then nobody asks {@link
   * #arrange}, and nothing need remember an order.
   *
   * @return false unless the strategy says otherwise
   */
  default boolean keepsOrder() {
    return false;
  }

  /**
   * Tells whether the last batch of an epoch is left out when it is short.
   *
   * @return false unless the strategy says otherwise
   */
  default boolean dropsShortBatch() {
    return false;
  }

  /**
   * Returns the number of updates of an epoch.
   *
   * @param rows n, the number of rows of the data; at least 1
   * @return at least 1
   * @throws IllegalArgumentException if {@code rows < 1}, or {@link #batchSize} is not at least 1
   */
  default int updatesPerEpoch(int rows) {
    int size = batchSize(Checks.atLeast("rows", rows, 1));
    if (size < 1) {
      throw new IllegalArgumentException(
          "batchSize must be from 1 to the number of rows, "
              + rows
              + ", but "
              + this
              + " gave "
              + size);
    }
    return dropsShortBatch() ? rows / size : (rows - 1) / size + 1;
  }

  /**
   * Returns the same strategy with the rows in the order of the data, never shuffled.
   *
   * @return the strategy, in order
   */
  default UpdateStrategy withoutShuffling() {
    return new InOrder(this);
  }

  /**
   * Returns the same strategy without a short last batch, so that every update averages over the
   * same number of rows. When shuffled, other rows are left out in every epoch.
   *
   * @return the strategy, with full batches only
   */
  default UpdateStrategy withoutShortBatch() {
    return new FullBatchesOnly(this);
  }

  /**
   * All rows in one update, in the order of the data.
   *
   * @return the strategy
   */
  static UpdateStrategy batch() {
    return new Batch();
  }

  /**
   * Some rows an update, shuffled anew in every epoch.
   *
   * <pre>{@code
   * ∇J ≈ 1/m · Σ ∇Lᵢ over the m rows of the batch
   * }</pre>
   *
   * @param size m, the rows of an update; at least 1. Where the data have fewer rows, an update
   *     takes them all.
   * @return the strategy
   * @throws IllegalArgumentException if {@code size < 1}
   */
  static UpdateStrategy miniBatch(int size) {
    return new MiniBatch(size);
  }

  /**
   * One row an update, shuffled anew in every epoch: stochastic gradient descent. In order, it is
   * online learning.
   *
   * <pre>{@code
   * ∇J ≈ ∇Lᵢ
   * }</pre>
   *
   * @return the strategy
   */
  static UpdateStrategy stochastic() {
    return new Stochastic();
  }
}
