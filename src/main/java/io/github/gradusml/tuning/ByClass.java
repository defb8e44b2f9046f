package io.github.gradusml.tuning;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Split;
import io.github.gradusml.internal.DistinctNumbers;
import io.github.gradusml.internal.Texts;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Rows dealt class by class, the largest class first: what the targets of the classes are has no
 * influence, only which rows share one.
 */
record ByClass() implements Dealing {
  private static void check(Dataset data, DistinctNumbers classes, int folds) {
    for (int k = 0; k < classes.size(); k++) {
      int count = classes.count(k);
      if (count < folds) {
        throw new IllegalArgumentException(
            "stratified folds must be at most the rows of every class, but were "
                + folds
                + ", and target "
                + data.targetText(classes.number(k))
                + " has "
                + Texts.count(count, "row")
                + "; for targets that are no classes, use CrossValidation.kFold");
      }
    }
  }

  @Override
  public int[][] deal(Dataset data, int folds, int[] order) {
    DistinctNumbers classes = DistinctNumbers.of(data.targets());
    check(data, classes, folds);
    int[] next = new int[classes.size()];
    int before = 0;
    for (int k : largestFirst(data, classes)) {
      next[k] = before;
      before += classes.count(k);
    }
    int[] sorted = new int[order.length];
    for (int row : order) {
      sorted[next[classes.indexOf(data.target(row))]++] = row;
    }
    return Dealing.likeCards(sorted, folds);
  }

  /** Of classes of the same size, the one that has the first row of the data. */
  private static int[] largestFirst(Dataset data, DistinctNumbers classes) {
    int[] first = new int[classes.size()];
    for (int i = data.rows() - 1; i >= 0; i--) {
      first[classes.indexOf(data.target(i))] = i;
    }
    return IntStream.range(0, first.length)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(k -> -classes.count(k))
                .thenComparingInt(k -> first[k]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Override
  public Split stopping(Dataset rows, double share, long seed) {
    return Split.stratified(rows, 1 - share, seed);
  }

  @Override
  public boolean isByClass() {
    return true;
  }

  @Override
  public String toString() {
    return "stratified";
  }
}
