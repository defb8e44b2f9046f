package io.github.gradusml.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What a linear model has learned, feature by feature. */
final class WeightsSection {
  /** Of more outputs a table would be wider than a page. */
  private static final int MOST_SIDE_BY_SIDE = 6;

  private static final String INTERCEPT = "(intercept)";

  private final Findings findings;
  private final Coefficients coefficients;
  private final int most;

  private WeightsSection(Findings findings, Coefficients coefficients, int most) {
    this.findings = findings;
    this.coefficients = coefficients;
    this.most = most;
  }

  /**
   * Writes the section.
   *
   * @param most how many coefficients are shown, the largest of all
   */
  static Section of(Findings findings, int most) {
    return Coefficients.of(findings)
        .map(coefficients -> new WeightsSection(findings, coefficients, most).section())
        .orElseGet(() -> LayersSection.of(findings.pipeline().model()));
  }

  private Section section() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.paragraph(explanation()));
    int[] order =
        IntStream.range(0, coefficients.names().size())
            .boxed()
            .sorted(Comparator.comparingDouble(coefficients::size).reversed())
            .mapToInt(j -> j)
            .toArray();
    int k = coefficients.outputs();
    if (k == 1) {
      blocks.add(ofOne(order));
    } else if (k <= MOST_SIDE_BY_SIDE) {
      String each = "By " + step() + " of each feature";
      blocks.add(sideBySide(each, coefficients.standardized(), coefficients.atMeans(), order));
      blocks.add(sideBySide(unit(), coefficients.original(), coefficients.atZeros(), order));
    } else {
      blocks.add(largest());
    }
    leftOut(k <= MOST_SIDE_BY_SIDE ? order.length : (long) order.length * k, blocks);
    return new Section("Coefficients", blocks);
  }

  private void leftOut(long all, List<Block> blocks) {
    long zeros = coefficients.zeros();
    String less = all > most ? "Left out are " + (all - most) + " smaller ones. " : "";
    String none =
        zeros > 0
            ? zeros + " of the coefficients " + (zeros == 1 ? "is" : "are") + " exactly 0."
            : "";
    if (!(less + none).isEmpty()) {
      blocks.add(Block.paragraph((less + none).strip()));
    }
  }

  private String explanation() {
    boolean isNumber = Kind.isNumber(findings.pipeline().model());
    String what =
        isNumber && !findings.ofClasses()
            ? "the prediction, in the target's unit"
            : coefficients.outputs() == 1
                ? findings.ofClasses()
                    ? "the net input, which speaks for " + findings.className(1)
                    : "the net input, from which the activation makes the prediction"
                : "the net input of each class, which speaks for it";
    return "How much "
        + what
        + ", changes with each feature while all others stay as they are: by "
        + step()
        + (coefficients.ofTraining() ? "" : " (of the test rows)")
        + " of the feature, by which features can be compared, and by one of "
        + (coefficients.inOwnUnits() ? "its own units" : "its units after the preparation")
        + ". The largest come first. Features that go together share what they explain, so that a"
        + " small coefficient does not mean that a feature says nothing.";
  }

  private String step() {
    return coefficients.byLargest() ? "the largest number" : "one standard deviation";
  }

  private String byStep() {
    return coefficients.byLargest() ? "By the largest" : "By one deviation";
  }

  private String unit() {
    return coefficients.inOwnUnits() ? "By one unit of each feature" : "By one prepared unit";
  }

  private Table ofOne(int[] order) {
    List<List<String>> rows = new ArrayList<>();
    List<Double> bars = new ArrayList<>();
    for (int j : IntStream.of(order).limit(most).toArray()) {
      double standardized = coefficients.standardized()[j][0];
      rows.add(
          List.of(
              Words.name(coefficients.names().get(j)),
              Numbers.signed(standardized),
              Numbers.signed(coefficients.original()[j][0])));
      bars.add(standardized);
    }
    rows.add(
        List.of(
            INTERCEPT,
            Numbers.signed(coefficients.atMeans()[0]),
            Numbers.signed(coefficients.atZeros()[0])));
    bars.add(0.0);
    return Table.of("")
        .words("Feature")
        .numbers(byStep(), coefficients.inOwnUnits() ? "By one unit" : "By one prepared unit")
        .rows(rows)
        .bars(bars);
  }

  private Table sideBySide(String caption, double[][] w, double[] b, int[] order) {
    List<List<String>> rows = new ArrayList<>();
    for (int j : IntStream.of(order).limit(most).toArray()) {
      rows.add(line(coefficients.names().get(j), w[j]));
    }
    rows.add(line(INTERCEPT, b));
    String[] classes =
        IntStream.range(0, b.length).mapToObj(findings::className).toArray(String[]::new);
    return Table.of(caption).words("Feature").numbers(classes).rows(rows);
  }

  private static List<String> line(String name, double[] values) {
    List<String> line = new ArrayList<>(List.of(Words.name(name)));
    for (double value : values) {
      line.add(Numbers.signed(value));
    }
    return line;
  }

  /** One of many classes a line, the largest of all coefficients. */
  private Table largest() {
    int k = coefficients.outputs();
    double[][] w = coefficients.standardized();
    List<List<String>> rows =
        IntStream.range(0, w.length * k)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer at) -> -Math.abs(w[at / k][at % k])))
            .limit(most)
            .map(
                at ->
                    List.of(
                        Words.name(coefficients.names().get(at / k)),
                        findings.className(at % k),
                        Numbers.signed(w[at / k][at % k]),
                        Numbers.signed(coefficients.original()[at / k][at % k])))
            .toList();
    return Table.of("The largest")
        .words("Feature", "Class")
        .numbers(byStep(), coefficients.inOwnUnits() ? "By one unit" : "By one prepared unit")
        .rows(rows);
  }
}
