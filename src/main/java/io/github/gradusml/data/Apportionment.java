package io.github.gradusml.data;

import io.github.gradusml.internal.DistinctNumbers;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How many rows of each class are trained on, so that their sum is right as well.
 *
 * <p>Each class has its share to the nearest row, but neither none nor all. If the sum is more than
 * a row off, then until it is right the class that lacks most gets a row more, or the one that has
 * most too many a row less: the method of largest remainders, begun from rounded shares.
 */
final class Apportionment {
  private final int[] all;
  private final double share;
  private final int[] rows;
  private final Set<Integer> classes = new LinkedHashSet<>();

  private Apportionment(int[] all, double share) {
    this.all = all;
    this.share = share;
    this.rows = IntStream.of(all).map(n -> Split.share(n, share)).toArray();
  }

  /**
   * Apportions.
   *
   * @param order all rows in a random order: of classes that are equally far off, the one that
   *     comes first in it is the first to change
   * @return a number a class
   */
  static int[] of(Dataset data, DistinctNumbers classes, int[] order, double share) {
    int[] all = IntStream.range(0, classes.size()).map(classes::count).toArray();
    Apportionment result = new Apportionment(all, share);
    double exactly = share * data.rows();
    if (Math.abs(exactly - result.sum()) <= 1) {
      return result.rows;
    }
    IntStream.of(order).forEach(row -> result.classes.add(classes.indexOf(data.target(row))));
    int wanted = Split.share(data.rows(), share);
    result.change(wanted - result.sum(), 1);
    if (Math.abs(exactly - result.sum()) > 1) {
      result.change(wanted - result.sum(), 0);
    }
    return result.rows;
  }

  /**
   * Changes classes while some can.
   *
   * @param tooFew how many rows too few all have, or too many
   * @param least how many rows of a class each part keeps
   */
  private void change(int tooFew, int least) {
    int step = tooFew > 0 ? 1 : -1;
    int left = tooFew;
    PriorityQueue<Candidate> waiting =
        new PriorityQueue<>(
            Comparator.comparingDouble(Candidate::excess).thenComparingInt(Candidate::place));
    int place = 0;
    for (int k : classes) {
      waiting.add(new Candidate(k, excess(k, step), place++));
    }
    while (left != 0 && !waiting.isEmpty()) {
      Candidate next = waiting.remove();
      int k = next.ofClass();
      int changed = rows[k] + step;
      if (changed >= least && changed <= all[k] - least) {
        rows[k] = changed;
        left -= step;
        waiting.add(new Candidate(k, excess(k, step), next.place()));
      }
    }
  }

  private int sum() {
    return IntStream.of(rows).sum();
  }

  /** How far a class is beyond its share already, in the direction of a step. */
  private double excess(int k, int step) {
    return step * (rows[k] - share * all[k]);
  }

  /** A class that may change. */
  private record Candidate(int ofClass, double excess, int place) {}
}
