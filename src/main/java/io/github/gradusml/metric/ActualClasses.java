package io.github.gradusml.metric;

import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Texts;
import java.util.Set;

/** The class of each row, by its target: whether targets stand for classes, and for which. */
final class ActualClasses {
  private ActualClasses() {}

  /** Targets 0 and 1, or −1 and 1, as classes 0 and 1; or the numbers of k classes. */
  static int[] of(Output output, Dataset data) {
    check(output, data);
    boolean two = output.outputs() == 1;
    int[] classes = new int[data.rows()];
    for (int i = 0; i < classes.length; i++) {
      double target = data.target(i);
      classes[i] = two ? target == 1 ? 1 : 0 : (int) target;
    }
    return classes;
  }

  static void check(Output output, Dataset data) {
    if (output.outputs() == 1) {
      checkTwo(output, data);
    } else {
      checkNumbers(output, data);
    }
  }

  /** Checks targets, 1 of which is the positive one. */
  static void checkTwo(Output output, Dataset data) {
    if (output.outputs() > 2) {
      throw new IllegalArgumentException(
          "model must tell two classes apart for a metric of two, but has "
              + output.outputs()
              + " outputs");
    }
    if (!data.hasTwoClasses()) {
      Set<Double> kinds = data.targetCounts().keySet();
      throw new IllegalArgumentException(
          "targets must be 0 or 1, or -1 or 1, but are "
              + Texts.some(kinds, data::targetText)
              + "; Dataset.withTargets, selectClasses and oneVersusRest convert them"
              + (kinds.size() > 2 ? "; for numbers take Metric.meanSquaredError() or r2()" : ""));
    }
  }

  private static void checkNumbers(Output output, Dataset data) {
    for (int i = 0; i < data.rows(); i++) {
      double target = data.target(i);
      if (!(target >= 0 && target < output.outputs() && target == (int) target)) {
        throw new IllegalArgumentException(
            "target of row "
                + i
                + " must be the number of one of "
                + output.outputs()
                + " classes, from 0, but was "
                + data.targetText(target));
      }
    }
  }

  /** Checks that a model tells two classes apart, one of which is the positive one. */
  static void checkOnePositive(int classes) {
    if (classes > 2) {
      throw new IllegalStateException(
          "classes must be two for one of them to be the positive one, but are "
              + classes
              + "; say of which class, as in recall(0)");
    }
  }
}
