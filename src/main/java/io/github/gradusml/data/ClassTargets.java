package io.github.gradusml.data;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.DistinctNumbers;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Targets that stand for classes: which there are, how many rows of each, and other numbers. */
final class ClassTargets {
  /** Of weights that are added up: billions of them do not overflow. */
  private static final int LARGEST_EXPONENT = 900;

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
    return Arrays.stream(y)
        .map(target -> (target == kinds[1] ? positive : negative) + 0.0)
        .toArray();
  }

  /** The names of two classes, from those of all. */
  static List<String> names(double[] kinds, List<String> classNames) {
    return classNames.size() > 2
            && Arrays.stream(kinds).allMatch(kind -> isClassNumber(kind, classNames.size()))
        ? Arrays.stream(kinds).mapToObj(kind -> classNames.get((int) kind)).toList()
        : classNames;
  }

  /** A target as a message has it, with the name of its class where all targets have one. */
  static String text(double target, List<String> classNames, double[] y) {
    int classes = classNames.size();
    boolean signs = classes == 2 && Arrays.stream(y).allMatch(other -> Math.abs(other) == 1);
    boolean named = signs || Arrays.stream(y).allMatch(other -> isClassNumber(other, classes));
    boolean isOne = signs ? Math.abs(target) == 1 : isClassNumber(target, classes);
    int index = signs && target < 0 ? 0 : (int) target;
    return named && isOne
        ? target + " (" + Names.quoted(classNames.get(index)) + ")"
        : Double.toString(target);
  }

  static boolean isClassNumber(double target, int classes) {
    return target >= 0 && target < classes && target == (int) target;
  }

  /**
   * w·W / (k·W_c) for each row of weight w: k classes that count, W_c the weight of its own, W of
   * all.
   *
   * @param weights null where every row counts 1
   */
  static double[] balancedWeights(double[] y, double[] weights) {
    DistinctNumbers classes = DistinctNumbers.of(y.clone());
    double[] weight = weights == null ? counts(classes) : summed(y, weights, classes);
    double all = 0;
    int k = 0;
    for (double ofClass : weight) {
      all += ofClass;
      k += ofClass > 0 ? 1 : 0;
    }
    double[] balanced = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      double factor = all / (k * weight[classes.indexOf(y[i])]);
      balanced[i] = weights == null ? factor : weights[i] == 0 ? 0 : weights[i] * factor;
    }
    return balanced;
  }

  private static double[] counts(DistinctNumbers classes) {
    double[] counts = new double[classes.size()];
    Arrays.setAll(counts, classes::count);
    return counts;
  }

  /** The weight of each class, all in one unit in which no sum overflows. */
  private static double[] summed(double[] y, double[] weights, DistinctNumbers classes) {
    double largest = Arrays.stream(weights).max().orElseThrow();
    int shift = LARGEST_EXPONENT - Math.getExponent(largest);
    double[] sums = new double[classes.size()];
    for (int i = 0; i < y.length; i++) {
      sums[classes.indexOf(y[i])] += Math.scalb(weights[i], shift);
    }
    return sums;
  }
}
