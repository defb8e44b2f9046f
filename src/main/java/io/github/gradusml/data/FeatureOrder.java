package io.github.gradusml.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The features that something was fitted to, by name: whether other data have the same, in the same
 * order.
 *
 * <p>Names x0, x1, … are those of data whose user gave none; they say where a feature stands and
 * not what it is, and fit any others.
 *
 * @param names the names
 * @param fitted what was fitted, as it is called in messages
 */
record FeatureOrder(List<String> names, String fitted) {
  private static final int MOST_NAMED = 3;

  /** Checks data. */
  void check(List<String> others) {
    checkWidth("data", others.size());
    if (names.equals(others)) {
      return;
    }
    Set<String> known = new HashSet<>(others);
    List<String> missing = names.stream().filter(name -> !known.contains(name)).toList();
    if (missing.isEmpty()) {
      throw otherOrder(others);
    }
    if (!isAutomatic(names) && !isAutomatic(others)) {
      throw missing(missing, others);
    }
  }

  /** Checks a number of features. */
  void checkWidth(String name, int features) {
    if (features != names.size()) {
      throw new IllegalArgumentException(
          name + " must have " + names.size() + " features, but has " + features);
    }
  }

  private IllegalArgumentException otherOrder(List<String> others) {
    int at = 0;
    while (names.get(at).equals(others.get(at))) {
      at++;
    }
    return new IllegalArgumentException(
        "features must be in the order that the "
            + fitted
            + " was fitted to, but feature "
            + at
            + " was \""
            + others.get(at)
            + "\" in place of \""
            + names.get(at)
            + "\"; data.selectFeatures(names…) brings them in order");
  }

  private IllegalArgumentException missing(List<String> missing, List<String> others) {
    String some =
        missing.stream()
            .limit(MOST_NAMED)
            .map(name -> "\"" + name + "\"")
            .collect(Collectors.joining(", "));
    int more = missing.size() - MOST_NAMED;
    String all = more > 0 ? some + " and " + more + " more" : some;
    int at = names.indexOf(missing.get(0));
    return new IllegalArgumentException(
        "data must have the features that the "
            + fitted
            + " was fitted to, but lacked "
            + all
            + ", and feature "
            + at
            + " was \""
            + others.get(at)
            + "\"; withFeatureNames renames features that are the same");
  }

  private static boolean isAutomatic(List<String> names) {
    return IntStream.range(0, names.size()).allMatch(j -> names.get(j).equals("x" + j));
  }
}
