package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Means and deviations against the exact ones, by BigDecimal, over columns of every kind. */
class StandardizerOracleTest {
  private static final MathContext DIGITS = new MathContext(60);

  /** A mean to 60 digits would lose a spread of 1e-300 beside it. */
  private static final MathContext MEAN_DIGITS = new MathContext(700);

  private final Random random = new Random(7);

  private static double[] column(int rows, IntToDoubleFunction value) {
    double[] column = new double[rows];
    Arrays.setAll(column, value);
    return column;
  }

  private static Dataset data(double[] column) {
    double[][] rows =
        Arrays.stream(column).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
    return Dataset.of(rows, new double[column.length]);
  }

  private double[] ofKind(int kind) {
    int rows = 2 + random.nextInt(200);
    double unit = Math.scalb(1 + random.nextDouble(), random.nextInt(1800) - 900);
    double offset = unit * Math.scalb(1.0, random.nextInt(40)) * (random.nextInt(3) - 1);
    return switch (kind) {
      case 0 -> column(rows, i -> offset + unit * random.nextGaussian());
      case 1 -> column(rows, i -> random.nextInt(20) == 0 ? 1e6 * unit : random.nextGaussian());
      case 2 -> column(rows, i -> i == 0 ? 1e3 * offset : unit * random.nextGaussian());
      case 3 -> column(rows, i -> random.nextInt(30) == 0 ? unit : 0);
      case 4 -> column(rows, i -> offset + unit * (i % 2));
      default -> column(rows, i -> Math.scalb(random.nextGaussian(), random.nextInt(200)));
    };
  }

  private double[] weights(int rows) {
    double[] weights = column(rows, i -> random.nextInt(3) * random.nextDouble());
    weights[random.nextInt(rows)] = 1;
    return weights;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void meansAndDeviationsAreRightToAFewUnitsInTheLastPlace(int kind) {
    for (int trial = 0; trial < 60; trial++) {
      double[] column = ofKind(kind);
      assertExact(column, null);
      assertExact(column, weights(column.length));
    }
  }

  @Test
  void numbersOfEverySizeInAnyOrderAreMeasured() {
    for (double unit : new double[] {1e308, 1e300, 1e160, 1e-150, 1e-200, 1e-290}) {
      assertExact(new double[] {-unit, unit, unit, -unit / 3, 1.5 * unit, 0}, null);
      assertExact(new double[] {unit, 0, 0, 0, 0, 0, 0, 0, -0.0}, null);
      assertExact(new double[] {unit, unit * (1 + 1e-9), unit * (1 - 1e-9)}, null);
    }
  }

  @Test
  void weightsOfEverySizeCountInProportion() {
    double[] column = {1, 2, 4, 8};
    assertExact(column, new double[] {1e300, 1e300, 3e300, 2e300});
    assertExact(column, new double[] {1e-300, 1e-300, 3e-300, 2e-300});
    assertExact(column, new double[] {1e300, 1e-300, 3e300, 0});
    assertExact(column, new double[] {1e-12, 1, 1, 1});
    assertExact(new double[] {1e200, 1, 2, 3}, new double[] {1e-250, 1, 1, 1});
  }

  private static void assertExact(double[] column, double[] weights) {
    Dataset data = data(column);
    Standardizer fitted = Standardizer.fit(weights == null ? data : data.withWeights(weights));
    BigDecimal weight = BigDecimal.ZERO;
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < column.length; i++) {
      BigDecimal w = new BigDecimal(weights == null ? 1 : weights[i]);
      weight = weight.add(w);
      sum = sum.add(w.multiply(new BigDecimal(column[i])));
    }
    BigDecimal mean = sum.divide(weight, MEAN_DIGITS);
    BigDecimal squares = BigDecimal.ZERO;
    for (int i = 0; i < column.length; i++) {
      BigDecimal distance = new BigDecimal(column[i]).subtract(mean).round(DIGITS);
      BigDecimal square = distance.multiply(distance, DIGITS);
      squares = squares.add(square.multiply(new BigDecimal(weights == null ? 1 : weights[i])));
    }
    double deviation = squares.divide(weight, DIGITS).sqrt(DIGITS).doubleValue();
    // A division and an addition, each rounded, on top of sums that are as good as exact: 1.6 of
    // these units were the most in 40,000 columns.
    double unit = Math.ulp(mean.doubleValue()) + Math.ulp(1.0) * deviation;
    double error = new BigDecimal(fitted.means()[0]).subtract(mean).abs().doubleValue();
    assertTrue(error <= 3 * unit, () -> error / unit + " units off: " + Arrays.toString(column));
    // Blocks of 128 squares, of which 4e-15 were the most in the same columns.
    assertEquals(1, fitted.scales()[0] / (deviation == 0 ? 1 : deviation), 1e-14);
  }

  @Test
  void twoMillionRowsFarFromZeroHaveMeanZeroAndDeviationOne() {
    int half = 1_000_000;
    IntToDoubleFunction alternating = i -> 1e14 + (i % 2 == 0 ? -1 : 1);
    IntToDoubleFunction sorted = i -> 1e14 + (i < half ? -1 : 1);
    IntToDoubleFunction threes = i -> i % 4 < 2 ? 1e14 - 3 : i % 4 == 2 ? 1e14 + 1 : 1e14 + 5;
    for (IntToDoubleFunction value : new IntToDoubleFunction[] {alternating, sorted, threes}) {
      Dataset data = data(column(2 * half, value));
      Dataset standardized = Standardizer.fit(data).apply(data);
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < 2 * half; i++) {
        double x = standardized.value(i, 0);
        sum += x;
        squares += x * x;
      }
      assertEquals(0, sum / (2 * half), 1e-10); // a naive mean is 14 deviations off
      assertEquals(1, squares / (2 * half), 1e-10); // sums of two million numbers around 1
    }
  }

  @Test
  void aMillionEqualRowsAndOneOtherAreMeasured() {
    double[] column = column(1_000_001, i -> i == 777 ? 1e6 : 0.1);
    Standardizer fitted = Standardizer.fit(data(column));
    double n = column.length;
    double apart = 1e6 - 0.1;
    assertEquals(0.1 + apart / n, fitted.means()[0], 1e-15 * fitted.means()[0] * 2);
    // Of one number of n that is apart: σ = apart·√(n − 1)/n.
    assertEquals(1, fitted.scales()[0] / (apart * Math.sqrt(n - 1) / n), 1e-14);
  }

  @Test
  void aColumnOfRareTinyNumbersIsNotTakenForConstant() {
    double[] column = column(5000, i -> i == 4321 ? 1e-320 : i == 17 ? -1e-320 : 0);
    Standardizer fitted = Standardizer.fit(data(column));
    // σ = 1e-320·√(2/5000), a number of 40 times the smallest double.
    assertEquals(1e-320 * 0.02, fitted.scales()[0], Double.MIN_VALUE);
  }

  @Test
  void oneRowIsConstant() {
    for (double x : new double[] {0, -0.0, 1e308, 1e-320, -3}) {
      Standardizer fitted = Standardizer.fit(data(new double[] {x}));
      assertEquals(0, fitted.apply(x)[0]);
      assertEquals(1, fitted.scales()[0]);
    }
  }

  @Test
  void distancesBeyondTheDoublesAreStandardized() {
    Dataset data = data(new double[] {-1.7e308, 1.7e308, 1.7e308});
    Standardizer fitted = Standardizer.fit(data);
    double[] actual = fitted.apply(data).column(0);
    // As −1, 1, 1: mean 1/3 and deviation √8/3.
    assertEquals(-Math.sqrt(2), actual[0], 1e-15);
    assertEquals(Math.sqrt(0.5), actual[1], 1e-15);
    assertEquals(-1.7e308, fitted.inverse(fitted.apply(data)).value(0, 0), 1e294);
  }
}
