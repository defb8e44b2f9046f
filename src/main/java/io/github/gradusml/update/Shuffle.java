package io.github.gradusml.update;

import org.apache.commons.math3.random.RandomGenerator;

/**
 * Brings rows into a random order, each order as likely as any other.
 *
 * <p>The order is that of commons-math3's {@code MathArrays.shuffle}, which makes an object a row.
 *
 * <p>Source: R. Durstenfeld, Algorithm 235: Random permutation, Communications of the ACM 7 (1964),
 * doi:10.1145/364520.364540.
 */
final class Shuffle {
  private Shuffle() {}

  static void shuffle(int[] order, RandomGenerator random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int row = order[i];
      order[i] = order[j];
      order[j] = row;
    }
  }
}
