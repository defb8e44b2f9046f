package io.github.gradusml.update;

import org.apache.commons.math3.random.RandomGenerator;

/**
 * See {@link UpdateStrategy#withoutShortBatch()}.
 *
 * @param strategy the strategy that is to drop a short batch
 */
record FullBatchesOnly(UpdateStrategy strategy) implements UpdateStrategy {
  @Override
  public int batchSize(int rows) {
    return strategy.batchSize(rows);
  }

  @Override
  public int updatesPerEpoch(int rows) {
    return Math.min(strategy.updatesPerEpoch(rows), rows / strategy.batchSize(rows));
  }

  @Override
  public void arrange(int[] order, RandomGenerator random) {
    strategy.arrange(order, random);
  }

  @Override
  public boolean keepsOrder() {
    return strategy.keepsOrder();
  }

  @Override
  public boolean dropsShortBatch() {
    return true;
  }

  @Override
  public String toString() {
    return strategy + " dropping a short batch";
  }
}
