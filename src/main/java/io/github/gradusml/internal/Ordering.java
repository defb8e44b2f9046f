package io.github.gradusml.internal;

import java.util.Arrays;

/**
 * The order of numbers, by a merge sort of their indices: no object a number, as Java's would make.
 */
public final class Ordering {
  private Ordering() {}

  /**
   * Returns the indices of numbers in ascending order of these.
   *
   * @param keys the numbers, in the order of {@link Double#compare}: NaN comes last
   * @return the indices, of equal numbers the smaller one first
   */
  public static int[] ascending(double[] keys) {
    int n = keys.length;
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    int[] other = new int[n];
    for (long width = 1; width < n; width *= 2) {
      for (long from = 0; from < n; from += 2 * width) {
        int middle = (int) Math.min(n, from + width);
        merge(keys, order, (int) from, middle, (int) Math.min(n, from + 2 * width), other);
      }
      int[] merged = other;
      other = order;
      order = merged;
    }
    return order;
  }

  /** Merges two sorted runs that lie side by side. */
  private static void merge(double[] keys, int[] runs, int from, int middle, int to, int[] merged) {
    int left = from;
    int right = middle;
    for (int k = from; k < to; k++) {
      boolean takeLeft =
          right == to || left < middle && Double.compare(keys[runs[left]], keys[runs[right]]) <= 0;
      merged[k] = takeLeft ? runs[left++] : runs[right++];
    }
  }
}
