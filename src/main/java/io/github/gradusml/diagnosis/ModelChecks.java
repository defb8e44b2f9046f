package io.github.gradusml.diagnosis;

import static io.github.gradusml.training.Severity.ERROR;
import static io.github.gradusml.training.Severity.HINT;
import static io.github.gradusml.training.Severity.WARNING;

import io.github.gradusml.training.Case;
import io.github.gradusml.training.Check;
import io.github.gradusml.training.Severity;
import io.github.gradusml.training.Verdict;
import java.util.List;
import java.util.function.Function;

/** What the trained model says: its units, its fit, and the rows that judge it. */
final class ModelChecks {
  static final List<Check> ALL =
      List.of(
          unlessDiverged(
              "NO_BETTER_THAN_GUESSING",
              "The model is no better than guessing",
              ERROR,
              GuessingCheck::verdict),
          unlessDiverged(
              "LOSS_BEHIND_SIGMOID",
              "The output's activation hides rows from the loss",
              WARNING,
              LossBehindSigmoidCheck::verdict),
          unlessDiverged(
              "SATURATED_UNITS",
              "Hidden units are saturated",
              WARNING,
              SaturatedUnitsCheck::verdict),
          unlessDiverged("DEAD_UNITS", "Hidden units are dead", HINT, DeadUnitsCheck::verdict),
          unlessDiverged(
              "OVERFITTING",
              "The model knows its own rows better than others",
              WARNING,
              OverfittingCheck::verdict),
          unlessDiverged(
              "UNDERFITTING",
              "The model is too simple for its rows",
              WARNING,
              UnderfittingCheck::verdict),
          unlessDiverged(
              "NOISY_VALIDATION",
              "The validation loss is mostly chance",
              HINT,
              NoisyValidationCheck::verdict),
          EdgeOfSearchCheck.WITHOUT_SEARCH);

  private ModelChecks() {}

  /** Weights that grew without bound say nothing else. */
  static Check unlessDiverged(
      String code, String title, Severity severity, Function<Case, Verdict> look) {
    return Check.of(
        code,
        title,
        severity,
        training ->
            training.result().divergence().isPresent()
                ? Verdict.notApplicable("the training diverged")
                : look.apply(training));
  }
}
