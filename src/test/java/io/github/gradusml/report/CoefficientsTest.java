package io.github.gradusml.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FeatureSelection;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.network.Network;
import io.github.gradusml.pipeline.Pipeline;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Coefficients in two units, worked by hand. */
class CoefficientsTest {
  /** Deviations 2 and 10, means 4 and 30, over the rows given here. */
  private static final Dataset ROWS =
      Dataset.of(new double[][] {{2, 20}, {2, 40}, {6, 20}, {6, 40}}, new double[] {1, 2, 3, 5})
          .withFeatureNames("a", "b");

  private static final Standardizer SCALER =
      Standardizer.of(List.of("a", "b"), new double[] {4, 30}, new double[] {2, 10});

  private static final Perceptron MODEL =
      Perceptron.of(new double[] {3, -5}, 7, Activation.identity());

  private static Coefficients of(FittedPreparation preparation, Perceptron model) {
    Pipeline<Perceptron> pipeline = Pipeline.of(preparation, model, ROWS);
    return Coefficients.of(Findings.of(pipeline, ROWS)).orElseThrow();
  }

  @Test
  void standardizedFeaturesHaveTheirOwnUnitBack() {
    Coefficients c = of(SCALER, MODEL);
    assertArrayEquals(new double[][] {{3}, {-5}}, c.standardized());
    assertArrayEquals(new double[] {7}, c.atMeans());
    assertArrayEquals(new double[][] {{1.5}, {-0.5}}, c.original());
    assertArrayEquals(new double[] {7 - 6 + 15}, c.atZeros()); // 1.5·4 and −0.5·30
    assertTrue(c.ofTraining() && c.inOwnUnits());
  }

  @Test
  void standardizedTargetsHaveTheirOwnUnitBack() {
    Coefficients c = of(SCALER.andThen(TargetStandardizer.of(100, 8)), MODEL);
    assertArrayEquals(new double[][] {{24}, {-40}}, c.standardized());
    assertArrayEquals(new double[] {156}, c.atMeans());
    assertArrayEquals(new double[][] {{12}, {-4}}, c.original());
    assertArrayEquals(new double[] {156 - 48 + 120}, c.atZeros());
  }

  @Test
  void aSelectionBeforeOrBehindChangesTheOrderAlone() {
    FeatureSelection turned = FeatureSelection.of("b", "a");
    Coefficients behind = of(SCALER.andThen(turned), MODEL);
    assertEquals(List.of("b", "a"), behind.names());
    assertArrayEquals(new double[][] {{0.3}, {-2.5}}, behind.original());
    assertArrayEquals(new double[] {7 - 9 + 10}, behind.atZeros());
    Standardizer own =
        Standardizer.of(List.of("b", "a"), new double[] {30, 4}, new double[] {10, 2});
    Coefficients before = of(turned.andThen(own), MODEL);
    assertArrayEquals(behind.original(), before.original());
    assertArrayEquals(behind.atZeros(), before.atZeros());
  }

  @Test
  void rawFeaturesAreComparedByTheirDeviationsInTheTestRows() {
    Coefficients c = of(FittedPreparation.of(List.of()), MODEL);
    assertArrayEquals(new double[][] {{6}, {-50}}, c.standardized());
    assertArrayEquals(new double[] {7 + 12 - 150}, c.atMeans());
    assertArrayEquals(new double[][] {{3}, {-5}}, c.original());
    assertArrayEquals(new double[] {7}, c.atZeros());
    assertFalse(c.ofTraining());
    assertEquals(50, c.size(1));
  }

  @Test
  void whatIsNotKnownIsNotUndone() {
    Coefficients c = of(SCALER.andThen(rows -> rows).andThen(FeatureSelection.of("a", "b")), MODEL);
    assertFalse(c.inOwnUnits());
    assertArrayEquals(new double[][] {{3}, {-5}}, c.original());
    assertArrayEquals(new double[] {7}, c.atZeros());
  }

  @Test
  void withoutABiasItIsZero() {
    Coefficients c = of(FittedPreparation.of(List.of()), MODEL.withoutBias());
    assertArrayEquals(new double[] {0}, c.atZeros());
  }

  @Test
  void eachOutputHasItsOwn() {
    Network softmax =
        Network.of(2, Output.softmax(3))
            .zeros()
            .withParameters(new double[] {1, 2, 3, 0, -5, 6, 7, 8, 9}); // a, then b, then biases
    Dataset rows = ROWS.withTargets(new double[] {0, 1, 2, 2});
    Pipeline<Network> pipeline = Pipeline.of(SCALER, softmax, rows);
    Coefficients c = Coefficients.of(Findings.of(pipeline, rows)).orElseThrow();
    assertArrayEquals(new double[][] {{0.5, 1, 1.5}, {0, -0.5, 0.6}}, c.original());
    assertArrayEquals(new double[] {5, 19, -15}, c.atZeros());
    assertEquals(1, c.zeros());
    Network deep = Network.of(2, Output.softmax(3)).withHidden(2, Activation.tanh()).random(1);
    Pipeline<Network> layers = Pipeline.of(SCALER, deep, rows);
    assertTrue(Coefficients.of(Findings.of(layers, rows)).isEmpty());
  }
}
