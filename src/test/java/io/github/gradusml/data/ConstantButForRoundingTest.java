package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a few roundings leave is not blown up to a feature. */
class ConstantButForRoundingTest {
  private static double[] column(int rows, IntToDoubleFunction value) {
    double[] column = new double[rows];
    Arrays.setAll(column, value);
    return column;
  }

  private static Dataset data(double... column) {
    double[][] rows =
        Arrays.stream(column).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
    return Dataset.of(rows, column);
  }

  static Stream<Arguments> constant() {
    return Stream.of(
        arguments("1 and a unit less", new double[] {1 - 1e-16, 1 + 1e-16}),
        arguments("3/10 in two ways", new double[] {0.3, 0.1 + 0.2, 0.3, 0.3}),
        arguments("sums of ten tenths", column(50, i -> i % 2 == 0 ? 1 : tenTenths())),
        arguments("4 units", new double[] {-8, Math.nextUp(-8.0), -8 + 4 * Math.ulp(8.0)}),
        arguments("many rows, one of which is off", column(5000, i -> 0.1 + (i == 77 ? 1e-17 : 0))),
        arguments("huge", new double[] {1e308, Math.nextUp(1e308)}),
        arguments("tiny", new double[] {1e-300, Math.nextUp(1e-300)}));
  }

  private static double tenTenths() {
    double sum = 0;
    for (int k = 0; k < 10; k++) {
      sum += 0.1;
    }
    return sum;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("constant")
  void aColumnWithinFourUnitsOfItsLargestIsConstant(String name, double[] column) {
    Dataset data = data(column);
    Standardizer fitted = Standardizer.fit(data);
    assertArrayEquals(new double[] {1}, fitted.scales());
    assertEquals(1, TargetStandardizer.fit(data).scale());
    for (double x : fitted.apply(data).column(0)) {
      assertEquals(0, x, 4 * Math.ulp(column[0]));
    }
  }

  static Stream<Arguments> real() {
    return Stream.of(
        arguments("whole numbers from 1e15 on", column(1000, i -> 1e15 + i % 2)),
        arguments("one of many is larger by 1", column(1000, i -> 1e15 + (i == 7 ? 1 : 0))),
        arguments("a spread of 1e-8", column(1000, i -> 3 * (1 + i % 2 * 1e-8))),
        arguments("a spread of 1e-14", column(10, i -> 1 + i % 2 * 1e-14)),
        arguments("9 units", new double[] {1, 1 + 9 * Math.ulp(1.0)}),
        arguments("small around 0", new double[] {-1e-16, 1e-16}),
        arguments("0 and a little", new double[] {0, 0, 1e-300}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("real")
  void aSmallSpreadThatIsNoRoundingStays(String name, double[] column) {
    Dataset data = data(column);
    Standardizer fitted = Standardizer.fit(data);
    double spread =
        Arrays.stream(column).max().orElseThrow() - Arrays.stream(column).min().orElseThrow();
    assertTrue(fitted.scales()[0] <= spread, fitted.scales()[0] + " for " + spread);
    assertEquals(fitted.scales()[0], TargetStandardizer.fit(data).scale());
    assertEquals(1, Standardizer.fit(fitted.apply(data)).scales()[0], 1e-9);
  }

  /** scikit-learn's rule takes the second of these for constant: 1000·1e15·2⁻⁵² is 222. */
  @ParameterizedTest
  @ValueSource(ints = {2, 1000, 20_000})
  void howManyRowsThereAreHasNoInfluence(int rows) {
    assertEquals(0.5, Standardizer.fit(data(column(rows, i -> 1e15 + i % 2))).scales()[0], 1e-15);
    assertEquals(1, Standardizer.fit(data(column(rows, i -> 1 - i % 2 * 1e-16))).scales()[0]);
  }

  @Test
  void rowsOfWeightZeroDoNotMakeItAFeature() {
    Dataset data = data(0.3, 0.1 + 0.2, 7, -1e308).withWeights(1, 1, 0, 0);
    assertArrayEquals(new double[] {1}, Standardizer.fit(data).scales());
    assertEquals(0.3, Standardizer.fit(data).means()[0], 1e-16);
  }
}
