package io.github.gradusml.diagnosis;

import static io.github.gradusml.training.Severity.HINT;
import static io.github.gradusml.training.Severity.WARNING;

import io.github.gradusml.training.Check;
import java.util.List;

/** What its rows say: columns, classes, and their order. */
final class RowsChecks {
  /** What makes the result worthless comes first. */
  static final List<Check> ALL =
      List.of(
          Check.of(
              "GIVEAWAY_COLUMN",
              "One column gives the target away",
              WARNING,
              GiveawayColumnCheck::verdict),
          Check.of(
              "UNSHUFFLED_ROWS",
              "The rows are sorted, and not shuffled",
              WARNING,
              UnshuffledRowsCheck::verdict),
          Check.of(
              "UNSCALED_COLUMNS",
              "The columns differ in size",
              WARNING,
              UnscaledColumnsCheck::verdict),
          Check.of(
              "UNBALANCED_CLASSES",
              "A rare class is forgotten",
              WARNING,
              UnbalancedClassesCheck::verdict),
          Check.of(
              "DUPLICATE_COLUMNS",
              "Two columns say the same",
              WARNING,
              DuplicateColumnsCheck::verdict),
          Check.of(
              "COLLINEAR_COLUMNS",
              "A column follows nearly from others",
              HINT,
              CollinearColumnsCheck::verdict),
          Check.of(
              "CONSTANT_COLUMN", "A column never changes", HINT, ConstantColumnCheck::verdict));

  private RowsChecks() {}
}
