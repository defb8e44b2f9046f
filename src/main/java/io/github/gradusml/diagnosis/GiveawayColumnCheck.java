package io.github.gradusml.diagnosis;

import io.github.gradusml.training.Case;
import io.github.gradusml.training.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether one column alone gives the target away, where the others are far from it: then it may
 * have been made from the target, or be known only afterwards, and will not be there for new rows.
 */
final class GiveawayColumnCheck {
  /** In fewer rows a column may tell the classes apart by chance. */
  private static final int LEAST_ROWS = 50;

  /** Of two columns one may well be all that matters. */
  private static final int LEAST_COLUMNS = 3;

  /** What is left open by a column that gives the target away. */
  private static final double NOTHING_OPEN = 1e-3;

  /** What any other column must leave open, so that the first one is out of line. */
  private static final double MUCH_OPEN = 0.05;

  private GiveawayColumnCheck() {}

  static Verdict verdict(Case training) {
    int rows = training.sample().rows();
    List<SampledColumn> columns =
        SampledColumn.of(training).stream().filter(column -> !column.isConstant()).toList();
    if (rows < LEAST_ROWS) {
      return Verdict.notApplicable("fewer than " + LEAST_ROWS + " rows count");
    }
    if (columns.size() < LEAST_COLUMNS) {
      return Verdict.notApplicable("fewer than " + LEAST_COLUMNS + " columns vary");
    }
    OpenQuestion open = OpenQuestion.of(training);
    if (!open.isAsked()) {
      return Verdict.notApplicable("too few rows have a target of their own");
    }
    List<String> names = new ArrayList<>();
    double best = 1;
    for (SampledColumn column : columns) {
      double left = open.leftBy(column);
      if (left <= NOTHING_OPEN) {
        names.add(column.name());
      } else {
        best = Math.min(best, left);
      }
    }
    boolean areOutOfLine = 2 * names.size() < columns.size() && best >= MUCH_OPEN;
    return names.isEmpty() || !areOutOfLine ? Verdict.clear() : found(training, names, open, best);
  }

  private static Verdict found(Case training, List<String> names, OpenQuestion open, double best) {
    boolean isOne = names.size() == 1;
    return Verdict.found(
        (isOne ? "the column " : "each of the columns ")
            + LeavingOut.named(names)
            + " alone gives the target away: "
            + open.text(2 * NOTHING_OPEN, best)
            + ". Was it made from the target, or is it known only afterwards?",
        "If so, do without: " + lowerCase(LeavingOut.cure(training, names)));
  }

  private static String lowerCase(String cure) {
    return Character.toLowerCase(cure.charAt(0)) + cure.substring(1);
  }
}
