package io.github.gradusml.update;

import io.github.gradusml.internal.Randomness;
import org.apache.commons.math3.random.RandomGenerator;

/** See {@link UpdateStrategy#stochastic()}. */
record Stochastic() implements UpdateStrategy {
  @Override
  public int batchSize(int rows) {
    return 1;
  }

  @Override
  public void arrange(int[] order, RandomGenerator random) {
    Randomness.shuffle(order, random);
  }

  @Override
  public String toString() {
    return "stochastic";
  }
}
