package io.github.gradusml.data;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.DistinctNumbers;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** Targets that stand for classes: which there are, how many rows of each, and other numbers. */
final class ClassTargets {
  private ClassTargets() {}

  /**
   * The different targets, or three of them if there are more; a pass that costs next to nothing.
   *
   * @param weights rows of weight 0 are passed over; null where every row counts
   */
  static double[] kinds(double[] y, double[] weights) {
    int i = 0;
    while (weights != null && weights[i] == 0) {
      i++;
    }
    double one = y[i];
    double other = one;
    for (; i < y.length; i++) {
      double target = y[i];
      // Not "target != one && …", a branch that no processor can predict.
      boolean isNew = Math.min(Math.abs(target - one), Math.abs(target - other)) != 0;
      if (isNew && (weights == null || weights[i] > 0)) {
        if (other != one) {
          return sorted(one, other, target);
        }
        other = target;
      }
    }
    return other == one ? new double[] {one} : sorted(one, other);
  }

  private static double[] sorted(double... kinds) {
    Arrays.sort(kinds);
    return kinds;
  }

  static boolean areTwoClasses(double[] y) {
    return Arrays.stream(y).allMatch(target -> target == 0 || target == 1)
        || Arrays.stream(y).allMatch(target -> target == -1 || target == 1);
  }

  static SortedMap<Double, Integer> counts(double[] y) {
    DistinctNumbers targets = DistinctNumbers.of(y.clone());
    SortedMap<Double, Integer> counts = new TreeMap<>();
    for (int k = 0; k < targets.size(); k++) {
      counts.put(targets.number(k), targets.count(k));
    }
    return counts;
  }

  static double[] oneVersusRest(double[] y, int one) {
    return Arrays.stream(y).map(target -> target == one ? 1 : 0).toArray();
  }

  /** Other numbers for targets of two kinds. */
  static double[] renamed(double[] y, double[] kinds, double negative, double positive) {
    if (!(Checks.finite("negative", negative) < Checks.finite("positive", positive))) {
      throw new IllegalArgumentException(
          "negative must be below positive, but was " + negative + " and " + positive);
    }
    if (kinds.length != 2) {
      throw new IllegalArgumentException(
          "targets must be of two kinds to be renamed, but "
              + (kinds.length == 1 ? "all are " + kinds[0] : "there are more")
              + "; selectClasses or oneVersusRest makes two of several classes");
    }
    return Arrays.stream(y).map(target -> target == kinds[1] ? positive : negative).toArray();
  }

  /** n / (k·n_c) for each row, k classes and n_c rows of its own. */
  static double[] balancedWeights(double[] y) {
    DistinctNumbers classes = DistinctNumbers.of(y.clone());
    double[] weights = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      weights[i] = y.length / ((double) classes.size() * classes.count(classes.indexOf(y[i])));
    }
    return weights;
  }
}
