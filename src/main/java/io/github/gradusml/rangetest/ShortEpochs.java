package io.github.gradusml.rangetest;

import io.github.gradusml.update.UpdateStrategy;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * The epochs of another strategy in pieces, each of some batches and an epoch of its own, so that a
 * trainer measures after each.
 *
 * <p>A piece that reaches beyond the last row is filled up with the first rows of the same epoch.
 * The object counts along, and so serves one training.
 */
final class ShortEpochs implements UpdateStrategy {
  private final UpdateStrategy strategy;
  private final int batches;
  private int[] arranged;
  private long from;

  /**
   * @param batches how many in a piece; from 1 to those of an epoch
   */
  ShortEpochs(UpdateStrategy strategy, int batches) {
    this.strategy = strategy;
    this.batches = batches;
  }

  @Override
  public int batchSize(int rows) {
    return strategy.batchSize(rows);
  }

  @Override
  public int updatesPerEpoch(int rows) {
    return batches;
  }

  @Override
  public void arrange(int[] order, RandomGenerator random) {
    int n = order.length;
    if (from == 0) {
      if (!strategy.keepsOrder()) {
        strategy.arrange(order, random);
      }
      arranged = order.clone();
    }
    for (int i = 0; i < n; i++) {
      order[i] = arranged[(int) ((from + i) % n)];
    }
    from += (long) batches * strategy.batchSize(n);
    from = from < n ? from : 0;
  }

  @Override
  public String toString() {
    return strategy + ", " + batches + " updates an epoch";
  }
}
