package io.github.gradusml.metric;

import io.github.gradusml.internal.Checks;

/**
 * Rows that are given about the same probability of a class, and how many of them are of it: a
 * point of a {@link ReliabilityCurve}.
 *
 * @param from the smallest probability that belongs here
 * @param to where the next bin begins; 1 belongs to the last
 * @param meanProbability p̄, the mean of the probabilities, from 0 to 1
 * @param observedShare o, the share of the rows that are of the class, from 0 to 1
 * @param standardError by how much o would scatter around p̄ if the probabilities were right
 * @param share the share of all rows that are here, in (0, 1]
 * @param rows how many rows that count are here, at least 1
 */
public record ReliabilityBin(
    double from,
    double to,
    double meanProbability,
    double observedShare,
    double standardError,
    double share,
    int rows) {
  /**
   * Checks that the numbers are shares.
   *
   * @param from from 0 to 1
   * @param to from {@code from} to 1
   * @param meanProbability from 0 to 1
   * @param observedShare from 0 to 1
   * @param standardError from 0 to 1
   * @param share from 0 to 1
   * @param rows at least 1
   * @throws IllegalArgumentException if one is not
   */
  public ReliabilityBin {
    Checks.within("from", from, 0, 1);
    Checks.within("to", to, from, 1);
    Checks.within("meanProbability", meanProbability, 0, 1);
    Checks.within("observedShare", observedShare, 0, 1);
    Checks.within("standardError", standardError, 0, 1);
    Checks.within("share", share, 0, 1);
    Checks.atLeast("rows", rows, 1);
  }
}
