package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.TargetStandardizer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An explanation as a table. */
class ExplanationTextTest {
  private static final FittedPreparation NONE = FittedPreparation.of(List.of());

  @Test
  void theTableShowsTheLargestTermsAndWhatTheyAddUpTo() {
    int d = 13;
    double[] w = new double[d];
    Arrays.setAll(w, j -> (j % 2 == 0 ? 1 : -1) * (d - j));
    double[][] x = {new double[d], new double[d]};
    Arrays.fill(x[1], 0.5);
    Dataset rows = Dataset.of(x, new double[] {0, 1}).withClassNames("benign", "malignant");
    Perceptron model = Perceptron.of(w, -3, Activation.sigmoid());
    assertEquals(
        String.join(
            System.lineSeparator(),
            "above 0 speaks for malignant",
            "feature                    value    prepared      weight  contribution",
            "x0                        0.5000      0.5000       13.00        +6.500",
            "x1                        0.5000      0.5000      -12.00        -6.000",
            "x2                        0.5000      0.5000       11.00        +5.500",
            "x3                        0.5000      0.5000      -10.00        -5.000",
            "x4                        0.5000      0.5000       9.000        +4.500",
            "x5                        0.5000      0.5000      -8.000        -4.000",
            "x6                        0.5000      0.5000       7.000        +3.500",
            "x7                        0.5000      0.5000      -6.000        -3.000",
            "x8                        0.5000      0.5000       5.000        +2.500",
            "x9                        0.5000      0.5000      -4.000        -2.000",
            "3 smaller ones                                                  +1.000",
            "bias                                                            -3.000",
            "net input                                                       +0.500",
            "probability of malignant                                        0.6225",
            "predicted                                                    malignant"),
        Pipeline.of(NONE, model, rows).explain(x[1]).toString());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-300, 1e-9, 1e-3, 1, 12345.678, 9.9e6, 1e7, 1e300})
  void theTableFitsATerminalWhateverTheNumbersAndNames(double size) {
    String[] names = {"a\nb\u2028c", "x".repeat(100), "\uD83D\uDE00", "", "\uD800", "%s {0}"};
    double[][] x = {new double[6], new double[6]};
    Arrays.setAll(x[1], j -> j % 2 == 0 ? size : -size);
    Dataset rows =
        Dataset.of(x, new double[] {0, 1})
            .withFeatureNames(names)
            .withClassNames("c\nd", "y".repeat(200));
    Perceptron model =
        Perceptron.of(new double[] {1, 1, 1, 1e8, 1e-8, -1}, size, Activation.sigmoid());
    String text = Pipeline.of(NONE, model, rows).explain(x[1]).toString();
    List<String> lines = text.lines().toList();
    assertEquals(6 + 6, lines.size(), text);
    for (String line : lines) {
      assertTrue(line.codePointCount(0, line.length()) <= 80, line);
    }
  }

  @Test
  void whatIsBeyondDoublesIsShownAsItIs() {
    Perceptron model = Perceptron.of(new double[] {1e300, 1e-300}, 0, Activation.sigmoid());
    Dataset rows = Dataset.of(new double[][] {{1, 2}, {3, 4}}, new double[] {0, 1});
    Explanation explanation = Pipeline.of(NONE, model, rows).explain(1e300, 1e300);
    assertEquals(Double.POSITIVE_INFINITY, explanation.netInput());
    assertEquals(Double.POSITIVE_INFINITY, explanation.largest(1).get(0).value());
    assertTrue(explanation.toString().contains("Infinity"), explanation.toString());
  }

  @Test
  void aCutThatWasMovedStandsBesideWhatIsPredicted() {
    Dataset rows =
        Dataset.of(new double[][] {{1, 2}, {3, 4}}, new double[] {0, 1})
            .withClassNames("stays", "leaves");
    Perceptron model = Perceptron.of(new double[] {-1, 0}, 0, Activation.sigmoid());
    Pipeline<Perceptron> careful = Pipeline.of(NONE, model, rows).withCut(0.2);
    assertTrue(
        careful.explain(1, 2).toString().matches("(?s).*\\Rpredicted, cut at 0\\.2000 +leaves"));
  }

  @Test
  void ofStandardizedTargetsItSaysHowMuchATermAdds() {
    Dataset prices = Dataset.of(new double[][] {{1}, {2}, {3}}, new double[] {1e5, 2e5, 3e5});
    Explanation explanation = ofPrices(prices, Activation.identity());
    assertEquals("a larger number (1 adds 81650)", explanation.subject());
    assertTrue(explanation.toString().matches("(?s).*\\Rpredicted +281650"));
    assertEquals("a larger number", ofPrices(prices, Activation.exponential()).subject());
  }

  private static Explanation ofPrices(Dataset prices, Activation activation) {
    Perceptron model = Perceptron.of(new double[] {0.25}, 0, activation);
    Output ofNumbers = model.output().fittedTo(Loss.squaredError(), prices.targets());
    Perceptron number = model.with(model.parameters(), ofNumbers);
    return Pipeline.of(TargetStandardizer.fit(prices), number, prices).explain(4);
  }

  @Test
  void aFeatureThatAPreparationMadeHasNoRawValue() {
    Dataset two =
        Dataset.of(new double[][] {{1, 10}, {3, 30}}, new double[] {0, 1})
            .withFeatureNames("age", "size");
    FittedPreparation areas = rows -> rows.selectFeatures("size").withFeatureNames("area");
    Perceptron model = Perceptron.of(new double[] {2}, 0, Activation.identity());
    Explanation explanation = Pipeline.of(areas, model, two).explain(7, 10);
    assertEquals(
        List.of(new Contribution("area", Double.NaN, 10, 2, 20)), explanation.contributions());
    assertTrue(explanation.toString().matches("(?s).*\\Rarea {30,}10\\.00 +2\\.000.*"));
  }
}
