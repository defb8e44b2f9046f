package io.github.gradusml.metric;

import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Texts;
import java.util.HashSet;
import java.util.List;
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
      checkTwo(data);
    } else {
      checkNumbers(output, data);
    }
  }

  private static void checkTwo(Dataset data) {
    if (!data.hasTwoClasses()) {
      Set<Double> kinds = data.targetCounts().keySet();
      throw new IllegalArgumentException(
          "targets must be 0 or 1, or -1 or 1, but are "
              + Texts.some(kinds, data::targetText)
              + "; Dataset.withTargets, selectClasses and oneVersusRest convert them"
              + (kinds.size() > 2 ? ofSeveral(kinds) : ""));
    }
  }

  private static String ofSeveral(Set<Double> kinds) {
    int k = kinds.size();
    boolean areNumbered =
        kinds.stream().allMatch(kind -> kind >= 0 && kind < k && kind == kind.intValue());
    return (areNumbered
            ? "; for all " + k + " classes take a network with Output.softmax(" + k + ")"
            : "")
        + "; for numbers take Metric.meanSquaredError() or r2()";
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

  /** Which classes have rows that count. */
  static Set<Integer> present(Output output, Dataset data) {
    int[] classes = of(output, data);
    Set<Integer> present = new HashSet<>();
    for (int i = 0; i < classes.length; i++) {
      if (data.weight(i) > 0) {
        present.add(classes[i]);
      }
    }
    return present;
  }

  /** A class as a message has it, with its name if there is one. */
  static String text(Dataset data, Output output, int ofClass) {
    List<String> names = data.classNames();
    boolean isNamed = names.size() == output.classes();
    return "class " + ofClass + (isNamed ? " (" + Texts.quoted(names.get(ofClass)) + ")" : "");
  }

  /**
   * Returns the positive class of two.
   *
   * @param classes how many a model tells apart
   * @param remedy what says which, where there are more
   */
  static int positive(int classes, String remedy) {
    if (classes > 2) {
      throw new IllegalStateException(
          "classes must be two for one of them to be the positive one, but are "
              + classes
              + "; say of which class, as in "
              + remedy);
    }
    return 1;
  }
}
