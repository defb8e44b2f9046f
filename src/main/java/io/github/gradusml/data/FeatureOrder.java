package io.github.gradusml.data;

import io.github.gradusml.internal.Checks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The features of some rows, by name: whether other rows have the same, in the same order.
 *
 * <p>Names x0, x1, … are those of data whose user gave none; they say where a feature stands and
 * not what it is, and fit any others.
 *
 * @param names the names
 * @param whose whose order it is, as in "the order of data"
 */
record FeatureOrder(List<String> names, String whose) {
  private static final int MOST_NAMED = 3;

  /** That of what was fitted to features, by what it is called in messages. */
  static FeatureOrder fitted(List<String> names, String what) {
    return new FeatureOrder(names, "that the " + what + " was fitted to");
  }

  /** Checks the features of rows, which are called {@code name}. */
  void check(String name, List<String> others) {
    if (!names.isEmpty()) {
      Checks.noTexts(name, others.size());
    }
    checkWidth(name, others.size());
    if (names.equals(others) || areNoneKnown(others)) {
      return;
    }
    Set<String> known = new HashSet<>(others);
    List<String> missing = names.stream().filter(feature -> !known.contains(feature)).toList();
    if (missing.isEmpty()) {
      throw otherOrder(name, others);
    }
    if (!isAutomatic(names) && !isAutomatic(others)) {
      throw missing(name, missing, others);
    }
  }

  /**
   * Brings rows into this order by the names of their features, and leaves out what is not in it.
   */
  Dataset align(String name, Dataset others) {
    if (names.equals(others.featureNames())) {
      return others;
    }
    if (areNoneKnown(others.featureNames())) {
      checkWidth(name, others.features());
      return others;
    }
    Set<String> known = new HashSet<>(others.featureNames());
    List<String> missing = names.stream().filter(feature -> !known.contains(feature)).toList();
    if (missing.isEmpty()) {
      return others.selectFeatures(names.toArray(String[]::new));
    }
    if (!isAutomatic(names) && !isAutomatic(others.featureNames())) {
      throw new IllegalArgumentException(
          name
              + " must have the features "
              + whose
              + ", but lacked "
              + named(missing)
              + " among "
              + Names.listed(others.featureNames()));
    }
    checkWidth(name, others.features());
    return others;
  }

  /** Checks a number of features. */
  void checkWidth(String name, int features) {
    if (features != names.size()) {
      throw new IllegalArgumentException(
          name + " must have " + names.size() + " features, but has " + features);
    }
  }

  private IllegalArgumentException otherOrder(String name, List<String> others) {
    int at = 0;
    while (names.get(at).equals(others.get(at))) {
      at++;
    }
    return new IllegalArgumentException(
        (name.equals("data") ? "features" : "features of " + name)
            + " must be in the order "
            + whose
            + ", but feature "
            + at
            + " was "
            + Names.quoted(others.get(at))
            + " in place of "
            + Names.quoted(names.get(at))
            + "; "
            + name
            + ".selectFeatures(names…) brings them in order");
  }

  private IllegalArgumentException missing(String name, List<String> missing, List<String> others) {
    int at = names.indexOf(missing.get(0));
    return new IllegalArgumentException(
        name
            + " must have the features "
            + whose
            + ", but lacked "
            + named(missing)
            + ", and feature "
            + at
            + " was "
            + Names.quoted(others.get(at))
            + "; withFeatureNames renames features that are the same");
  }

  private static String named(List<String> missing) {
    String some =
        missing.stream().limit(MOST_NAMED).map(Names::quoted).collect(Collectors.joining(", "));
    int more = missing.size() - MOST_NAMED;
    return more > 0 ? some + " and " + more + " more" : some;
  }

  /**
   * Whether one side has names that are made on demand, and the other has others: decided at the
   * first of these.
   */
  private boolean areNoneKnown(List<String> others) {
    return ColumnNames.are(others)
        ? ColumnNames.are(names) || !others.containsAll(names)
        : ColumnNames.are(names) && !names.containsAll(others);
  }

  /** Of a file without a header, numbers may be left out: those of the target and others. */
  private static boolean isAutomatic(List<String> names) {
    int last = -1;
    for (String name : names) {
      int column = ColumnNames.column(name);
      if (column <= last) {
        return false;
      }
      last = column;
    }
    return true;
  }
}
