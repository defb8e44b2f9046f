package io.github.gradusml.report;

import io.github.gradusml.metric.Scores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The rows that the model is most wrong about: where to look first for what it does not know. */
final class MistakesSection {
  private final Findings findings;
  private final Scores scores;
  private final Reasons reasons;

  private MistakesSection(Findings findings) {
    this.findings = findings;
    this.scores = findings.scores();
    this.reasons = Reasons.of(findings);
  }

  /**
   * Writes the section.
   *
   * @param most how many rows are shown
   */
  static Section of(Findings findings, int most) {
    MistakesSection section = new MistakesSection(findings);
    List<Integer> rows = findings.ofClasses() ? section.confused() : section.byError();
    if (rows.isEmpty()) {
      return new Section(
          "Largest mistakes", List.of(Block.paragraph("No row was taken for another class.")));
    }
    List<Integer> shown = rows.subList(0, Math.min(most, rows.size()));
    return new Section(
        "Largest mistakes",
        List.of(
            Block.paragraph(section.explanation(rows.size(), shown.size())), section.table(shown)));
  }

  /** Those taken for another class, the least likely first. */
  private List<Integer> confused() {
    Comparator<Integer> byScore =
        Comparator.comparingDouble(i -> scores.score(i, findings.actual(i)));
    Comparator<Integer> order =
        findings.hasProbabilities()
            ? Comparator.<Integer>comparingDouble(i -> scores.probabilities(i)[findings.actual(i)])
                .thenComparing(byScore)
            : byScore;
    return counted().filter(i -> scores.classified(i) != findings.actual(i)).sorted(order).toList();
  }

  private List<Integer> byError() {
    return counted()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(scores.prediction(i) - scores.target(i))))
        .toList();
  }

  private Stream<Integer> counted() {
    return Arrays.stream(findings.counted()).boxed();
  }

  private String explanation(int all, int shown) {
    String which =
        !findings.ofClasses()
            ? "The rows with the largest errors"
            : "Rows taken for another class: "
                + (shown < all ? shown + " of " + all : "all " + all)
                + (findings.hasProbabilities()
                    ? ", those first whose own class was thought least likely"
                    : ", those first that lie furthest on the wrong side");
    return which
        + ". Rows are counted from 0, in the order of the test rows."
        + (reasons.areKnown() ? why() : "");
  }

  private String why() {
    String what =
        findings.ofClasses()
            ? "spoke most for what it was taken for"
            : "pulled its prediction most to the wrong side";
    return " Behind each stand the features that "
        + what
        + ", with their values and, in brackets, what they add to the "
        + (reasons.isOfPrediction() ? "prediction" : "net input")
        + (findings.ofClasses() ? " that way." : ".");
  }

  private Table table(List<Integer> shown) {
    Table table = Table.of("").numbers("Row");
    if (!findings.ofClasses()) {
      table = table.numbers("Target", "Prediction", "Error");
    } else {
      table = table.words("Is", "Taken for");
      table = findings.hasProbabilities() ? table.numbers("Probability of its class") : table;
    }
    table =
        reasons.areKnown()
            ? table.words(findings.ofClasses() ? "What spoke for it" : "What pulled it there")
            : table;
    return table.rows(shown.stream().map(this::line).toList());
  }

  private List<String> line(int row) {
    List<String> line = new ArrayList<>();
    line.add(Integer.toString(row));
    if (!findings.ofClasses()) {
      double target = scores.target(row);
      double prediction = scores.prediction(row);
      line.addAll(
          List.of(
              Numbers.text(target), Numbers.text(prediction), Numbers.signed(prediction - target)));
    } else {
      int actual = findings.actual(row);
      line.add(findings.className(actual));
      line.add(findings.className(scores.classified(row)));
      if (findings.hasProbabilities()) {
        line.add(Numbers.text(scores.probabilities(row)[actual]));
      }
    }
    if (reasons.areKnown()) {
      line.add(reasons.of(row));
    }
    return line;
  }
}
