package io.github.gradusml.internal;

/** Sums of the terms of a net input, added up as a layer adds up its products. */
public final class TermSums {
  private TermSums() {}

  /**
   * Returns the sum of the terms of some columns, to the last bit what a layer makes of them; the
   * terms of the others are 0.
   *
   * @param columns j, ascending
   * @param terms wⱼ·xⱼ, one of each
   * @param units how many units the layer has: one adds up as {@link Vectors} says, several input
   *     after input, as {@link Products}
   * @return Σⱼ wⱼ·xⱼ
   */
  public static double of(int[] columns, double[] terms, int units) {
    return units == 1 ? interleaved(columns, terms) : inOrder(terms);
  }

  private static double interleaved(int[] columns, double[] terms) {
    double[] sums = new double[4];
    for (int at = 0; at < terms.length; at++) {
      sums[columns[at] & 3] += terms[at];
    }
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
  }

  private static double inOrder(double[] terms) {
    double sum = 0;
    for (double term : terms) {
      sum += term;
    }
    return sum;
  }
}
