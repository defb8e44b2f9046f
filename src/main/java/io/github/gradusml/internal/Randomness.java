package io.github.gradusml.internal;

import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/** Random numbers that are the same for the same seed, and what is done with them. */
public final class Randomness {
  private Randomness() {}

  /**
   * Returns a generator.
   *
   * @param seed the seed
   * @return the generator
   */
  public static RandomGenerator of(long seed) {
    return new Well19937c(seed);
  }

  /**
   * Returns a generator of its own for one of several purposes, such as the epochs of a training;
   * it costs next to nothing until it is asked for a number.
   *
   * @param seed the seed
   * @param purpose a number for the purpose
   * @return the generator
   */
  public static RandomGenerator of(long seed, int purpose) {
    int[] numbers = {(int) (seed >>> 32), (int) seed, purpose};
    return new LateGenerator(() -> new Well19937c(numbers));
  }

  /**
   * Brings numbers into a random order, each order as likely as any other: that of commons-math3's
   * {@code MathArrays.shuffle}, which makes an object a number. (R. Durstenfeld, Algorithm 235:
   * Random permutation, Communications of the ACM 7, 1964, doi:10.1145/364520.364540.)
   *
   * @param order the numbers; shuffled in place
   * @param random the generator
   */
  public static void shuffle(int[] order, RandomGenerator random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int row = order[i];
      order[i] = order[j];
      order[j] = row;
    }
  }

  /**
   * Returns the numbers 0 … n−1, shuffled.
   *
   * @param n how many
   * @param random the generator
   * @return a new array
   */
  public static int[] permutation(int n, RandomGenerator random) {
    int[] order = IntStream.range(0, n).toArray();
    shuffle(order, random);
    return order;
  }
}
