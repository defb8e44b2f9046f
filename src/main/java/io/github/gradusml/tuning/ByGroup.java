package io.github.gradusml.tuning;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.DistinctNumbers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Rows dealt group by group, so that no group is in two folds: the largest group that is left goes
 * to the fold that has the fewest rows.
 *
 * <p>Source: R. Graham, Bounds on multiprocessing timing anomalies, SIAM Journal on Applied
 * Mathematics 17 (1969), doi:10.1137/0117039: no fold is more than a third larger than it must be.
 */
final class ByGroup implements Dealing {
  private final double[] groups;

  private ByGroup(double[] groups) {
    this.groups = groups;
  }

  static ByGroup of(int folds, double[] groups) {
    double[] copy = Checks.notNull("groups", groups).clone();
    for (int i = 0; i < copy.length; i++) {
      Checks.finite("groups[" + i + "]", copy[i]);
    }
    checkKinds(folds, copy);
    return new ByGroup(copy);
  }

  private static void checkKinds(int folds, double... groups) {
    int kinds = groups.length == 0 ? 0 : DistinctNumbers.of(groups.clone()).size();
    if (kinds < folds) {
      throw new IllegalArgumentException(
          "folds must be at most the number of groups, " + kinds + ", but was " + folds);
    }
  }

  @Override
  public Dealing of(int... rows) {
    return new ByGroup(IntStream.of(rows).mapToDouble(row -> groups[row]).toArray());
  }

  @Override
  public void check(Dataset data, int folds) {
    if (groups.length != data.rows()) {
      throw new IllegalArgumentException(
          "groups must be as many as there are rows, "
              + data.rows()
              + ", but were "
              + groups.length);
    }
    checkKinds(folds, groups);
  }

  @Override
  public int[][] deal(Dataset data, int folds, int[] order) {
    DistinctNumbers kinds = DistinctNumbers.of(groups.clone());
    int[] foldOf = new int[kinds.size()];
    int[] size = new int[folds];
    for (int g : largestFirst(kinds, order)) {
      int smallest = 0;
      for (int k = 1; k < folds; k++) {
        smallest = size[k] < size[smallest] ? k : smallest;
      }
      foldOf[g] = smallest;
      size[smallest] += kinds.count(g);
    }
    int[][] heldOut = IntStream.of(size).mapToObj(int[]::new).toArray(int[][]::new);
    int[] next = new int[folds];
    for (int i = 0; i < groups.length; i++) {
      int k = foldOf[kinds.indexOf(groups[i])];
      heldOut[k][next[k]++] = i;
    }
    return heldOut;
  }

  /** Groups of the same size in a random order. */
  private int[] largestFirst(DistinctNumbers kinds, int[] order) {
    return Arrays.stream(order)
        .map(row -> kinds.indexOf(groups[row]))
        .distinct()
        .boxed()
        .sorted(Comparator.comparingInt(g -> -kinds.count(g)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Override
  public boolean isByGroup() {
    return true;
  }

  @Override
  public String toString() {
    return "by group";
  }
}
