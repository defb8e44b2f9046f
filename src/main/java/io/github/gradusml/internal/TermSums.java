package io.github.gradusml.internal;

import java.util.Arrays;

/** Sums of the terms of a net input, added up as a layer adds up its products. */
public final class TermSums {
  private TermSums() {}

  /**
   * Returns the sum of the terms, to the last bit what a layer makes of them.
   *
   * @param terms wⱼ·xⱼ
   * @param units how many units the layer has: one adds up as {@link Vectors} says, several input
   *     after input, as {@link Products}
   * @return Σⱼ wⱼ·xⱼ
   */
  public static double of(double[] terms, int units) {
    return units == 1 ? interleaved(terms) : inOrder(terms);
  }

  /** Times 1 changes no digit. */
  private static double interleaved(double[] terms) {
    double[] ones = new double[terms.length];
    Arrays.fill(ones, 1);
    return Vectors.dot(terms, 0, ones, 0, terms.length);
  }

  private static double inOrder(double[] terms) {
    double sum = 0;
    for (double term : terms) {
      sum += term;
    }
    return sum;
  }
}
