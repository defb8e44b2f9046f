package io.github.gradusml.report;

import io.github.gradusml.internal.Texts;
import io.github.gradusml.tuning.CrossValidationResult;
import java.util.ArrayList;
import java.util.List;

/** How good the model is on rows that it was not trained on. */
final class ScoresSection {
  private ScoresSection() {}

  static Section of(
      Findings findings, List<Measured> measured, List<CrossValidationResult> crossValidations) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Block.paragraph(
            "Measured on "
                + Texts.count(findings.rows(), "test row")
                + (findings.test().isWeighted() ? ", each as often as its weight says" : "")
                + ". The baseline is the best that is got without looking at any feature: "
                + (findings.ofClasses()
                    ? "the shares of the classes in the test rows"
                    : "the mean target of the test rows")
                + ", the same for every row."));
    List<List<String>> rows = new ArrayList<>();
    for (Measured one : measured) {
      rows.add(
          List.of(
              one.name(),
              Numbers.text(one.value()),
              Numbers.error(one.standardError()),
              Numbers.text(one.baseline()),
              one.metric().largerIsBetter() ? "larger" : "smaller"));
    }
    blocks.add(
        Table.of("")
            .words("Metric")
            .numbers("Value", "Standard error", "Baseline")
            .words("Better")
            .rows(rows));
    if (measured.stream().anyMatch(one -> Double.isNaN(one.value()))) {
      blocks.add(
          Block.paragraph(
              "A dash stands where a metric has no value on these rows, as an area under the ROC"
                  + " curve where all rows are of one class, or R² where all targets are the same."));
    }
    if (findings.ofClasses() && measured.get(0).value() == 1) {
      blocks.add(Block.paragraph(nothingWrong(findings.counted().length)));
    }
    if (!crossValidations.isEmpty()) {
      blocks.add(ofFolds(crossValidations));
    }
    return new Section("How good it is", blocks);
  }

  /**
   * J. Hanley, A. Lippman-Hand, If nothing goes wrong, is everything all right?, JAMA 249, 1983.
   */
  private static String nothingWrong(int n) {
    return "No row was taken for another class. That does not mean that none ever will be: with "
        + Texts.count(n, "row")
        + " all right, as many as "
        + Numbers.percent(Math.min(1, 3.0 / n))
        + " of further ones may be wrong (3/n, the rule of three).";
  }

  private static Table ofFolds(List<CrossValidationResult> results) {
    List<List<String>> rows = new ArrayList<>();
    for (CrossValidationResult result : results) {
      rows.add(
          List.of(
              Measured.name(result.metric()),
              Numbers.text(result.mean()),
              Numbers.error(result.standardError()),
              Numbers.text(result.trainingMean()),
              Numbers.count(result.validation().size())));
    }
    return Table.of("Cross-validation: models like this one, each judged on a fold held out")
        .words("Metric")
        .numbers("Mean", "Standard error", "Mean on rows trained on", "Folds")
        .rows(rows);
  }
}
