package io.github.gradusml.data;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.DistinctNumbers;
import io.github.gradusml.internal.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** What must hold of the rows and names of a {@link Dataset}. */
final class DatasetChecks {
  /** Larger numbers are hardly those of classes. */
  private static final int MOST_CLASSES = 10_000;

  /** The targets number the classes no longer once {@link Dataset#withTargets} renamed them. */
  static final String SELECT_FIRST = "; select classes first, and call withTargets after that";

  private DatasetChecks() {}

  /** Checks targets, and makes 0.0 of −0.0, so that the two are one class. */
  static double[] targets(double[] y, int rows) {
    number("targets", "row", rows, y.length);
    for (int i = 0; i < y.length; i++) {
      if (!Double.isFinite(y[i])) {
        throw new IllegalArgumentException("y[" + i + "] must be finite, but was " + y[i]);
      }
      y[i] += 0.0; // −0.0 + 0.0 is 0.0, and all else stays
    }
    return y;
  }

  /** The numbers of some rows, which were checked to be there. */
  static double[] some(double[] numbers, int... rows) {
    return IntStream.of(rows).mapToDouble(row -> numbers[row]).toArray();
  }

  /** Checks names of classes. */
  static List<String> classNames(List<String> names) {
    Names.differ("class names must differ, but were ", names);
    return names;
  }

  /** Checks that other rows have the same features and classes, as far as both have names. */
  static void sameColumns(String name, Dataset data, String otherName, Dataset others) {
    String one = Texts.brief(Checks.notNull("name", name));
    String other = Texts.brief(Checks.notNull("otherName", otherName));
    Checks.notNull(other, others);
    new FeatureOrder(data.featureNames(), "of " + one).check(other, others.featureNames());
    sameClasses(one, data.classNames(), other, others.classNames());
  }

  /** Checks that the classes of other rows, if both have names, are the same. */
  private static void sameClasses(
      String name, List<String> classNames, String otherName, List<String> others) {
    if (!classNames.isEmpty() && !others.isEmpty() && !classNames.equals(others)) {
      throw new IllegalArgumentException(
          otherName
              + " must have the classes of "
              + name
              + ", "
              + Names.listed(classNames)
              + ", but has "
              + Names.listed(others)
              + "; CsvReader.withLabels reads both alike, and withClassNames renames classes that"
              + " are the same");
    }
  }

  /** Checks names of features. */
  static List<String> names(List<String> names, int features) {
    number("names", "feature", features, names.size());
    return DistinctNames.of("names", names);
  }

  static void number(String name, String unit, int wanted, int had) {
    if (had != wanted) {
      throw new IllegalArgumentException(
          name + " must be as many as there are " + unit + "s, " + wanted + ", but were " + had);
    }
  }

  /** Checks that every target is the number of a class. */
  static void classNumbers(double[] y, List<String> classNames, String remedy) {
    for (int i = 0; i < y.length; i++) {
      if (!ClassTargets.isClassNumber(y[i], classNames.size())) {
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
      if (!ClassTargets.isClassNumber(y[i], classes)) {
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

  static int classIndex(String name, List<String> classNames) {
    if (classNames.isEmpty()) {
      throw new IllegalArgumentException(
          "class "
              + Names.quoted(name)
              + " must have a name in the data; withClassNames gives names");
    }
    return indexOf("class", name, classNames);
  }

  static int indexOf(String kind, String name, List<String> names) {
    return indicesOf(kind, List.of(name), names)[0];
  }

  /** Where some names are among all, in time proportional to the number of both. */
  static int[] indicesOf(String kind, List<String> some, List<String> names) {
    List<String> known = DistinctNames.of("names", names);
    return some.stream().mapToInt(name -> known(kind, name, known)).toArray();
  }

  private static int known(String kind, String name, List<String> names) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          kind
              + " must be one of "
              + Names.listed(names)
              + ", but was "
              + Names.quoted(name)
              + Names.closest(name, names));
    }
    return index;
  }

  /** Checks that a loss has a meaning for every target. */
  static void targets(Dataset data, double[] y, TargetKinds kinds, Loss loss, Output output) {
    Checks.notNull("loss", loss);
    Checks.notNull("output", output);
    if (kinds.areAll() && Arrays.stream(kinds.get()).allMatch(kind -> output.accepts(loss, kind))) {
      return;
    }
    for (int i = 0; i < y.length; i++) {
      if (!output.accepts(loss, y[i])) {
        throw new IllegalArgumentException(
            "target of row "
                + i
                + " must be "
                + output.targetRule(loss)
                + ", but was "
                + data.targetText(y[i])
                + remedy(data, y, loss, output));
      }
    }
  }

  private static String remedy(Dataset data, double[] y, Loss loss, Output output) {
    if (output.outputs() == 1) {
      return loss.separatesClasses() ? remedy(data) : "";
    }
    if (Arrays.stream(y).allMatch(target -> output.accepts(loss, target - 1))) {
      return "; classes are numbered from 0: take 1 from each target by Dataset.withTargets, or read"
          + " the file by CsvReader.classTarget, which numbers them";
    }
    if (data.targetCounts().size() == 2) {
      return "; Dataset.withTargets(0, 1) sets the targets of two classes";
    }
    int k = classes(data);
    return k > output.outputs()
        ? "; for all " + k + " classes take an output of as many, such as Output.softmax(" + k + ")"
        : "";
  }

  /** How many classes there must be for targets to be their numbers; 0 where they are none. */
  private static int classes(Dataset data) {
    SortedMap<Double, Integer> kinds = data.targetCounts();
    boolean areNumbers =
        kinds.keySet().stream().allMatch(y -> y >= 0 && y < MOST_CLASSES && y == y.intValue());
    return areNumbers ? Math.max(data.classNames().size(), kinds.lastKey().intValue() + 1) : 0;
  }

  private static String remedy(Dataset data) {
    if (data.targetCounts().size() <= 2) {
      return "; Dataset.withTargets(negative, positive) sets the targets of two classes";
    }
    int classes = classes(data);
    String k = classes > 0 ? "" + classes : "k";
    return "; for all of them take a network with Output.softmax("
        + k
        + ") or Output.oneVersusRest("
        + k
        + ", activation)"
        + (classes > 0 ? "" : ", whose targets are 0 … k − 1")
        + "; Dataset.selectClasses or oneVersusRest makes two of several classes";
  }

  /** Whether there are rows from … to−1, and room for them. */
  static void room(int from, int to, int rows, int room) {
    if (from < 0 || from > to || to > rows || to - from > room) {
      throw new IndexOutOfBoundsException(
          "from and to must be rows of the data, "
              + rows
              + ", and not more than into has room for, "
              + room
              + ", but were "
              + from
              + " and "
              + to);
    }
  }
}
