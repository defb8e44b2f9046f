package io.github.gradusml.plot;

import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.metric.Scores;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The rows of a picture: of which class each is, and which a model takes it for. */
final class ClassifiedRows {
  private final Dataset data;
  private final int classes;
  private final int[] actual;
  private final int[] found;

  private ClassifiedRows(Dataset data, int classes, int[] actual, int[] found) {
    this.data = data;
    this.classes = classes;
    this.actual = actual;
    this.found = found;
  }

  /**
   * Classifies rows.
   *
   * @param model the model
   * @param data rows of as many features, with targets 0 and 1 or −1 and 1; or, of a model with
   *     several outputs, the numbers of its classes; those of weight 0 are left out
   */
  static ClassifiedRows of(Model<?> model, Dataset data) {
    Output output = model.output();
    if (output.outputs() == 1) {
      checkTwoClasses(data);
    } else {
      checkNumbers(data, output.outputs());
    }
    Dataset counted = counted(data);
    Scores scores = Scores.of(model, counted);
    boolean two = output.outputs() == 1;
    int[] actual = new int[counted.rows()];
    Arrays.setAll(actual, i -> two ? counted.target(i) == 1 ? 1 : 0 : (int) counted.target(i));
    int[] found = new int[counted.rows()];
    Arrays.setAll(found, scores::classified);
    return new ClassifiedRows(counted, output.classes(), actual, found);
  }

  private static Dataset counted(Dataset data) {
    int[] rows = IntStream.range(0, data.rows()).filter(i -> data.weight(i) > 0).toArray();
    return rows.length == data.rows() ? data : data.select(rows);
  }

  private static void checkTwoClasses(Dataset data) {
    if (!data.hasTwoClasses()) {
      throw new IllegalArgumentException(
          "targets must be 0 or 1, or -1 or 1, to be drawn with a model of one output, but are "
              + Texts.some(data.targetCounts().keySet(), data::targetText)
              + "; Output.softmax tells more classes apart, and Dataset.withTargets, selectClasses"
              + " and oneVersusRest convert them");
    }
  }

  private static void checkNumbers(Dataset data, int classes) {
    for (int i = 0; i < data.rows(); i++) {
      double target = data.target(i);
      if (!(target >= 0 && target < classes && target == (int) target)) {
        throw new IllegalArgumentException(
            "target of row "
                + i
                + " must be the number of one of the "
                + classes
                + " classes of the model, from 0, but was "
                + data.targetText(target));
      }
    }
  }

  /** The rows that count. */
  Dataset data() {
    return data;
  }

  int classes() {
    return classes;
  }

  int size() {
    return actual.length;
  }

  int actual(int row) {
    return actual[row];
  }

  boolean isRight(int row) {
    return found[row] == actual[row];
  }

  /** The numbers of some rows, ascending. */
  int[] where(IntPredicate which) {
    int[] rows = new int[count(which)];
    int size = 0;
    for (int i = 0; i < actual.length; i++) {
      if (which.test(i)) {
        rows[size++] = i;
      }
    }
    return rows;
  }

  int count(IntPredicate which) {
    int count = 0;
    for (int i = 0; i < actual.length; i++) {
      count += which.test(i) ? 1 : 0;
    }
    return count;
  }

  /** What the data call a class, and else its number or target. */
  String name(int ofClass) {
    List<String> names = data.classNames();
    if (classes > 2 ? ofClass < names.size() : names.size() == 2) {
      return names.get(ofClass);
    }
    if (classes > 2) {
      return "class " + ofClass;
    }
    boolean signs = Arrays.stream(data.targets()).anyMatch(target -> target == -1);
    return "target " + (ofClass == 1 ? "1" : signs ? "-1" : "0");
  }
}
