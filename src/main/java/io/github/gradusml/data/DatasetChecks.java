package io.github.gradusml.data;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.DistinctNumbers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What must hold of the rows, names and weights of a {@link Dataset}. */
final class DatasetChecks {
  private DatasetChecks() {}

  /** Checks targets. */
  static double[] targets(double[] y, int rows) {
    number("targets", "row", rows, y.length);
    for (int i = 0; i < y.length; i++) {
      if (!Double.isFinite(y[i])) {
        throw new IllegalArgumentException("y[" + i + "] must be finite, but was " + y[i]);
      }
    }
    return y;
  }

  /** Checks weights of rows. */
  static double[] weights(double[] weights, int rows) {
    number("weights", "row", rows, weights.length);
    for (int i = 0; i < weights.length; i++) {
      if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) { // a name only if needed
        Checks.notNegative("weights[" + i + "]", weights[i]);
      }
    }
    return weights;
  }

  /** Checks names of features. */
  static List<String> names(List<String> names, int features) {
    number("names", "feature", features, names.size());
    Names.differ("names must differ, but were ", names);
    return names;
  }

  private static void number(String name, String unit, int wanted, int had) {
    if (had != wanted) {
      throw new IllegalArgumentException(
          name + " must be as many as there are " + unit + "s, " + wanted + ", but were " + had);
    }
  }

  /** Checks that every target is the number of a class. */
  static void classNumbers(double[] y, List<String> classNames, String remedy) {
    for (int i = 0; i < y.length; i++) {
      if (!isClassNumber(y[i], classNames.size())) {
        throw new IllegalArgumentException(
            "target of row "
                + i
                + " must be the number of one of the classes "
                + Names.listed(classNames)
                + ", but was "
                + y[i]
                + remedy);
      }
    }
  }

  /** Checks targets whose classes are to be balanced: any two numbers, or numbers of classes. */
  static void balanceable(double[] y, List<String> classNames) {
    int kinds = DistinctNumbers.of(y.clone()).size();
    int classes = classNames.isEmpty() ? kinds : classNames.size();
    for (int i = 0; kinds > 2 && i < y.length; i++) {
      if (!isClassNumber(y[i], classes)) {
        throw new IllegalArgumentException(
            "target of row "
                + i
                + " must be the number of one of "
                + classes
                + " classes, from 0, to be balanced, but was "
                + y[i]);
      }
    }
  }

  private static boolean isClassNumber(double target, int classes) {
    return target >= 0 && target < classes && target == (int) target;
  }

  static int classIndex(String name, List<String> classNames) {
    if (classNames.isEmpty()) {
      throw new IllegalArgumentException(
          "class \"" + name + "\" must have a name in the data; withClassNames gives names");
    }
    return indexOf("class", name, classNames);
  }

  static int indexOf(String kind, String name, List<String> names) {
    return indicesOf(kind, List.of(name), names)[0];
  }

  /** Where some names are among all, in time proportional to the number of both. */
  static int[] indicesOf(String kind, List<String> some, List<String> names) {
    Map<String, Integer> positions = Names.positions(names);
    return some.stream().mapToInt(name -> indexOf(kind, name, names, positions)).toArray();
  }

  private static int indexOf(
      String kind, String name, List<String> names, Map<String, Integer> positions) {
    Integer index = positions.get(name);
    if (index == null) {
      throw new IllegalArgumentException(
          kind + " must be one of " + Names.listed(names) + ", but was " + Names.quoted(name));
    }
    return index;
  }

  static void someWeight(double[] weights) {
    if (weights != null && Arrays.stream(weights).allMatch(weight -> weight == 0)) {
      throw new IllegalArgumentException("weights must not all be 0");
    }
  }

  /** The weights in units of their mean, so that they are 1 on average. */
  static double[] relative(double[] weights, int rows) {
    if (weights == null) {
      double[] ones = new double[rows];
      Arrays.fill(ones, 1);
      return ones;
    }
    // In units of the largest, so that the sum does not overflow.
    double unit = Arrays.stream(weights).max().orElseThrow();
    double mean = Arrays.stream(weights).map(weight -> weight / unit).sum() / weights.length;
    return Arrays.stream(weights).map(weight -> weight / unit / mean).toArray();
  }

  /** Checks that a loss has a meaning for every target. */
  static void targets(Dataset data, double[] y, Loss loss, Output output) {
    for (int i = 0; i < y.length; i++) {
      if (!output.accepts(loss, y[i])) {
        throw new IllegalArgumentException(
            "target of row "
                + i
                + " must be "
                + output.targetRule(loss)
                + ", but was "
                + y[i]
                + (loss.separatesClasses() ? remedy(data) : ""));
      }
    }
  }

  private static String remedy(Dataset data) {
    return data.targetCounts().size() > 2
        ? "; Dataset.selectClasses or oneVersusRest makes two of several classes"
        : "; Dataset.withTargets(negative, positive) sets the targets of two classes";
  }
}
