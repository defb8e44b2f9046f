package io.github.gradusml.report;

import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.pipeline.Contribution;
import io.github.gradusml.pipeline.Explanation;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.rows.Rows;
import java.util.Comparator;
import java.util.stream.Collectors;

/**
 * Which features speak most for what a row was taken for: the terms of {@link Explanation}, for the
 * class that the row was taken for and against its own. Of a number it is what pulls it to the
 * wrong side; where the net input is the prediction, in the target's own unit.
 */
final class Reasons {
  private static final int MOST = 3;

  private final Findings findings;

  private Reasons(Findings findings) {
    this.findings = findings;
  }

  static Reasons of(Findings findings) {
    return new Reasons(findings);
  }

  boolean areKnown() {
    return Kind.isLinear(findings.pipeline().model());
  }

  /** Whether terms add up to the prediction itself, in the target's own unit. */
  boolean isOfPrediction() {
    return !findings.ofClasses() && Kind.isNumber(findings.pipeline().model());
  }

  /**
   * As text, for instance {@code age 70 (+1.2), height 1.81 (+0.4)}; below 0 where a number was
   * pulled down.
   */
  String of(int row) {
    double unit = findings.ofClasses() ? 1 : unit(row);
    return explanation(row).contributions().stream()
        .filter(term -> unit * term.value() > 0)
        .sorted(Comparator.comparingDouble(term -> -unit * term.value()))
        .limit(MOST)
        .map(term -> text(term, Math.abs(unit) * term.value()))
        .collect(Collectors.joining(", "));
  }

  private static Explanation explained(Pipeline<?> pipeline, Rows rows, int row) {
    return rows.isSparse()
        ? pipeline.explain(rows.indices(row), rows.values(row))
        : pipeline.explain(rows.row(row));
  }

  private Explanation explanation(int row) {
    Explanation own = explained(findings.pipeline(), findings.test().inputs(), row);
    if (!findings.ofClasses()) {
      return own;
    }
    Explanation ofTaken = own.ofClass(findings.scores().classified(row));
    // With one net input, what speaks for a class speaks against the other already.
    return findings.scores().outputs() == 1 ? ofTaken : ofTaken.against(findings.actual(row));
  }

  /** What a term is multiplied by: below 0 where the prediction is too small. */
  private double unit(int row) {
    double unit =
        isOfPrediction()
            ? findings.pipeline().preparation().targets().map(TargetStandardizer::scale).orElse(1.0)
            : 1;
    boolean isTooLarge = findings.scores().prediction(row) > findings.scores().target(row);
    return isTooLarge ? unit : -unit;
  }

  /** Where the preparation made the feature, its value is the prepared one. */
  private static String text(Contribution term, double part) {
    double value = Double.isNaN(term.raw()) ? term.prepared() : term.raw();
    return Words.name(term.name()) + " " + Numbers.brief(value) + " (" + Numbers.signed(part) + ")";
  }
}
