package io.github.gradusml.report;

import io.github.gradusml.metric.ConfusionMatrix;
import io.github.gradusml.plot.Plots;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How well each class is found, and which is taken for which. */
final class ClassesSection {
  private static final int MOST_WITH_ERRORS = 12;
  private static final int MOST_IN_A_TABLE = 8;
  private static final int MOST_DRAWN = 40;
  private static final int MOST_CLASSES = 30;
  private static final int MOST_CONFUSIONS = 15;

  private final Findings findings;
  private final ConfusionMatrix matrix;
  private final int classes;

  private ClassesSection(Findings findings) {
    this.findings = findings;
    this.matrix = ConfusionMatrix.of(findings.scores());
    this.classes = findings.classes();
  }

  /**
   * Writes the section.
   *
   * @param errors those of {@link #errors}
   */
  static Section of(Findings findings, double[] errors) {
    ClassesSection section = new ClassesSection(findings);
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Block.paragraph(
            "Precision is the share of the rows taken for a class that are of it; recall is the"
                + " share of the rows of a class that were taken for it; F1 is their harmonic mean."
                + " Behind each stands its standard error."));
    section.report(blocks, errors);
    Block confusions = section.classes <= MOST_IN_A_TABLE ? section.counts() : section.confusions();
    String caption =
        "How many rows of each class (down) were taken for which (across): right on the diagonal.";
    blocks.add(
        section.classes <= MOST_DRAWN
            ? new Figure(Plots.confusionMatrix(section.matrix), caption, confusions)
            : confusions);
    return new Section("Class by class", blocks);
  }

  private void report(List<Block> blocks, double[] errors) {
    double[] rowsOfClasses = findings.rowsOfClasses();
    int[] shown =
        IntStream.range(0, classes)
            .boxed()
            .filter(c -> classes <= MOST_CLASSES || rowsOfClasses[c] > 0)
            .sorted(
                classes <= MOST_CLASSES
                    ? Comparator.naturalOrder()
                    : Comparator.comparingDouble(matrix::f1))
            .limit(MOST_CLASSES)
            .mapToInt(c -> c)
            .toArray();
    List<List<String>> rows = new ArrayList<>();
    for (int c : shown) {
      double[] values = {matrix.precision(c), matrix.recall(c), matrix.f1(c)};
      List<String> row = new ArrayList<>(List.of(findings.className(c)));
      for (int m = 0; m < values.length; m++) {
        row.add(Numbers.text(values[m]));
        row.add(errors.length == 0 ? Numbers.NONE : Numbers.error(errors[3 * c + m]));
      }
      row.add(Numbers.count(rowsOfClasses[c]));
      rows.add(row);
    }
    blocks.add(
        Table.of(shown.length < classes ? "The " + shown.length + " with the lowest F1" : "")
            .words("Class")
            .numbers("Precision", "Std. error", "Recall", "Std. error", "F1", "Std. error", "Rows")
            .rows(rows));
  }

  /** Of precision, recall and F1 of each class; none where there are many classes. */
  static double[] errors(Findings findings) {
    int classes = findings.classes();
    if (!findings.ofClasses() || classes > MOST_WITH_ERRORS) {
      return new double[0];
    }
    return Bootstrap.standardErrors(
        3 * classes,
        resample -> {
          ConfusionMatrix matrix = ConfusionMatrix.of(resample);
          double[] values = new double[3 * classes];
          for (int c = 0; c < classes; c++) {
            values[3 * c] = matrix.precision(c);
            values[3 * c + 1] = matrix.recall(c);
            values[3 * c + 2] = matrix.f1(c);
          }
          return values;
        },
        findings.pipeline().output(),
        findings.scores());
  }

  private Table counts() {
    String[] names =
        IntStream.range(0, classes)
            .mapToObj(c -> "taken for " + findings.className(c))
            .toArray(String[]::new);
    List<List<String>> rows = new ArrayList<>();
    for (int actual = 0; actual < classes; actual++) {
      List<String> row = new ArrayList<>(List.of(findings.className(actual)));
      for (int c = 0; c < classes; c++) {
        row.add(Numbers.count(matrix.count(actual, c)));
      }
      rows.add(row);
    }
    return Table.of("Which class was taken for which").words("Rows of").numbers(names).rows(rows);
  }

  private record Confusion(int actual, int taken, double rows) {}

  /** What happens most often, where all would be too wide. */
  private Block confusions() {
    List<Confusion> all = new ArrayList<>();
    for (int actual = 0; actual < classes; actual++) {
      for (int c = 0; c < classes; c++) {
        double rows = matrix.count(actual, c);
        if (c != actual && rows > 0) {
          all.add(new Confusion(actual, c, rows));
        }
      }
    }
    if (all.isEmpty()) {
      return Block.paragraph("No row was taken for another class.");
    }
    List<List<String>> rows =
        all.stream()
            .sorted(Comparator.comparingDouble(Confusion::rows).reversed())
            .limit(MOST_CONFUSIONS)
            .map(
                one ->
                    List.of(
                        findings.className(one.actual),
                        findings.className(one.taken),
                        Numbers.count(one.rows)))
            .toList();
    return Table.of("What is confused most often")
        .words("Rows of", "Taken for")
        .numbers("How many")
        .rows(rows);
  }
}
