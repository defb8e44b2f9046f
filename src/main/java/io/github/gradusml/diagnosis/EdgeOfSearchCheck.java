package io.github.gradusml.diagnosis;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.training.Check;
import io.github.gradusml.training.Severity;
import io.github.gradusml.training.Verdict;
import io.github.gradusml.tuning.SearchCell;
import io.github.gradusml.tuning.SearchResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Whether a search found its best cell at an end of the numbers that it tried. */
final class EdgeOfSearchCheck {
  /** Below such a share of a standard error, an inner value is as good. */
  private static final double AS_GOOD = 0.01;

  /** What a diagnosis asks unless it was given a search. */
  static final Check WITHOUT_SEARCH = check(() -> Verdict.notApplicable("no search was given"));

  private final SearchResult<?> search;
  private final SearchCell best;

  private EdgeOfSearchCheck(SearchResult<?> search) {
    this.search = search;
    this.best = search.best();
  }

  static Check of(SearchResult<?> search) {
    Checks.notNull("search", search);
    return check(() -> new EdgeOfSearchCheck(search).verdict());
  }

  private static Check check(Supplier<Verdict> verdict) {
    return Check.of(
        "EDGE_OF_SEARCH",
        "The best setting is at the edge of the search",
        Severity.WARNING,
        training -> verdict.get());
  }

  private Verdict verdict() {
    List<String> seen = new ArrayList<>();
    List<String> cures = new ArrayList<>();
    boolean isAnyAsked = false;
    for (String setting : search.settings()) {
      TriedValues tried = tried(setting);
      if (tried.numbers().size() > 1) {
        isAnyAsked = true;
        look(setting, tried, seen, cures);
      }
    }
    if (!isAnyAsked) {
      return Verdict.notApplicable("no setting has several numbers for values");
    }
    return seen.isEmpty()
        ? Verdict.clear()
        : Verdict.found(
            "the best cell of the search, "
                + Texts.number(best.mean())
                + " by "
                + Texts.named(search.metric())
                + ", has "
                + String.join(" and ", seen)
                + ": beyond it there may be better ones.",
            "Search further: " + String.join(" and ", cures) + ".");
  }

  private void look(String setting, TriedValues tried, List<String> seen, List<String> cures) {
    double value = best.number(setting);
    boolean isUpper = tried.isAtUpperEnd(value);
    if (!isUpper && !tried.isAtLowerEnd(value) || isAnotherAsGood(setting)) {
      return;
    }
    seen.add(
        Texts.brief(setting)
            + " at "
            + Texts.number(value)
            + ", the "
            + (isUpper ? "largest" : "smallest")
            + " of "
            + tried.numbers().size()
            + " tried");
    cures.add("with(" + Texts.quoted(setting) + ", " + tried.wider(isUpper) + ", ...)");
  }

  /** Empty unless all values are numbers; values that failed were tried as well. */
  private TriedValues tried(String setting) {
    List<Object> values =
        search.cells().stream().map(cell -> cell.settings().get(setting)).distinct().toList();
    boolean areNumbers =
        values.stream().allMatch(value -> value instanceof Number n && isFinite(n));
    boolean areWhole =
        values.stream().allMatch(value -> value instanceof Integer || value instanceof Long);
    List<Double> numbers =
        areNumbers
            ? values.stream().map(value -> ((Number) value).doubleValue()).sorted().toList()
            : List.of();
    return new TriedValues(numbers, areWhole);
  }

  private static boolean isFinite(Number number) {
    return Double.isFinite(number.doubleValue());
  }

  /** Where a setting makes no difference, its end is as good a place as any. */
  private boolean isAnotherAsGood(String setting) {
    double error = best.standardError();
    double tolerance = Double.isNaN(error) ? 0 : AS_GOOD * error;
    return search.cells().stream()
        .filter(cell -> cell.failure().isEmpty())
        .filter(cell -> !Objects.equals(cell.settings().get(setting), best.settings().get(setting)))
        .anyMatch(cell -> Math.abs(cell.mean() - best.mean()) <= tolerance);
  }
}
