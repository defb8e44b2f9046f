package io.github.gradusml.training;

import java.util.List;
import java.util.function.Function;

/**
 * One thing that may be wrong with a training: how it is called, and how it is seen.
 *
 * <p>A check looks at a {@link Case} and changes nothing. The same case gives the same verdict. It
 * should look at the sample that the case has, and not at all rows: a diagnosis is to cost little.
 *
 * <p>To add one of your own, implement these methods, or call {@link #of}, and hand it to a
 * diagnosis.
 *
 * <p>Article: all sections.
 */
public interface Check {
  /**
   * Returns what it is about.
   *
   * @return capitals, digits and underscores, such as {@code RATE_TOO_SMALL}; the same for ever
   */
  String code();

  /**
   * Returns the same in a few words.
   *
   * @return such as {@code The learning rate is too small}
   */
  String title();

  /**
   * Returns how much it matters where it is found.
   *
   * @return the severity
   */
  Severity severity();

  /**
   * Looks at a training.
   *
   * @param training the training, its rows and what it came to
   * @return what it says of it
   */
  Verdict look(Case training);

  /**
   * Returns the same check for trainings that did not diverge: weights that grew without bound say
   * nothing else.
   *
   * @return a check that is not applicable where {@link TrainingResult#divergence} is there
   */
  default Check unlessDiverged() {
    return of(
        code(),
        title(),
        severity(),
        training ->
            training.result().divergence().isPresent()
                ? Verdict.notApplicable("the training diverged")
                : look(training));
  }

  /**
   * Returns a check of one's own.
   *
   * @param code what it is about: capitals, digits and underscores
   * @param title the same in a few words; not empty
   * @param severity how much it matters
   * @param look looks at a training
   * @return the check
   * @throws IllegalArgumentException if a code has other characters
   */
  static Check of(String code, String title, Severity severity, Function<Case, Verdict> look) {
    return new NamedCheck(code, title, severity, look);
  }

  /**
   * Returns the checks that every training ends with, and whose findings {@link
   * TrainingResult#findings} has.
   *
   * @return those that cost next to nothing, the most important first
   */
  static List<Check> ofEveryTraining() {
    return EndChecks.ALL;
  }
}
