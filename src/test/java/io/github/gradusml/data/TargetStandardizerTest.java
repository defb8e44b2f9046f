package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import org.junit.jupiter.api.Test;

class TargetStandardizerTest {
  private static final Dataset DIABETES = Datasets.diabetes();

  private static Dataset targets(double... y) {
    return Dataset.of(new double[y.length][1], y);
  }

  @Test
  void standardizedTargetsHaveMeanZeroAndDeviationOne() {
    TargetStandardizer fitted = TargetStandardizer.fit(DIABETES);
    TargetStandardizer again = TargetStandardizer.fit(fitted.apply(DIABETES));
    // The mean, about two deviations from 0, is known to an ulp.
    assertEquals(0, again.mean(), 1e-15);
    assertEquals(1, again.scale(), 1e-15);
  }

  @Test
  void meanAndScaleAreThoseOfAFeatureWithTheSameNumbers() {
    double[] y = DIABETES.targets();
    double[][] rows = new double[y.length][1];
    for (int i = 0; i < y.length; i++) {
      rows[i][0] = y[i];
    }
    Standardizer feature = Standardizer.fit(Dataset.of(rows, y));
    TargetStandardizer fitted = TargetStandardizer.fit(DIABETES);
    assertEquals(feature.means()[0], fitted.mean());
    assertEquals(feature.scales()[0], fitted.scale());
    assertArrayEquals(
        feature.apply(Dataset.of(rows, y)).column(0), fitted.apply(DIABETES).targets());
  }

  @Test
  void aRowCountsAsOftenAsItsWeightSays() {
    TargetStandardizer weighted = TargetStandardizer.fit(targets(1, 4, 99).withWeights(2, 1, 0));
    assertEquals(2, weighted.mean(), 1e-15);
    assertEquals(Math.sqrt(2), weighted.scale(), 1e-15);
  }

  @Test
  void theInverseLeadsBack() {
    TargetStandardizer fitted = TargetStandardizer.fit(DIABETES);
    double[] back = fitted.inverse(fitted.apply(DIABETES).targets());
    // Three roundings of numbers up to 346.
    assertArrayEquals(DIABETES.targets(), back, 3 * Math.ulp(346.0));
    assertEquals(fitted.mean() + 2 * fitted.scale(), fitted.inverse(2));
  }

  @Test
  void nothingButTheTargetsChanges() {
    Dataset weighted = DIABETES.withWeights(DIABETES.targets());
    Dataset standardized = TargetStandardizer.fit(weighted).apply(weighted);
    assertArrayEquals(weighted.row(5), standardized.row(5));
    assertEquals(weighted.featureNames(), standardized.featureNames());
    assertEquals(weighted.weight(5), standardized.weight(5));
    assertEquals(weighted.credit(), standardized.credit());
  }

  @Test
  void targetsThatAreAllTheSameBecomeZero() {
    TargetStandardizer fitted = TargetStandardizer.fit(targets(0.1, 0.1, 0.1));
    assertArrayEquals(new double[3], fitted.apply(targets(0.1, 0.1, 0.1)).targets());
    assertEquals(1, fitted.scale());
    assertEquals(0.1, fitted.inverse(0));
  }

  @Test
  void hugeTargetsDoNotOverflow() {
    TargetStandardizer fitted = TargetStandardizer.fit(targets(-1.7e308, 1.7e308, 1.7e308));
    assertEquals(-Math.sqrt(2), fitted.apply(targets(-1.7e308)).target(0), 1e-15);
  }

  @Test
  void aPerceptronBroughtBackPredictsInTheTargetsOwnUnit() {
    TargetStandardizer fitted = TargetStandardizer.fit(DIABETES);
    Perceptron model = Perceptron.random(10, Activation.identity(), 3);
    double[] expected = fitted.inverse(DIABETES.map(model::predict));
    // Sums of ten products up to 1e5.
    assertArrayEquals(expected, DIABETES.map(fitted.inOriginalUnits(model)::predict), 1e-9);
  }

  @Test
  void togetherWithItsFeaturesItIsInOriginalUnitsInOneGo() {
    Standardizer scaler = Standardizer.fit(DIABETES);
    TargetStandardizer fitted = TargetStandardizer.fit(DIABETES);
    Perceptron model = Perceptron.random(10, Activation.identity(), 3);
    double[] expected = fitted.inverse(scaler.apply(DIABETES).map(model::predict));
    Perceptron original = fitted.inOriginalUnits(model, scaler);
    // Sums of ten products up to 1e4.
    assertArrayEquals(expected, DIABETES.map(original::predict), 1e-10);
  }

  @Test
  void aModelWithoutABiasGetsOne() {
    TargetStandardizer fitted = TargetStandardizer.fit(targets(1, 3));
    Perceptron without = Perceptron.zeros(1, Activation.identity()).withoutBias();
    assertEquals(2, fitted.inOriginalUnits(without).bias());
  }

  @Test
  void whereTwoTargetsAreToldApartIsBroughtBackToo() {
    TargetStandardizer fitted = TargetStandardizer.fit(targets(10, 20));
    Perceptron model = Perceptron.zeros(1, Activation.identity());
    Perceptron cut = model.with(model.parameters(), model.output().withCut(0.5));
    assertEquals(17.5, fitted.inOriginalUnits(cut).output().cut());
  }

  @Test
  void anotherActivationIsRefused() {
    TargetStandardizer fitted = TargetStandardizer.fit(targets(1, 3));
    Perceptron model = Perceptron.zeros(1, Activation.tanh());
    String message = Rejected.message(() -> fitted.inOriginalUnits(model));
    assertTrue(
        message.startsWith("model must have the identity for its activation to predict"), message);
    assertTrue(message.endsWith("; inverse brings its predictions back"), message);
  }

  @Test
  void classesAreRefused() {
    String message =
        "targets must be numbers to be standardized, but stand for 3 classes; train on them as"
            + " they are";
    assertEquals(message, Rejected.message(() -> TargetStandardizer.fit(Datasets.iris())));
    TargetStandardizer fitted = TargetStandardizer.fit(targets(1, 3));
    assertEquals(message, Rejected.message(() -> fitted.apply(Datasets.iris())));
  }

  @Test
  void nullIsNamed() {
    TargetStandardizer fitted = TargetStandardizer.fit(targets(1, 3));
    String data = "data must not be null";
    assertEquals(data, nullMessage(() -> TargetStandardizer.fit(null)));
    assertEquals(data, nullMessage(() -> fitted.apply(null)));
    assertEquals("predictions must not be null", nullMessage(() -> fitted.inverse(null)));
    assertEquals(
        "model must not be null", nullMessage(() -> fitted.inOriginalUnits((Perceptron) null)));
    Perceptron model = Perceptron.zeros(1, Activation.identity());
    assertEquals(
        "features must not be null", nullMessage(() -> fitted.inOriginalUnits(model, null)));
  }

  private static String nullMessage(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(NullPointerException.class, call).getMessage();
  }

  @Test
  void itSaysMeanAndScale() {
    assertEquals(
        "TargetStandardizer(mean 2.0, scale 1.0)",
        TargetStandardizer.fit(targets(1, 3)).toString());
  }
}
