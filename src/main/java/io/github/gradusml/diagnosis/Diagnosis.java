package io.github.gradusml.diagnosis;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.Check;
import io.github.gradusml.training.Finding;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.training.Verdict;
import io.github.gradusml.tuning.SearchResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * What is wrong with a training, by every check that there is: each with the numbers that show it
 * and the call that is most likely to help.
 *
 * <p>It looks at no more than 2,048 rows and 256 columns, and where it trains again to see what
 * helps, for a hundredth of a second. That nothing was found does not say that all is well.
 *
 * <p>A diagnosis is immutable.
 *
 * <p>Article: all sections.
 */
public final class Diagnosis {
  private static final List<Check> OWN =
      Stream.of(Check.ofEveryTraining(), DescentChecks.ALL, RowsChecks.ALL, ModelChecks.ALL)
          .flatMap(List::stream)
          .toList();

  private final Trainer trainer;
  private final TrainingResult<?> result;
  private final Dataset train;
  private final Dataset validation;
  private final List<Check> checks;
  private final Map<String, Verdict> verdicts = new LinkedHashMap<>();
  private final String sampled;

  private Diagnosis(
      Trainer trainer,
      TrainingResult<?> result,
      Dataset train,
      Dataset validation,
      List<Check> checks) {
    this.trainer = trainer;
    this.result = result;
    this.train = train;
    this.validation = validation;
    this.checks = checks;
    Case training = Case.of(trainer, result, train, validation, checks);
    for (Check check : checks) {
      verdicts.put(check.code(), training.verdict(check.code()));
      goOnUnlessInterrupted();
    }
    this.sampled = sampled(training);
  }

  /** A trial that is interrupted finds nothing, and must not be taken for a verdict. */
  private void goOnUnlessInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException(
          "diagnosis was interrupted after "
              + verdicts.size()
              + " of "
              + Texts.count(checks.size(), "check"));
    }
  }

  /**
   * Looks at a training.
   *
   * @param trainer what trained
   * @param result what it gave back; it may have diverged
   * @param train the rows that it trained on, as the model saw them
   * @return the diagnosis
   * @throws IllegalArgumentException if trainer, result and rows do not fit each other
   * @throws CancellationException if the thread is interrupted; the interrupt stays set
   */
  public static Diagnosis of(Trainer trainer, TrainingResult<?> result, Dataset train) {
    return new Diagnosis(trainer, result, train, null, OWN);
  }

  /**
   * Looks at a training, and at how it does on rows that it did not see.
   *
   * @param trainer what trained
   * @param result what it gave back; it may have diverged
   * @param train the rows that it trained on, as the model saw them
   * @param validation other rows, prepared in the same way
   * @return the diagnosis
   * @throws IllegalArgumentException if trainer, result and rows do not fit each other
   * @throws CancellationException if the thread is interrupted; the interrupt stays set
   */
  public static Diagnosis of(
      Trainer trainer, TrainingResult<?> result, Dataset train, Dataset validation) {
    Checks.notNull("validation", validation);
    return new Diagnosis(trainer, result, train, validation, OWN);
  }

  /**
   * Returns the checks that every diagnosis asks.
   *
   * @return the library's own
   */
  public static List<Check> checks() {
    return OWN;
  }

  /**
   * Returns the same with one more check, such as one of your own; one with the code of another
   * takes its place.
   *
   * @param check the check
   * @return a new diagnosis; all checks are asked again
   * @throws IllegalStateException if the check fails; the message has its code
   */
  public Diagnosis withCheck(Check check) {
    String code = Checks.notBlank("code", Checks.notNull("check", check).code());
    List<Check> all = new ArrayList<>(checks);
    all.removeIf(other -> other.code().equals(code));
    all.add(check);
    return new Diagnosis(trainer, result, train, validation, List.copyOf(all));
  }

  /**
   * Returns the same with a search by which its settings were chosen: whether the best lies at an
   * end of what was tried.
   *
   * @param search what the search found
   * @return a new diagnosis; all checks are asked again
   */
  public Diagnosis withSearch(SearchResult<?> search) {
    return withCheck(EdgeOfSearchCheck.of(search));
  }

  /**
   * Returns what was found.
   *
   * @return the most severe first, and of equals in the order of the checks
   */
  public List<Finding> findings() {
    return checks.stream()
        .map(check -> verdicts.get(check.code()).finding(check))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(Finding::severity))
        .toList();
  }

  /**
   * Returns what one check found.
   *
   * @param code that of the check
   * @return empty where it found nothing
   * @throws IllegalArgumentException if there is no such check
   */
  public Optional<Finding> finding(String code) {
    Verdict verdict = verdict(code);
    return checks.stream()
        .filter(check -> check.code().equals(code))
        .findFirst()
        .flatMap(verdict::finding);
  }

  /**
   * Returns what one check said.
   *
   * @param code that of the check
   * @return the verdict
   * @throws IllegalArgumentException if there is no such check
   */
  public Verdict verdict(String code) {
    Verdict verdict = verdicts.get(Checks.notNull("code", code));
    if (verdict == null) {
      throw new IllegalArgumentException(
          "code must be that of one of the checks, but was " + Texts.quoted(code));
    }
    return verdict;
  }

  /**
   * Returns which checks had no say, and why.
   *
   * @return reasons by the codes of the checks, in their order
   */
  public Map<String, String> notApplicable() {
    Map<String, String> reasons = new LinkedHashMap<>();
    verdicts.forEach(
        (code, verdict) -> verdict.reason().ifPresent(reason -> reasons.put(code, reason)));
    return Collections.unmodifiableMap(reasons);
  }

  /**
   * Says how much was looked at.
   *
   * @return such as {@code 2048 of 60000 rows, 256 of 784 columns}
   */
  public String sampled() {
    return sampled;
  }

  private static String sampled(Case training) {
    return of(training.sample().rows(), training.train().rows(), "row")
        + ", "
        + of(training.columns().length, training.train().features(), "column")
        + (training.columns().length < training.train().features()
                && training.train().inputs().isSparse()
            ? ", those that are not 0 in most rows"
            : "");
  }

  private static String of(int some, int all, String what) {
    return some < all ? some + " of " + Texts.count(all, what) : "all " + Texts.count(all, what);
  }

  /**
   * Returns the page that explains a check.
   *
   * @param code that of the check
   * @return a path within the project; empty where it is none of the library's own
   */
  public static Optional<String> page(String code) {
    Checks.notNull("code", code);
    return OWN.stream()
        .filter(check -> check.code().equals(code))
        .findFirst()
        .map(check -> "docs/checks/" + code.toLowerCase(Locale.ROOT).replace('_', '-') + ".md");
  }

  /**
   * Writes it as Markdown, with a heading for each finding.
   *
   * @return what was found, how much was looked at, and what could not be asked
   */
  public String toMarkdown() {
    return new DiagnosisText(this, checks.size()).markdown();
  }

  /**
   * Says what was found, one finding a paragraph, how much was looked at, and what could not be
   * asked, in lines of at most 100 characters.
   */
  @Override
  public String toString() {
    return new DiagnosisText(this, checks.size()).plain();
  }
}
