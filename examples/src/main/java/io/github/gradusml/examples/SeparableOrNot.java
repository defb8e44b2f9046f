package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.plot.Plot;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.stability.Separability;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.MistakeReport;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Section 1 of the article, Perceptron learning: is there a line between two classes? {@link
 * Separability} finds out, with a proof of either answer, and a perceptron is trained beside it:
 * its mistakes come to an end exactly where there is a line, and are then at most Novikoff's
 * number.
 *
 * <p>Try: change a drawing below, where x is one class and o the other. Move a single point;
 * squeeze the gap until it is one column wide, and watch the bound grow; draw a ring.
 */
public final class SeparableOrNot {
  private static final Path PICTURE = Path.of("target", "pictures", "separable-or-not.png");

  private static final Trainer ROSENBLATT =
      Trainer.minimizing(Loss.perceptron())
          .withUpdates(UpdateStrategy.stochastic())
          .withHistory(HistoryDetail.UPDATE)
          .withEpochs(1000)
          .withoutLog();

  private SeparableOrNot() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Map<String, Dataset> drawings = new LinkedHashMap<>();
    drawings.put("AND", drawn("ox", "oo"));
    drawings.put("OR", drawn("xx", "ox"));
    drawings.put("XOR", drawn("xo", "ox"));
    drawings.put("two heaps", drawn("...o..x.x", ".o.o...xx", "oo..o...x", "..o......"));
    Dataset petals = Datasets.iris().selectFeatures("petal_length_cm", "petal_width_cm");
    drawings.put("setosa or versicolor", irises(petals, "setosa", "versicolor"));
    drawings.put("versicolor or virginica", irises(petals, "versicolor", "virginica"));

    System.out.println(
        "points                   verdict         mistakes in 1000 epochs  at most   margin");
    List<Plot> plots = new ArrayList<>();
    drawings.forEach(
        (name, points) -> {
          print(name, points);
          plots.add(Plots.separability(points).withTitle(name));
        });
    Plots.sheet(3, plots.toArray(Plot[]::new))
        .withTitle("Is there a line between the classes?")
        .save(PICTURE);
    System.out.println();
    System.out.println("wrote " + PICTURE);
  }

  private static void print(String name, Dataset points) {
    Perceptron start = Perceptron.zeros(points.features(), Activation.sign());
    MistakeReport report = MistakeReport.of(ROSENBLATT, ROSENBLATT.fit(start, points), points);
    Separability proof = report.separability();
    boolean line = proof.separator().isPresent();
    System.out.printf(
        Locale.ROOT,
        "%-24s %-14s %23d %8s %8s%n",
        name,
        proof.verdict().toString().toLowerCase(Locale.ROOT).replace('_', ' '),
        report.mistakes(),
        line ? String.format(Locale.ROOT, "%.1f", proof.mistakeBound()) : "-",
        line ? String.format(Locale.ROOT, "%.3f", proof.margin()) : "-");
  }

  /** The points of a drawing, line by line from the top: x has the target 1 and o has -1. */
  private static Dataset drawn(String... lines) {
    List<double[]> points = new ArrayList<>();
    List<Double> targets = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      for (int j = 0; j < lines[i].length(); j++) {
        if (lines[i].charAt(j) != '.') {
          points.add(new double[] {j, lines.length - 1 - i});
          targets.add(lines[i].charAt(j) == 'x' ? 1.0 : -1.0);
        }
      }
    }
    double[] y = targets.stream().mapToDouble(target -> target).toArray();
    return Dataset.of(points.toArray(double[][]::new), y)
        .withFeatureNames("x1", "x2")
        .withClassNames("o", "x");
  }

  private static Dataset irises(Dataset petals, String one, String other) {
    return petals.selectClasses(one, other).withTargets(-1, 1);
  }
}
