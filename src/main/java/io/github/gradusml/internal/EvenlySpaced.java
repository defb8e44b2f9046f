package io.github.gradusml.internal;

import java.util.stream.IntStream;

/** A sample of many things: some of them, evenly spaced, and the same ones each time. */
public final class EvenlySpaced {
  private EvenlySpaced() {}

  /**
   * Returns the numbers of some of many.
   *
   * @param all how many there are; {@code >= 0}
   * @param most how many to take at the most; {@code >= 0}
   * @return ascending, from 0; all of them where they are few enough
   */
  public static int[] indices(int all, int most) {
    int size = Math.min(all, most);
    return IntStream.range(0, size).map(k -> (int) ((long) k * all / size)).toArray();
  }
}
