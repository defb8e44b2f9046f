package io.github.gradusml.diagnosis;

import static io.github.gradusml.training.Severity.ERROR;
import static io.github.gradusml.training.Severity.HINT;
import static io.github.gradusml.training.Severity.WARNING;

import io.github.gradusml.training.Check;
import java.util.List;

/** What the trained model says: its units, its fit, and the rows that judge it. */
final class ModelChecks {
  static final List<Check> ALL =
      List.of(
          Check.of(
                  "NO_BETTER_THAN_GUESSING",
                  "The model is no better than guessing",
                  ERROR,
                  GuessingCheck::verdict)
              .unlessDiverged(),
          Check.of(
                  "LOSS_BEHIND_SIGMOID",
                  "The output's activation hides rows from the loss",
                  WARNING,
                  LossBehindSigmoidCheck::verdict)
              .unlessDiverged(),
          Check.of(
                  "SATURATED_UNITS",
                  "Hidden units are saturated",
                  WARNING,
                  SaturatedUnitsCheck::verdict)
              .unlessDiverged(),
          Check.of("DEAD_UNITS", "Hidden units are dead", HINT, DeadUnitsCheck::verdict)
              .unlessDiverged(),
          Check.of(
                  "OVERFITTING",
                  "The model knows its own rows better than others",
                  WARNING,
                  OverfittingCheck::verdict)
              .unlessDiverged(),
          Check.of(
                  "UNDERFITTING",
                  "The model is too simple for its rows",
                  WARNING,
                  UnderfittingCheck::verdict)
              .unlessDiverged(),
          Check.of(
                  "NOISY_VALIDATION",
                  "The validation loss is mostly chance",
                  HINT,
                  NoisyValidationCheck::verdict)
              .unlessDiverged(),
          EdgeOfSearchCheck.WITHOUT_SEARCH);

  private ModelChecks() {}
}
