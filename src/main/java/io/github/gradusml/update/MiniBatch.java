package io.github.gradusml.update;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Randomness;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * See {@link UpdateStrategy#miniBatch}.
 *
 * @param size the rows of an update
 */
record MiniBatch(int size) implements UpdateStrategy {
  MiniBatch {
    Checks.atLeast("size", size, 1);
  }

  @Override
  public int batchSize(int rows) {
    return Math.min(size, rows);
  }

  @Override
  public void arrange(int[] order, RandomGenerator random) {
    Randomness.shuffle(order, random);
  }

  @Override
  public String toString() {
    return "mini-batch(" + size + ")";
  }
}
