package io.github.gradusml.diagnosis;

import io.github.gradusml.internal.Texts;
import io.github.gradusml.training.Case;
import java.util.List;
import java.util.stream.Collectors;

/** How columns are named in a finding, and the call that leaves them out. */
final class LeavingOut {
  /** More would not fit into a sentence that is to be read. */
  private static final int MOST_NAMES = 5;

  private LeavingOut() {}

  /** Some names, of many the first few. */
  static String named(List<String> names) {
    String first =
        names.stream().limit(MOST_NAMES).map(Texts::quoted).collect(Collectors.joining(", "));
    int more = names.size() - MOST_NAMES;
    return first + (more > 0 ? " and " + more + " more" : "");
  }

  /** The cure that does without some columns; at least one column must be left. */
  static String cure(Case training, List<String> names) {
    int out = Math.min(names.size(), MOST_NAMES);
    String listed =
        names.stream().limit(MOST_NAMES).map(LeavingOut::literal).collect(Collectors.joining(", "));
    return "Train on FeatureSelection.without(train, "
        + listed
        + ").apply(train), from a start of "
        + Texts.count(training.train().features() - out, "feature")
        + (out < names.size() ? ", and look again for those that are not named here." : ".");
  }

  /** A name as it stands in Java. */
  private static String literal(String name) {
    return '"'
        + name.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r")
        + '"';
  }
}
