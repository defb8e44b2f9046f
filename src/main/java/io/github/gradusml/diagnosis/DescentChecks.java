package io.github.gradusml.diagnosis;

import static io.github.gradusml.training.Severity.HINT;
import static io.github.gradusml.training.Severity.WARNING;

import io.github.gradusml.training.Case;
import io.github.gradusml.training.Check;
import io.github.gradusml.training.Objective;
import io.github.gradusml.training.Severity;
import io.github.gradusml.training.StopReason;
import io.github.gradusml.training.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a training says of its rate, its length and its penalty. */
final class DescentChecks {
  static final String NEAR_LIMIT = "NEAR_LIMIT";
  static final String PLATEAU = "PLATEAU";
  static final String NOT_CONVERGED = "NOT_CONVERGED";
  static final String PENALTY_TOO_STRONG = "PENALTY_TOO_STRONG";
  static final String PENALTY_WITHOUT_EFFECT = "PENALTY_WITHOUT_EFFECT";

  static final List<Check> ALL =
      List.of(
          check(
              NEAR_LIMIT,
              "The learning rate is close to the largest stable one",
              WARNING,
              NearLimitCheck::verdict),
          check(
              PLATEAU,
              "The objective stays flat above what it could reach",
              WARNING,
              PlateauCheck::verdict),
          check(
              NOT_CONVERGED,
              "The objective was still falling at the end",
              WARNING,
              NotConvergedCheck::verdict),
          check(
              PENALTY_TOO_STRONG,
              "The penalty is stronger than the loss",
              WARNING,
              PenaltyTooStrongCheck::verdict),
          check(
              PENALTY_WITHOUT_EFFECT,
              "The penalty changes nothing",
              HINT,
              PenaltyWithoutEffectCheck::verdict));

  /** Findings after which nothing else is to be said of how a training descended. */
  private static final List<String> FIRST_OF_ALL =
      List.of("OSCILLATES", "WORSE_THAN_NOTHING", "RATE_ABOVE_LIMIT", "STOOD_STILL");

  private DescentChecks() {}

  /**
   * Why the objective does not tell how far a training has come; empty where it does: it was
   * measured often enough, to the last epoch, and is not that of the perceptron criterion, which is
   * lowest at weights 0.
   */
  static Optional<String> whyObjectiveIsSilent(Case training, int leastEpochs) {
    if (training.objectives().length < leastEpochs) {
      return Optional.of("fewer than " + leastEpochs + " epochs were recorded");
    }
    if (training.result().stopReason() != StopReason.EPOCHS_DONE) {
      return Optional.of("training did not go on to its last epoch");
    }
    double atZero =
        Objective.of(training.trainer(), training.start(), training.sample())
            .at(new double[training.start().parameters().length]);
    return atZero == 0 ? Optional.of("weights 0 have no loss") : Optional.empty();
  }

  private static Check check(
      String code, String title, Severity severity, Function<Case, Verdict> look) {
    return Check.of(code, title, severity, training -> afterWhatIsWorse(training, look))
        .unlessDiverged();
  }

  private static Verdict afterWhatIsWorse(Case training, Function<Case, Verdict> look) {
    return FIRST_OF_ALL.stream()
        .filter(training::has)
        .findFirst()
        .map(code -> Verdict.notApplicable(code + " was found, which comes first"))
        .orElseGet(() -> look.apply(training));
  }
}
