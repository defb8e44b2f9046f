package io.github.gradusml.examples;

import static io.github.gradusml.examples.ExampleOutput.losses;
import static io.github.gradusml.examples.ExampleOutput.number;
import static io.github.gradusml.examples.ExampleOutput.output;
import static io.github.gradusml.examples.ExampleOutput.outputWithPictures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Runs every example as a reader would, and looks at what it prints and draws. */
class ExamplesTest {
  @Test
  void breastCancerComparesThreeStrategies() throws IOException {
    String output =
        outputWithPictures(
            BreastCancer::main,
            "breast-cancer-strategies.png",
            "breast-cancer-updates.png",
            "breast-cancer-loss.png",
            "sigmoid.png");
    // 456 rows, 60 epochs: 1, 29 and 456 updates an epoch.
    assertEquals(60, number("batch +(\\d+)", output));
    assertEquals(1740, number("mini-batch of 16 +(\\d+)", output));
    assertEquals(27_360, number("stochastic +(\\d+)", output));
    for (String strategy : new String[] {"batch", "mini-batch of 16", "stochastic"}) {
      assertTrue(number(strategy + " .* ([0-9.]+)% ", output) > 95, output);
    }
    String page = Files.readString(Path.of("docs/ways-to-update.md"));
    output
        .lines()
        .filter(line -> line.contains("%"))
        .map(line -> line.replaceAll("% .*", "%")) // seconds are never the same
        .forEach(line -> assertTrue(page.contains(line + "\n"), line));
  }

  @Test
  void logicGatesLearnsAndAndOrButNotXor() throws IOException {
    String output = outputWithPictures(LogicGates::main, "and.png", "xor.png");
    assertTrue(Pattern.compile("AND [ 0-4]*  0  0\n").matcher(output).find(), output);
    assertTrue(Pattern.compile("OR  [ 0-4]*  0  0\n").matcher(output).find(), output);
    assertTrue(Pattern.compile("XOR (  [1-4]){12}\n").matcher(output).find(), output);
    assertTrue(output.contains("XOR    has no line."), output);
  }

  @Test
  void separableOrNotCountsMistakesBesideNovikoffsBound() throws IOException {
    String output = outputWithPictures(SeparableOrNot::main, "separable-or-not.png");
    for (String name : new String[] {"AND", "OR", "two heaps", "setosa or versicolor"}) {
      String line = name + " +separable +";
      double atMost = number(line + "\\d+ +([0-9.]+)", output);
      assertTrue(number(line + "(\\d+)", output) <= atMost, output);
    }
    String table = output.substring(0, output.indexOf("\n\nwrote"));
    assertTrue(Files.readString(Path.of("docs/perceptron.md")).contains(table), table);
    // There is no end to them, so that every epoch has some.
    assertTrue(number("XOR +not separable +(\\d+)", output) > 1000, output);
    assertTrue(number("virginica +not separable +(\\d+)", output) > 1000, output);
  }

  @Test
  void ownModelSeparatesWhatNoLineDoes() throws IOException {
    String output = outputWithPictures(OwnModel::main, "own-model.png");
    assertTrue(number("\\n 0   1 +(-?[0-9.]+)", output) > 0.99, output);
    assertTrue(number("\\n 1   1 +(-?[0-9.]+)", output) < -0.99, output);
  }

  @Test
  void irisFindsTheLineInCentimeters() throws IOException {
    String output = outputWithPictures(Iris::main, "iris.png");
    assertTrue(number("right side: ([0-9.]+)%", output) >= 94, output);
    assertTrue(number("4.0 cm +1.2 cm +([0-9.]+)", output) < 0.01, output);
    assertTrue(number("6.0 cm +2.2 cm +([0-9.]+)", output) > 0.99, output);
  }

  @Test
  void diabetesArrivesWhereTheClosedFormIs() throws IOException {
    String output = outputWithPictures(Diabetes::main, "diabetes-gradient.png");
    assertTrue(output.startsWith("CONVERGED"), output);
    // The gradient is below 1e-12 and the smallest curvature 0.0086 in standardized units, so a
    // weight is within 1e-10 there; the intercept sums ten of them times up to 40 deviations.
    assertTrue(number("largest difference ([0-9.e-]+)", output) < 1e-8, output);
    // The R² of least squares on all 442 rows, as in Efron and others (2004).
    assertEquals(0.5177, number("R2 ([0-9.]+)", output));
  }

  @Test
  void weightDecayHelpsOnNewRowsAndL1GivesExactZeros() throws IOException {
    String output = outputWithPictures(WeightDecay::main, "weight-decay.png");
    String errors = " .* +[0-9.]+ +([0-9.]+) +[0-9]+\n";
    double none = number("no penalty" + errors, output);
    for (String penalty : new String[] {"\nL1", "\nL2", "\nboth"}) {
      assertTrue(number(penalty + errors, output) < none, output);
    }
    assertTrue(number("\nL1 .* ([0-9]+)\n", output) > 0, output);
    assertEquals(0, number("\nL2 .* ([0-9]+)\n", output));
  }

  @Test
  void sparseWeightsFindsTheThreeSignals() throws IOException {
    String output = outputWithPictures(SparseWeights::main, "sparse-weights.png");
    for (String variant : new String[] {"proximal step", "cumulative"}) {
      assertEquals(17, number("full batches +" + variant + " +([0-9]+) +1.00 +1.00\n", output));
    }
    assertEquals(17, number("row by row +cumulative +([0-9]+) +1.00 +1.00\n", output));
    assertEquals(0, number("full batches +subgradient +([0-9]+) +0.15 +1.00\n", output));
    assertTrue(number("row by row +proximal step +([0-9]+) ", output) < 17, output);
    assertTrue(number("falling rate +proximal step +([0-9]+) ", output) < 17, output);
  }

  @Test
  void overfittingIsSeenWithoutDecayAndLessWithIt() throws IOException {
    String output = outputWithPictures(Overfitting::main, "overfitting.png");
    double[] without = losses("none", output);
    double[] with = losses("0.01", output);
    assertTrue(without[0] < with[0], "no penalty fits the training rows better");
    assertTrue(without[1] > 2 * with[1], "and the others worse");
    assertTrue(losses("1.0", output)[1] > with[1], "too strong a penalty fits neither");
  }

  @Test
  void validationCurvesTellOverfittingFromUnderfitting() throws IOException {
    String output =
        outputWithPictures(ValidationCurve::main, "validation-curve.png", "learning-curve.png");
    double best = number("1.0e-02 +[0-9.]+ +([0-9.]+)", output);
    assertTrue(number("1.0e-05 +[0-9.]+ +([0-9.]+)", output) > best, output);
    assertTrue(number("1.0e\\+00 +[0-9.]+ +([0-9.]+)", output) > best, output);
    // More rows: harder to learn by heart, and better on others.
    assertTrue(losses("23", output)[0] < losses("455", output)[0], output);
    assertTrue(losses("23", output)[1] > losses("455", output)[1], output);
  }

  @Test
  void shrinkingCoefficientsComeInByTurns() throws IOException {
    String output = outputWithPictures(ShrinkingCoefficients::main, "path-l1.png", "path-l2.png");
    // scikit-learn's lasso_path begins at 45.16; its first features are these, as in Efron and
    // others, Least angle regression, 2004, figure 1.
    assertEquals(45.16, number("from alpha ([0-9.]+) on", output));
    assertTrue(Pattern.compile(" 3 +0.3[0-9]+ +\\+bp\n").matcher(output).find(), output);
    assertTrue(output.contains("+bmi +s5_ltg"), output);
  }

  @Test
  void gridSearchAlphaGoesFromCoarseToFineAndComparesTwoChoices() throws IOException {
    String output = outputWithPictures(GridSearchAlpha::main, "grid-search-alpha.png");
    assertTrue(output.startsWith("48 settings"), output); // 24, and of 30 finer ones 24 new
    double best = number("best mean +([0-9.]+)", output);
    double simplest = number("one standard error +([0-9.]+)", output);
    assertTrue(simplest >= best, output);
    assertTrue(number("best mean .* ([0-9.]+)%", output) > 95, output);
    assertTrue(Files.size(Path.of("target", "grid-search-alpha.csv")) > 1000);
  }

  @Test
  void costOfMistakesCutsLowerAndSavesOnRowsKeptApart() throws IOException {
    String output = outputWithPictures(CostOfMistakes::main, "reliability.png", "costs.png");
    assertTrue(number("calibrated +([0-9.]+)", output) < number("as they are +([0-9.]+)", output));
    assertEquals(0.091, number("in theory +([0-9.]+)", output)); // 1/11
    double usual = number("usual +0.500 +([0-9.]+)", output);
    double seeming = usual - number("cheapest here +[0-9.]+ +([0-9.]+)", output);
    double expected = number("cheapest here +[0-9.]+ +[0-9.]+ +(-?[0-9.]+)", output);
    assertTrue(seeming > expected, "a choice is too good on its own rows: " + output);
    double kept = number("usual cut: ([0-9.]+)", output);
    assertTrue(number("cut in theory: ([0-9.]+)", output) < kept, output);
  }

  @Test
  void leakyScoresAreTooGoodAndOursAreNot() {
    String output = output(LeakyScores::main);
    double leaky = number("before the folds: +([0-9.]+)%", output);
    double honest = number("inside each fold: +([0-9.]+)%", output);
    double truth = number("new rows: +([0-9.]+)%", output);
    assertEquals(50, truth, 5); // a thousand guesses have a deviation of 1.6
    assertEquals(truth, honest, 14); // fifty have 7: two of them
    assertTrue(leaky > truth + 28, output);
  }

  @Test
  void modelReportWritesAPageAndPrintsItsBeginning() throws IOException {
    Path page = Path.of("target", "report.html");
    Files.deleteIfExists(page);
    String output = output(ModelReport::main);
    assertTrue(output.chars().allMatch(c -> c < 128), "a console may show other letters wrongly");
    assertTrue(number("accuracy ([0-9.]+)", output) > 0.95, output);
    assertTrue(output.contains("report.html"), output);
    String html = Files.readString(page);
    assertTrue(html.contains("<h1>Breast cancer</h1>"), html);
    assertTrue(html.contains("Cross-validation"), html);
  }

  @Test
  void learningRateFinderSuggestsARateThatEndsLowerThanTheSteepest() throws IOException {
    String output =
        outputWithPictures(
            LearningRateFinder::main,
            "range-test.png",
            "range-test-batches.png",
            "range-test-accuracy.png");
    double suggested = number("minimum/10: ([0-9.]+)", output);
    assertTrue(suggested < number("largest stable rate is ([0-9.]+)[.]", output), output);
    double loss = number("minimum/10 .* loss ([0-9.]+)", output);
    assertTrue(loss < number("steepest .* loss ([0-9.]+)", output), output);
    assertTrue(loss < number("valley .* loss ([0-9.]+)", output), output);
    assertTrue(number("base: ([0-9.]+)", output) < number("maximum: ([0-9.]+)", output), output);
  }
}
