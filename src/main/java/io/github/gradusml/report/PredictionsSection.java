package io.github.gradusml.report;

import io.github.gradusml.metric.Scores;
import io.github.gradusml.plot.Plots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Predicted numbers beside the true ones. */
final class PredictionsSection {
  private static final int[] PERCENT = {0, 5, 25, 50, 75, 95, 100};

  private PredictionsSection() {}

  static Section of(Findings findings) {
    double[] errors = errors(findings);
    Table table = table(errors);
    Block text =
        Block.paragraph(
            "An error is the prediction minus the target, in the target's unit: above 0 where the"
                + " prediction is too large.");
    boolean canBeDrawn =
        Arrays.stream(findings.counted())
            .anyMatch(i -> Double.isFinite(findings.scores().prediction(i)));
    if (!canBeDrawn) {
      return new Section("Predictions", List.of(text, table));
    }
    Figure figure =
        new Figure(
            Plots.predictions(findings.scores()),
            "Each row by its target and its prediction: on the line the two are the same.",
            Block.paragraph("The picture of targets and predictions is in the HTML form."));
    return new Section("Predictions", List.of(text, table, figure));
  }

  private static double[] errors(Findings findings) {
    Scores scores = findings.scores();
    return Arrays.stream(findings.counted())
        .mapToDouble(i -> scores.prediction(i) - scores.target(i))
        .sorted()
        .toArray();
  }

  /** Of a share of the rows the error is at most so large: the smallest for which that is true. */
  private static Table table(double[] sorted) {
    List<List<String>> rows = new ArrayList<>();
    for (int percent : PERCENT) {
      int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
      String name = percent == 0 ? "smallest" : percent == 100 ? "largest" : percent + "%";
      rows.add(List.of(name, Numbers.signed(sorted[Math.max(0, rank - 1)])));
    }
    return Table.of("For this share of the rows, the error is at most")
        .words("Share")
        .numbers("Error")
        .rows(rows);
  }
}
