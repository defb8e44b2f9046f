package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where the spread is so small beside the mean that the rounding of the mean would show in the
 * deviation, it is taken out again; held to the exact value, by BigDecimal.
 */
class StandardizerRoundingTest {
  /**
   * Distances from a rounded mean are up to 141 deviations here, and so their squares up to 20,000
   * times the variance that is left of them. Sums of 100 of those, or of 10,000 that are no larger
   * than a few variances, are known to 2e-10 of the variance.
   */
  private static final double TOLERANCE = 1e-9;

  static Stream<Arguments> columns() {
    return Stream.of(
        column("whole numbers from 1e15 on", 1000, i -> 1e15 + i % 7),
        column("or below −1e15", 1000, i -> -1e15 - i * 37 % 11),
        column("from 1e12 on", 10_000, i -> 1e12 + i % 7),
        column("steps of 1e-4 from 1e8 on", 10_000, i -> 1e8 + i % 7 * 1e-4),
        column("times in seconds, all within one", 1000, i -> 1.7e9 + i % 7 * 1e-4),
        column("tenths, of which half are 5 ulps larger", 100, i -> tenth(i % 2 == 0)),
        column("tenths, of which one is 5 ulps larger", 100, i -> tenth(i == 0)));
  }

  private static Arguments column(String name, int rows, IntToDoubleFunction value) {
    double[] column = new double[rows];
    Arrays.setAll(column, value);
    return arguments(name, column);
  }

  private static double tenth(boolean larger) {
    return larger ? 0.1 + 5 * Math.ulp(0.1) : 0.1;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("columns")
  void theRoundingOfTheMeanDoesNotShowInTheDeviation(String name, double[] column) {
    double[][] rows =
        Arrays.stream(column).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
    double actual = Standardizer.fit(Dataset.of(rows, new double[rows.length])).scales()[0];
    double expected = exactDeviation(column);
    assertEquals(1, actual / expected, TOLERANCE);
    double plain = twoPasses(column);
    assertTrue(Math.abs(plain / expected - 1) > 5 * TOLERANCE, "else this would be no test");
  }

  /** √(n·Σx² − (Σx)²)/n, to forty digits. */
  private static double exactDeviation(double[] column) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    for (double value : column) {
      BigDecimal exact = new BigDecimal(value);
      sum = sum.add(exact);
      squares = squares.add(exact.multiply(exact));
    }
    BigDecimal n = BigDecimal.valueOf(column.length);
    MathContext digits = new MathContext(40);
    return n.multiply(squares)
        .subtract(sum.multiply(sum))
        .sqrt(digits)
        .divide(n, digits)
        .doubleValue();
  }

  /** What a mean and then the squares of the distances from it give. */
  private static double twoPasses(double[] column) {
    double sum = 0;
    for (double value : column) {
      sum += value;
    }
    double mean = sum / column.length;
    double squares = 0;
    for (double value : column) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / column.length);
  }
}
