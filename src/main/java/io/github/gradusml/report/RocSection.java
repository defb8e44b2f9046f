package io.github.gradusml.report;

import io.github.gradusml.metric.RocCurve;
import io.github.gradusml.metric.RocPoint;
import io.github.gradusml.plot.Plots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What two classes would be taken for if one cut elsewhere. */
final class RocSection {
  private static final double[] FALSE_POSITIVES = {0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5};

  private RocSection() {}

  /** Empty but where there are two classes, and rows of both. */
  static Optional<Section> of(Findings findings) {
    boolean areTwo = findings.ofClasses() && findings.classes() == 2;
    if (!areTwo || Arrays.stream(findings.rowsOfClasses()).anyMatch(rows -> !(rows > 0))) {
      return Optional.empty();
    }
    RocCurve curve = RocCurve.of(findings.scores(), 1);
    String positive = findings.className(1);
    Block text =
        Block.paragraph(
            "Where one cuts between the classes can be chosen: a lower cut finds more of the rows of "
                + positive
                + ", and takes more of the others for them. The area under the curve is how likely a"
                + " row of "
                + positive
                + " stands above one of "
                + findings.className(0)
                + "."
                + (hasCut(findings)
                    ? " Now it cuts at " + Numbers.brief(findings.pipeline().output().cut()) + "."
                    : ""));
    return Optional.of(
        new Section(
            "Where to cut",
            List.of(
                text,
                table(findings, curve),
                new Figure(
                    Plots.rocCurves(Map.of(positive, curve)).withTitle("ROC curve"),
                    "The share of "
                        + positive
                        + " that is found, against the share of the others"
                        + " that is taken for it, for every cut.",
                    Block.paragraph("The curve is in the HTML form.")))));
  }

  private static boolean hasCut(Findings findings) {
    return !Double.isNaN(findings.pipeline().output().cut());
  }

  private static Table table(Findings findings, RocCurve curve) {
    List<List<String>> rows = new ArrayList<>();
    for (double most : FALSE_POSITIVES) {
      double found = 0;
      double threshold = Double.NaN;
      for (RocPoint point : curve.points()) {
        if (point.falsePositiveRate() <= most && point.truePositiveRate() > found) {
          found = point.truePositiveRate();
          threshold = point.threshold();
        }
      }
      List<String> row = new ArrayList<>();
      row.add(Numbers.percent(most));
      row.add(Numbers.percent(found));
      if (hasCut(findings)) {
        row.add(Numbers.text(cut(findings, threshold)));
      }
      rows.add(row);
    }
    Table table =
        Table.of("What is found at the price of how many false alarms")
            .numbers("Of the others at most", "Found");
    return (hasCut(findings) ? table.numbers("Cut at") : table).rows(rows);
  }

  /** The prediction that belongs to a score: a cut is a prediction, a threshold a score. */
  private static double cut(Findings findings, double threshold) {
    return Arrays.stream(findings.counted())
        .filter(i -> findings.scores().score(i, 1) == threshold)
        .mapToDouble(findings.scores()::prediction)
        .findFirst()
        .orElse(Double.NaN);
  }
}
