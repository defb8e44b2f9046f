package io.github.gradusml.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.network.Network;
import io.github.gradusml.pipeline.Contribution;
import io.github.gradusml.pipeline.Pipeline;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rows that a model is most wrong about, and what pulled it there, worked by hand. */
class MistakesTest {
  private static final FittedPreparation NONE = FittedPreparation.of(List.of());

  private static <M extends Model<M>> Findings findings(
      FittedPreparation preparation, M model, Dataset rows) {
    return Findings.of(Pipeline.of(preparation, model, rows), rows);
  }

  /** z = 2a − 3b + 1. */
  private static final Perceptron TWO =
      Perceptron.of(new double[] {2, -3}, 1, Activation.sigmoid());

  private static final Dataset ROWS =
      Dataset.of(
              new double[][] {{1, 0}, {1, 1}, {-1, 1}, {-2, -2}, {0, 1}, {3, 0}},
              new double[] {0, 0, 1, 1, 1, 1})
          .withFeatureNames("a", "b");

  @Test
  void theLeastLikelyComesFirst() {
    // z is 3, 0, −4, 3, −2 and 7: wrong are rows 0, 1 (at the cut), 2 and 4.
    String text = Reports.of(TWO, ROWS).toText();
    String table = text.substring(text.indexOf("Rows taken for another class: all 4"));
    int from = 0;
    for (String row : new String[] {"2", "0", "4", "1"}) {
      int at = table.indexOf("\n    " + row + "  class", from);
      assertTrue(at >= from, row + " in " + table);
      from = at;
    }
    // σ(−4) = 0.01799 is the probability of class 1 in row 2.
    assertTrue(Pattern.compile("2  class 1  class 0 +0.01799").matcher(table).find(), table);
  }

  @Test
  void whatAddsToTheMistakeIsNamedWithItsValueTheLargestFirst() {
    Reasons reasons = Reasons.of(findings(NONE, TWO, ROWS));
    assertEquals("a 1 (+2)", reasons.of(0)); // taken for class 1; b adds nothing
    assertEquals("b 1 (+3), a -1 (+2)", reasons.of(2)); // for class 0: −z counts
  }

  @Test
  void standardizedFeaturesAreNamedWithTheirOwnValues() {
    Standardizer scaler =
        Standardizer.of(List.of("a", "b"), new double[] {-1, 0}, new double[] {0.5, 1});
    Reasons reasons = Reasons.of(findings(scaler, TWO, ROWS));
    assertEquals("a 1 (+8)", reasons.of(0)); // 2·(1 + 1)/0.5
  }

  @Test
  void ofSeveralClassesItIsTheDifferenceToTheRowsOwn() {
    Network model =
        Network.of(2, Output.softmax(3))
            .zeros()
            .withParameters(new double[] {1, 4, 0, 0, 0.5, 2, 0, 0, 0});
    Dataset rows = Dataset.of(new double[][] {{1, 1}, {0, 0}, {0, 0}}, new double[] {0, 1, 2});
    Reasons reasons = Reasons.of(findings(NONE, model, rows));
    // Row 0 has net inputs 1, 4.5 and 2: class 1 in place of 0.
    assertEquals("x0 1 (+3), x1 1 (+0.5000)", reasons.of(0));
  }

  @Test
  void ofANumberItIsInTheTargetsOwnUnit() {
    Perceptron model = Perceptron.of(new double[] {2, -3}, 0, Activation.identity());
    Dataset numbers = ROWS.withTargets(new double[] {100, 90, 80, 70, 60, 50});
    Reasons plain = Reasons.of(findings(NONE, model, numbers));
    Reasons scaled = Reasons.of(findings(TargetStandardizer.of(0, 10), model, numbers));
    assertTrue(plain.isOfPrediction());
    assertEquals("b 1 (-3), a -1 (-2)", plain.of(2)); // predicts −5: too small
    assertEquals("b 1 (-30), a -1 (-20)", scaled.of(2));
  }

  @Test
  void reasonsAreTheTermsOfTheExplanation() {
    Dataset test = Reports.CANCER.test();
    Findings findings = Findings.of(Reports.PERCEPTRON, test);
    int wrong =
        IntStream.range(0, test.rows())
            .filter(i -> findings.scores().classified(i) != findings.actual(i))
            .findFirst()
            .orElseThrow();
    Contribution largest =
        Reports.PERCEPTRON
            .explain(test.row(wrong))
            .ofClass(findings.scores().classified(wrong))
            .contributions()
            .stream()
            .max(Comparator.comparingDouble(Contribution::value))
            .orElseThrow();
    String first =
        largest.name()
            + " "
            + Numbers.brief(largest.raw())
            + " ("
            + Numbers.signed(largest.value())
            + ")";
    assertTrue(Reasons.of(findings).of(wrong).startsWith(first));
  }

  @Test
  void layersGiveNoReasons() {
    Network deep = Network.of(2, Output.softmax(2)).withHidden(3, Activation.tanh()).random(1);
    assertFalse(Reasons.of(findings(NONE, deep, ROWS)).areKnown());
  }
}
