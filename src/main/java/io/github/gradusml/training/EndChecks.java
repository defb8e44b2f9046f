package io.github.gradusml.training;

import static io.github.gradusml.training.Severity.ERROR;
import static io.github.gradusml.training.Severity.WARNING;

import io.github.gradusml.stability.Advice;
import java.util.List;
import java.util.Optional;

/** The checks that every training ends with: those that cost next to nothing. */
final class EndChecks {
  static final String DIVERGED = "DIVERGED";
  static final String NOT_SEPARABLE = "NOT_SEPARABLE";
  static final String NOT_SEPARATED_YET = "NOT_SEPARATED_YET";
  static final String OSCILLATES = "OSCILLATES";
  static final String WORSE_THAN_NOTHING = "WORSE_THAN_NOTHING";
  static final String RATE_ABOVE_LIMIT = "RATE_ABOVE_LIMIT";
  static final String STOOD_STILL = "STOOD_STILL";
  static final String DEAD_LAYER = "DEAD_LAYER";
  static final String RATE_TOO_SMALL = "RATE_TOO_SMALL";
  static final String NO_ZEROS = "NO_ZEROS";
  static final String CLASS_WITHOUT_ROWS = "CLASS_WITHOUT_ROWS";

  /** What is true whatever one does first comes first. */
  static final List<Check> ALL =
      List.of(
          Check.of(DIVERGED, "The training diverged", ERROR, EndChecks::diverged),
          Check.of(
                  NOT_SEPARABLE, "No line separates the classes", ERROR, ClassesCheck::notSeparable)
              .unlessDiverged(),
          Check.of(
                  NOT_SEPARATED_YET,
                  "A line separates the classes, and is not found yet",
                  WARNING,
                  ClassesCheck::notSeparatedYet)
              .unlessDiverged(),
          Check.of(OSCILLATES, "The objective goes up and down", ERROR, OscillatesCheck::verdict)
              .unlessDiverged(),
          Check.of(
                  WORSE_THAN_NOTHING,
                  "It ended above where weights 0 are",
                  ERROR,
                  WorseThanNothingCheck::verdict)
              .unlessDiverged(),
          Check.of(
                  RATE_ABOVE_LIMIT,
                  "The learning rate is above the largest stable one",
                  ERROR,
                  RateAboveLimitCheck::verdict)
              .unlessDiverged(),
          Check.of(STOOD_STILL, "No gradient moved a weight", ERROR, StoodStillCheck::verdict)
              .unlessDiverged(),
          Check.of(
                  DEAD_LAYER,
                  "No gradient reaches the first weights",
                  ERROR,
                  DeadLayerCheck::verdict)
              .unlessDiverged(),
          Check.of(RATE_TOO_SMALL, "The learning rate is too small", WARNING, PaceCheck::verdict)
              .unlessDiverged(),
          Check.of(NO_ZEROS, "The L1 penalty made no zeros", WARNING, ZerosCheck::verdict)
              .unlessDiverged(),
          Check.of(CLASS_WITHOUT_ROWS, "A class has no rows", WARNING, AbsentClassesCheck::verdict)
              .unlessDiverged());

  private EndChecks() {}

  /** What they find in a training that has ended, the most important first. */
  static List<Finding> of(Case training) {
    return ALL.stream()
        .map(check -> training.verdict(check.code()).finding(check))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Verdict diverged(Case training) {
    return training
        .result()
        .divergence()
        .map(seen -> Verdict.found(seen.evidence(), seen.cure()))
        .orElse(Verdict.clear());
  }

  /** Whether its rate is known to be too large. */
  static boolean isRateTooLarge(Case training) {
    return training.has(OSCILLATES)
        || training.has(WORSE_THAN_NOTHING)
        || training.has(RATE_ABOVE_LIMIT);
  }

  /** The rate to take in place of one that is too large. */
  static String smallerRate(Case training) {
    return Advice.after(
        training.largestRate(),
        training.rates().areConstant(),
        training.settings().descent(training.start()),
        training.start(),
        training.train(),
        training.rehearsal()::learns);
  }
}
