package io.github.gradusml.report;

import io.github.gradusml.metric.ReliabilityBin;
import io.github.gradusml.metric.ReliabilityCurve;
import io.github.gradusml.plot.Plots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Whether probabilities come true as often as they say. */
final class ProbabilitiesSection {
  private static final int MOST_CLASSES = 12;

  /** Of more, the bars in the picture would be too thin. */
  private static final int MOST_DRAWN = 3;

  private final Findings findings;

  /** The mean probability of each class, and its share of the rows. */
  private final double[] means;

  private final double[] shares;

  /** Those of the classes that are shown, by their numbers. */
  private final Map<Integer, ReliabilityCurve> curves = new TreeMap<>();

  private ProbabilitiesSection(Findings findings) {
    this.findings = findings;
    this.means = new double[findings.classes()];
    this.shares = new double[findings.classes()];
    double[] relative = findings.test().relativeWeights();
    for (int i : findings.counted()) {
      double[] p = findings.scores().probabilities(i);
      for (int c = 0; c < means.length; c++) {
        means[c] += relative[i] * p[c] / relative.length;
      }
      shares[findings.actual(i)] += relative[i] / relative.length;
    }
    differingMost().forEach(c -> curves.put(c, ReliabilityCurve.of(findings.scores(), c)));
  }

  private IntStream differingMost() {
    return IntStream.range(0, means.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer c) -> -Math.abs(means[c] - shares[c])))
        .limit(MOST_CLASSES)
        .mapToInt(c -> c);
  }

  /** Empty but where there are probabilities. */
  static Optional<Section> of(Findings findings) {
    if (!findings.hasProbabilities()) {
      return Optional.empty();
    }
    List<Block> blocks = new ArrayList<>();
    if (areSound(findings)) {
      ProbabilitiesSection section = new ProbabilitiesSection(findings);
      blocks.add(Block.paragraph(explanation(findings)));
      blocks.add(section.byClass());
      blocks.add(section.reliability());
    } else {
      blocks.add(Block.paragraph("Some are no numbers from 0 to 1, and so none are judged."));
    }
    return Optional.of(new Section("Probabilities", blocks));
  }

  /** A user's own output may give any. */
  private static boolean areSound(Findings findings) {
    return Arrays.stream(findings.counted())
        .mapToObj(findings.scores()::probabilities)
        .flatMapToDouble(Arrays::stream)
        .allMatch(p -> p >= 0 && p <= 1);
  }

  private static String explanation(Findings findings) {
    return "Where a model says 80 percent for many rows, 80 of 100 should be of that class. The"
        + " calibration error is how far the probabilities of a class are from the shares that are"
        + " observed, on average over the rows, taken together in ten bins (expected calibration"
        + " error). It is hardly ever 0: beside it stands about what chance alone makes of it where"
        + " probabilities are right."
        + findings
            .pipeline()
            .calibration()
            .map(c -> " The probabilities were calibrated after the training.")
            .orElse("");
  }

  private Table byClass() {
    List<List<String>> rows = new ArrayList<>();
    curves.forEach(
        (c, curve) ->
            rows.add(
                List.of(
                    findings.className(c),
                    Numbers.percent(means[c]),
                    Numbers.percent(shares[c]),
                    Numbers.text(curve.expectedError()),
                    Numbers.error(curve.errorByChance()))));
    int all = findings.classes();
    return Table.of(rows.size() < all ? "The " + rows.size() + " classes that differ most" : "")
        .words("Class")
        .numbers("Mean probability", "Share of the rows", "Calibration error", "By chance")
        .rows(rows);
  }

  private Figure reliability() {
    int[] drawn = drawn();
    Map<String, ReliabilityCurve> named = new LinkedHashMap<>();
    Arrays.stream(drawn).forEach(c -> named.put(findings.className(c), curves.get(c)));
    String which = drawn.length == 1 ? findings.className(drawn[0]) : "a class";
    String caption =
        "The probability of "
            + which
            + " that rows were given, and the share of them for which it came true: on the line both"
            + " are the same.";
    return new Figure(Plots.reliability(named), caption, bins(drawn));
  }

  /** Of two classes one says it all; of many, those that are furthest off. */
  private int[] drawn() {
    if (findings.classes() == 2) {
      return new int[] {1};
    }
    return curves.keySet().stream()
        .sorted(Comparator.comparingDouble(c -> -curves.get(c).expectedError()))
        .limit(MOST_DRAWN)
        .sorted()
        .mapToInt(c -> c)
        .toArray();
  }

  private Table bins(int... drawn) {
    List<List<String>> rows = new ArrayList<>();
    for (int c : drawn) {
      for (ReliabilityBin bin : curves.get(c).bins()) {
        rows.add(
            List.of(
                findings.className(c),
                Numbers.percent(bin.from()) + " to " + Numbers.percent(bin.to()),
                Numbers.percent(bin.meanProbability()),
                Numbers.percent(bin.observedShare()),
                Numbers.percent(bin.standardError()),
                Numbers.count(bin.rows())));
      }
    }
    return Table.of("Rows by the probability that they were given")
        .words("Class", "Probability")
        .numbers("Mean probability", "Observed share", "Std. error", "Rows")
        .rows(rows);
  }
}
