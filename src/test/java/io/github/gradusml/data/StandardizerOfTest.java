package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Standardizers of given means and scales, and predictions in the targets' own unit. */
class StandardizerOfTest {
  private static final List<String> NAMES = List.of("age", "size");

  private static Standardizer of(double[] means, double[] scales) {
    return Standardizer.of(NAMES, means, scales);
  }

  @Test
  void itDoesWhatTheNumbersSay() {
    Standardizer scaler = of(new double[] {10, -1}, new double[] {2, 0.5});
    assertArrayEquals(new double[] {-5, 2}, scaler.apply(0, 0));
    assertEquals(NAMES, scaler.featureNames());
  }

  @Test
  void itEqualsTheOneWhoseNumbersItHas() {
    Dataset data = Datasets.breastCancer();
    Standardizer fitted = Standardizer.fit(data);
    Standardizer again = Standardizer.of(data.featureNames(), fitted.means(), fitted.scales());
    assertEquals(fitted, again);
    assertEquals(fitted.hashCode(), again.hashCode());
    assertArrayEquals(fitted.apply(data).row(7), again.apply(data).row(7));
    double[] means = fitted.means();
    means[29] = Math.nextUp(means[29]);
    assertFalse(fitted.equals(Standardizer.of(data.featureNames(), means, fitted.scales())));
  }

  @Test
  void itsNumbersAreItsOwn() {
    double[] means = {1, 2};
    double[] scales = {1, 1};
    Standardizer scaler = of(means, scales);
    means[0] = 5;
    Arrays.fill(scales, 7);
    scaler.means()[1] = 5;
    scaler.scales()[1] = 5;
    assertArrayEquals(new double[] {0, 0}, scaler.apply(1, 2));
  }

  static Stream<Arguments> refused() {
    double[] two = {1, 1};
    return Stream.of(
        Rejected.with("means must have 2 features, but has 1", () -> of(new double[1], two)),
        Rejected.with("scales must have 2 features, but has 3", () -> of(two, new double[3])),
        Rejected.with(
            "mean of \"size\" must be finite, but was NaN",
            () -> of(new double[] {1, Double.NaN}, two)),
        Rejected.with(
            "scale of \"age\" must be finite and > 0, but was 0.0",
            () -> of(two, new double[] {0, 1})),
        Rejected.with(
            "scale of \"size\" must be finite and > 0, but was -1.0",
            () -> of(two, new double[] {1, -1})),
        Rejected.with(
            "featureNames must differ, but were [a, a]",
            () -> Standardizer.of(List.of("a", "a"), two, two)),
        Rejected.with(
            "features must be at least 1, but was 0",
            () -> Standardizer.of(List.of(), new double[0], new double[0])),
        Rejected.with(
            "mean must be finite, but was Infinity",
            () -> TargetStandardizer.of(Double.POSITIVE_INFINITY, 1)),
        Rejected.with(
            "scale must be finite and > 0, but was 0.0", () -> TargetStandardizer.of(1, 0)),
        Rejected.with(
            "output must have one net input where targets are standardized, but has 3",
            () -> TargetStandardizer.of(1, 1).inOriginalUnits(Output.softmax(3))));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatIsNoMeanOrScaleIsRefused(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  @Test
  void nullIsNamed() {
    double[] two = {1, 1};
    assertEquals("means must not be null", nullMessage(() -> of(null, two)));
    assertEquals("scales must not be null", nullMessage(() -> of(two, null)));
    assertEquals(
        "featureNames must not be null", nullMessage(() -> Standardizer.of(null, two, two)));
    assertEquals(
        "output must not be null",
        nullMessage(() -> TargetStandardizer.of(1, 1).inOriginalUnits((Output) null)));
  }

  private static String nullMessage(Executable call) {
    return assertThrows(NullPointerException.class, call).getMessage();
  }

  @Test
  void aStandardizerOfTargetsDoesWhatItsNumbersSay() {
    TargetStandardizer targets = TargetStandardizer.of(100, 20);
    Dataset rows = Dataset.of(new double[][] {{1}, {2}}, new double[] {80, 150});
    assertArrayEquals(new double[] {-1, 2.5}, targets.apply(rows).targets());
    assertEquals(110, targets.inverse(0.5));
    assertEquals(targets, TargetStandardizer.of(100, 20));
    assertEquals("TargetStandardizer(mean 100.0, scale 20.0)", targets.toString());
  }

  @Test
  void anOutputPredictsInTheTargetsOwnUnitAndCutsThere() {
    TargetStandardizer targets = TargetStandardizer.of(100, 20);
    Output own = targets.inOriginalUnits(Output.of(Activation.tanh()).withCut(0.5));
    double[] z = {0.25};
    double[] prediction = new double[1];
    own.predict(z, 0, prediction);
    assertEquals(20 * Activation.tanh().value(0.25) + 100, prediction[0]);
    assertEquals(110, own.cut());
    assertEquals(1, own.classify(new double[] {2}, 0));
    assertEquals(0, own.classify(z, 0));
    assertEquals(80, own.activation().lower());
    assertEquals(120, own.activation().upper());
    assertEquals(20 * Activation.tanh().derivative(1), own.activation().derivative(1));
    assertFalse(own.activation().isThreshold());
  }

  @Test
  void whereNothingWasToldApartNothingIsAfterwards() {
    Output numbers =
        Output.of(Activation.identity()).fittedTo(Loss.squaredError(), new double[] {1, 2, 3});
    Output own = TargetStandardizer.of(100, 20).inOriginalUnits(numbers);
    assertEquals(Double.NaN, own.cut());
    assertThrows(IllegalStateException.class, () -> own.classify(new double[] {1}, 0));
    assertThrows(
        IllegalStateException.class, () -> own.probabilities(new double[] {1}, 0, new double[2]));
  }
}
