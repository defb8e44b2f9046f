package io.github.gradusml.update;

import org.apache.commons.math3.random.RandomGenerator;

/**
 * See {@link UpdateStrategy#withoutShuffling()}.
 *
 * @param strategy the strategy that is not to shuffle
 */
record InOrder(UpdateStrategy strategy) implements UpdateStrategy {
  @Override
  public int batchSize(int rows) {
    return strategy.batchSize(rows);
  }

  @Override
  public int updatesPerEpoch(int rows) {
    return strategy.updatesPerEpoch(rows);
  }

  @Override
  public void arrange(int[] order, RandomGenerator random) {}

  @Override
  public boolean keepsOrder() {
    return true;
  }

  @Override
  public boolean dropsShortBatch() {
    return strategy.dropsShortBatch();
  }

  @Override
  public String toString() {
    return strategy + " in order";
  }
}
