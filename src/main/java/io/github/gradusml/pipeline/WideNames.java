package io.github.gradusml.pipeline;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Fields;
import io.github.gradusml.internal.KnownNames;
import io.github.gradusml.rows.Rows;
import java.util.List;

/**
 * The names x0, x1, … of many columns to which nobody gave any: a file holds their number alone,
 * and of what belongs to them only what is not as it is where nothing was learned.
 */
final class WideNames {
  /** From here up; of few columns a file says the names, as it always did. */
  private static final int MANY = 1000;

  private static final int MOST = Checks.LONGEST_ARRAY;

  private WideNames() {}

  /** Whether names are those, and many. */
  static boolean are(List<String> names) {
    return names.size() >= MANY && names.equals(of(names.size()));
  }

  /** Whether names are many, and made when they are asked for: also those of hashes. */
  static boolean areMadeOnDemand(List<String> names) {
    return names.size() >= MANY && KnownNames.areMadeOnDemand(names);
  }

  /** So many of these names, made when they are asked for. */
  static List<String> of(int columns) {
    Rows none = Rows.sparse(columns).add(new int[0], new double[0]).build();
    return Dataset.of(none, new double[1]).featureNames();
  }

  /**
   * The names that a field tells the number of.
   *
   * @throws IllegalArgumentException if it is no number of columns
   */
  static List<String> read(Fields fields, String name) {
    return of((int) fields.whole(name, MANY, MOST));
  }

  /** Whether each field belongs to one of the names, some of which may have none. */
  static Fields checked(Fields fields, List<String> names) {
    for (String name : fields.names()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            fields.path(name)
                + " must be of one of the columns "
                + names.get(0)
                + " to "
                + names.get(names.size() - 1));
      }
    }
    return fields;
  }
}
