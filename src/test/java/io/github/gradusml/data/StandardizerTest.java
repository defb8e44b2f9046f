package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.Inputs;
import io.github.gradusml.Reference;
import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardizerTest {
  /** √(5/4), the deviation of 0, 1, 2, 3. */
  private static final double DEVIATION = Math.sqrt(1.25);

  private static Dataset column(double... values) {
    double[][] rows =
        Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
    return Dataset.of(rows, new double[values.length]);
  }

  static Stream<Arguments> bundled() {
    return Stream.of(
        Arguments.of("breast_cancer", Datasets.breastCancer()),
        Arguments.of("diabetes", Datasets.diabetes()),
        Arguments.of("iris", Datasets.iris()),
        Arguments.of("digits", Datasets.digits()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bundled")
  void meansAndScalesAreThoseOfScikitLearn(String name, Dataset data) {
    Reference reference = Reference.of("metrics/scaler_" + name);
    Standardizer scaler = Standardizer.fit(data);
    assertClose(reference.array("mean"), scaler.means());
    assertClose(reference.array("scale"), scaler.scales());
  }

  private static void assertClose(double[] expected, double[] actual) {
    assertEquals(expected.length, actual.length);
    for (int j = 0; j < expected.length; j++) {
      // Two sums of up to 1797 numbers in different orders.
      assertEquals(expected[j], actual[j], 1e-13 * Math.abs(expected[j]), "feature " + j);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bundled")
  void standardizedFeaturesHaveMeanZeroAndDeviationOne(String name, Dataset data) {
    Standardizer scaler = Standardizer.fit(data);
    Standardizer again = Standardizer.fit(scaler.apply(data));
    for (int j = 0; j < data.features(); j++) {
      // The mean is known to a few ulps of itself, which are more in units of a small deviation.
      double tolerance = 1e-14 * (1 + Math.abs(scaler.means()[j]) / scaler.scales()[j]);
      assertEquals(0, again.means()[j], tolerance);
      assertEquals(1, again.scales()[j], 1e-13);
    }
  }

  @Test
  void aConstantFeatureBecomesZero() {
    Dataset digits = Datasets.digits();
    Standardizer scaler = Standardizer.fit(digits);
    for (int j : new int[] {0, 32, 39}) {
      assertEquals(0, scaler.means()[j]);
      assertEquals(1, scaler.scales()[j]);
      assertArrayEquals(new double[1797], scaler.apply(digits).column(j));
    }
    // Three times 0.1 is not 0.3 in doubles, and a mean by adding up would leave a deviation.
    Standardizer tenths = Standardizer.fit(column(0.1, 0.1, 0.1));
    assertArrayEquals(new double[] {0}, tenths.apply(0.1));
    assertArrayEquals(new double[] {1}, tenths.scales());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1e200, 1e-200, 1e308, 1e-307})
  void noScaleIsTooLargeOrTooSmall(double unit) {
    Dataset data = column(-unit, 0, unit / 2, unit);
    double[] expected =
        Standardizer.fit(column(-1, 0, 0.5, 1)).apply(column(-1, 0, 0.5, 1)).column(0);
    // The products with the unit are rounded, and so are a mean and a deviation.
    assertArrayEquals(expected, Standardizer.fit(data).apply(data).column(0), 1e-14);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e6, 1e9, 1e15})
  void aSmallSpreadOnALargeMeanKeepsItsDigits(double mean) {
    Standardizer scaler = Standardizer.fit(column(mean, mean + 1, mean + 2, mean + 3));
    // All are whole numbers below 2⁵³, so only the root and the mean, mean + 1.5, are rounded.
    assertEquals(mean + 1.5, scaler.means()[0], Math.ulp(mean));
    assertEquals(DEVIATION, scaler.scales()[0], 2 * Math.ulp(DEVIATION));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bundled")
  void theInverseLeadsBack(String name, Dataset data) {
    Standardizer scaler = Standardizer.fit(data);
    Dataset back = scaler.inverse(scaler.apply(data));
    double[] before = Inputs.of(data);
    double[] after = Inputs.of(back);
    for (int k = 0; k < before.length; k++) {
      double mean = scaler.means()[k % data.features()];
      // Three roundings of numbers as large as the value and the mean.
      double tolerance = 3 * Math.ulp(Math.max(Math.abs(before[k]), Math.abs(mean)));
      assertEquals(before[k], after[k], tolerance);
    }
    assertArrayEquals(data.targets(), back.targets());
    assertEquals(data.featureNames(), back.featureNames());
  }

  @Test
  void rowsAndDataAreStandardizedAlikeAndLeftAsTheyWere() {
    Dataset iris = Datasets.iris();
    Standardizer scaler = Standardizer.fit(iris);
    double[] row = iris.row(7);
    assertArrayEquals(scaler.apply(iris).row(7), scaler.apply(row));
    assertArrayEquals(iris.row(7), row);
    assertArrayEquals(Inputs.of(Datasets.iris()), Inputs.of(iris));
    assertEquals(iris.classNames(), scaler.apply(iris).classNames());
    assertEquals("Standardizer(4 features)", scaler.toString());
  }

  @Test
  void theTestRowsAreMeasuredByTheTrainingRows() {
    Standardizer scaler = Standardizer.fit(column(1, 3));
    assertArrayEquals(new double[] {8}, scaler.apply(column(10)).column(0));
  }

  @Test
  void aModelInOriginalUnitsPredictsWhatTheModelInStandardUnitsDoes() {
    Dataset data = Datasets.breastCancer();
    Standardizer scaler = Standardizer.fit(data);
    Perceptron model = Perceptron.random(30, Activation.identity(), 5);
    Perceptron original = scaler.inOriginalUnits(model);
    double[] expected = scaler.apply(data).map(model::predict);
    // Sums of 30 products below 10, over means that are up to 10 deviations.
    assertArrayEquals(expected, data.map(original::predict), 1e-12);
    assertEquals(Activation.identity(), original.activation());
  }

  @Test
  void meansAndScalesAreCopies() {
    Standardizer scaler = Standardizer.fit(column(1, 3));
    scaler.means()[0] = 100;
    scaler.scales()[0] = 100;
    assertArrayEquals(new double[] {2}, scaler.means());
    assertArrayEquals(new double[] {1}, scaler.scales());
  }

  @Test
  void anotherWidthIsRefused() {
    Standardizer scaler = Standardizer.fit(Datasets.iris());
    String has = " must have 4 features, but has 1";
    assertEquals("data" + has, Rejected.message(() -> scaler.apply(column(1))));
    assertEquals("data" + has, Rejected.message(() -> scaler.inverse(column(1))));
    assertEquals("x" + has, Rejected.message(() -> scaler.apply(1.0)));
    assertEquals(
        "model" + has,
        Rejected.message(() -> scaler.inOriginalUnits(Perceptron.zeros(1, Activation.identity()))));
  }

  @Test
  void nullIsNamed() {
    Standardizer scaler = Standardizer.fit(column(1));
    assertNull("data", () -> Standardizer.fit(null));
    assertNull("data", () -> scaler.apply((Dataset) null));
    assertNull("x", () -> scaler.apply((double[]) null));
    assertNull("data", () -> scaler.inverse(null));
    assertNull("model", () -> scaler.inOriginalUnits(null));
  }

  private static void assertNull(String name, Executable call) {
    assertEquals(
        name + " must not be null", assertThrows(NullPointerException.class, call).getMessage());
  }

  @Test
  void orderOfTheRowsDoesNotMatterButForRounding() {
    Dataset iris = Datasets.iris();
    int[] backwards = IntStream.range(0, 150).map(i -> 149 - i).toArray();
    assertClose(Standardizer.fit(iris).scales(), Standardizer.fit(iris.select(backwards)).scales());
  }
}
