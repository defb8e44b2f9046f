package io.github.gradusml.internal;

import java.util.Arrays;

/**
 * The different numbers among some, ascending, and how often each occurs: classes, where targets
 * stand for them. −0.0 is 0.0.
 *
 * <p>It takes a sort, and no object a number.
 */
public final class DistinctNumbers {
  private final double[] distinct;
  private final int[] counts;

  private DistinctNumbers(double[] distinct, int[] counts) {
    this.distinct = distinct;
    this.counts = counts;
  }

  /**
   * Finds them.
   *
   * @param numbers at least one, no NaN; sorted in place
   * @return those that differ
   */
  public static DistinctNumbers of(double[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] += 0.0; // −0.0 + 0.0 is 0.0
    }
    Arrays.sort(numbers);
    int size = 1;
    for (int i = 1; i < numbers.length; i++) {
      size += numbers[i] == numbers[i - 1] ? 0 : 1;
    }
    double[] distinct = new double[size];
    int[] counts = new int[size];
    int k = 0;
    for (int i = 0; i < numbers.length; i++) {
      k += i == 0 || numbers[i] == numbers[i - 1] ? 0 : 1;
      distinct[k] = numbers[i];
      counts[k]++;
    }
    return new DistinctNumbers(distinct, counts);
  }

  /**
   * Returns how many there are.
   *
   * @return k, at least 1
   */
  public int size() {
    return distinct.length;
  }

  /**
   * Returns one of them.
   *
   * @param index from 0 to k−1
   * @return the number; the larger the index, the larger
   */
  public double number(int index) {
    return distinct[index];
  }

  /**
   * Returns how often one of them occurs.
   *
   * @param index from 0 to k−1
   * @return at least 1
   */
  public int count(int index) {
    return counts[index];
  }

  /**
   * Finds one of them.
   *
   * @param number the number
   * @return its index, from 0 to k−1; negative if it is none of them
   */
  public int indexOf(double number) {
    return Arrays.binarySearch(distinct, number + 0.0);
  }
}
